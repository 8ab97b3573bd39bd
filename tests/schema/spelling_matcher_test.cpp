#include <cadre/schema/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>
#include <cadre/schema/suggestion.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

class Reader {
public:
    explicit Reader(const char* scale)
        : schema_(load_vocabulary()), scale_(schema_->scale(schema_->find_scale(scale).value())), matcher_(scale_) {}

    std::string exact(std::string_view text) const { return name(matcher_.exact(text)); }
    std::string highest(std::string_view text) const { return name(matcher_.highest_mentioned(text)); }
    const SpellingMatcher& matcher() const { return matcher_; }

private:
    std::string name(std::optional<int> code) const {
        return code ? scale_.codes[static_cast<std::size_t>(*code)].id : "(not understood)";
    }

    std::shared_ptr<const Schema> schema_;
    const Scale& scale_;
    SpellingMatcher matcher_;
};

constexpr const char* nothing = "(not understood)";

TEST(NormalizedSpelling, IsTheSameForEveryWayToWriteATextDown) {
    const std::string composed = "thạc sĩ";
    EXPECT_EQ(normalized_spelling("THẠC SĨ"), composed);
    EXPECT_EQ(normalized_spelling("Tha\u0323c si\u0303"), composed);
    EXPECT_EQ(normalized_spelling(" \t Thạc\u00A0\u2003 sĩ\r\n"), composed);
    EXPECT_EQ(normalized_spelling("Thạc\u200B sĩ\uFEFF"), composed);
    EXPECT_EQ(normalized_spelling(""), "");
    EXPECT_EQ(normalized_spelling(" \n "), "");
}

TEST(NormalizedSpelling, KeepsDifferentTextsApart) {
    EXPECT_NE(normalized_spelling("Thạc sĩ"), normalized_spelling("Thạc sỹ"));
    EXPECT_NE(normalized_spelling("Cao đẳng"), normalized_spelling("Cao dang"));
}

TEST(NormalizedSpelling, RefusesInvalidUtf8) {
    EXPECT_FALSE(normalized_spelling("\xFFThạc"));
    EXPECT_FALSE(normalized_spelling("Th\xE1\xBA"));
    EXPECT_FALSE(normalized_text("\xED\xA0\x80"));
}

TEST(NormalizedText, ComposesAndChangesNothingElse) {
    EXPECT_EQ(normalized_text(" Tha\u0323c  Si\u0303 "), " Thạc  Sĩ ");
}

TEST(SpellingMatcher, ReadsTheWholeTextOnly) {
    const Reader degree("degree");
    EXPECT_EQ(degree.exact("ThS."), "master");
    EXPECT_EQ(degree.exact("TIẾN SỸ"), "doctorate");
    EXPECT_EQ(degree.exact("master"), "master");
    EXPECT_EQ(degree.exact("Thạc sĩ chuyên ngành văn hóa"), nothing);
    EXPECT_EQ(degree.exact(""), nothing);
    EXPECT_EQ(degree.exact("\xFF"), nothing);
}

TEST(SpellingMatcher, FindsTheHighestLevelMentioned) {
    const Reader degree("degree");
    EXPECT_EQ(degree.highest("Đại học chuyên ngành luật; Thạc sĩ chuyên ngành luật"), "master");
    EXPECT_EQ(degree.highest("Giáo sư kinh tế, Tiến sĩ"), "doctorate");
    EXPECT_EQ(degree.highest("PGS.TS. Luật học"), "doctorate");
    EXPECT_EQ(degree.highest("ThS.BS nội khoa"), "master");
    EXPECT_EQ(degree.highest("Kỹ sư, cử nhân"), "bachelor");
    EXPECT_EQ(degree.highest("Chứng nhận Giám đốc điều hành"), nothing);
    EXPECT_EQ(degree.highest(""), nothing);
}

TEST(SpellingMatcher, MentionsAreWholeWords) {
    const Reader degree("degree");
    EXPECT_EQ(degree.highest("Ats"), nothing);
    EXPECT_EQ(degree.highest("TS2"), nothing);
    EXPECT_EQ(degree.highest("(TS)"), "doctorate");
    const Reader specialist("specialist_training");
    EXPECT_EQ(specialist.highest("Tiến sĩ, Bác sĩ chuyên khoa II"), "specialist_2");
    EXPECT_EQ(specialist.highest("Bác sĩ chuyên khoa cấp I, nội tổng hợp"), "specialist_1");
    EXPECT_EQ(specialist.highest("Bác sĩ chuyên khoa III"), nothing);
}

TEST(SpellingMatcher, LongerSpellingsAreConsumedFirst) {
    const Reader title("academic_title");
    EXPECT_EQ(title.highest("Phó Giáo sư về luật"), "associate_professor");
    EXPECT_EQ(title.highest("Giáo sư về luật"), "professor");
    const Reader rating("rating");
    EXPECT_EQ(rating.highest("Năm 2014: Không hoàn thành nhiệm vụ"), "not_completed");
    EXPECT_EQ(rating.highest("2014: hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực"), "completed_with_limits");
}

TEST(SpellingMatcher, StudiesInProgressAreDoubtfulNotALevel) {
    const Reader degree("degree");
    EXPECT_EQ(degree.highest("Đang học Thạc sĩ"), nothing);
    EXPECT_TRUE(degree.matcher().is_doubtful("Đang học Thạc sĩ"));
    EXPECT_TRUE(degree.matcher().is_doubtful("Thạc sĩ, nghiên cứu sinh Tiến sĩ"));
    EXPECT_FALSE(degree.matcher().is_doubtful("Thạc sĩ Luật"));
    EXPECT_FALSE(degree.matcher().is_doubtful("Học viện Hành chính"));
}

TEST(SpellingMatcher, AbsenceIsTheWholeTextNeverAMention) {
    const Reader degree("degree");
    EXPECT_EQ(degree.highest("Không"), "none");
    EXPECT_EQ(degree.highest("Không rõ"), nothing);
}

TEST(PoliticalTheory, ReadsTheLevelAndNotADegreeOrStudiesInProgress) {
    const Reader theory("political_theory");
    for (const char* text : {"Cử nhân", "Cử nhân chính trị", "Cử nhân, Cao cấp", "Cao cấp, Cử nhân", "cử nhân LLCT"}) {
        EXPECT_EQ(theory.exact(text), "bachelor") << text;
    }
    for (const char* text : {"Cao cấp", "CCLLCT", "Cao cấp lý luận chính trị - hành chính", "cao cấp LLCT-HC", "CC"}) {
        EXPECT_EQ(theory.exact(text), "advanced") << text;
    }
    EXPECT_EQ(theory.exact("Trung cấp LLCT"), "intermediate");
    EXPECT_EQ(theory.exact("SC"), "elementary");
    EXPECT_EQ(theory.exact("Không"), "none");
    for (const char* text : {"Cử nhân Chính trị học", "Thạc sĩ", "Đang học Trung cấp", "-", ""}) {
        EXPECT_EQ(theory.exact(text), nothing) << text;
    }
}

TEST(Suggestion, FindsSlipsOfTheFinger) {
    const std::vector<std::string> names{"degree", "birth_date", "political_theory"};
    EXPECT_EQ(closest("degre", names), "degree");
    EXPECT_EQ(closest("Degree", names), "degree");
    EXPECT_EQ(closest("dergee", names), "degree");
    EXPECT_EQ(closest("polical_theory", names), "political_theory");
    EXPECT_FALSE(closest("salary", names));
    EXPECT_FALSE(closest("", names));
    EXPECT_FALSE(closest(std::string(100000, 'x'), names));
}

TEST(Suggestion, ListsFewNamesWhenNoneIsNear) {
    EXPECT_EQ(suggestion("xyz", {"vi", "en"})->text(Language::en), "known names: vi, en");
    EXPECT_EQ(suggestion("degre", {"degree"})->text(Language::en), "did you mean “degree”?");
    EXPECT_FALSE(suggestion("xyz", std::vector<std::string>(50, "something")));
}

}  // namespace
}  // namespace cadre

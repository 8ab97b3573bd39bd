#include <cadre/reports/review.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/targets/assess.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

const Pack& example() {
    static const Pack pack = parse_pack(R"toml(
[pack]
id = "example"
title = { vi = "Chương trình mẫu", en = "Sample programme" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }

[[target]]
id = "postgraduate_share"
title = { vi = "Cán bộ diện Ban Thường vụ Thành ủy quản lý có trình độ sau đại học", en = "Managed cadres with a post-graduate degree" }
cite = "II.1.4"
mark = "summary"
among = 'managed_by = "city_standing_committee"'
meet = 'degree >= "master"'
share = "> 35 %"
by = 2015-12-31

[[target]]
id = "ward_degree_share"
title = { vi = "Cán bộ phường có trình độ đại học", en = "Ward cadres with a degree" }
cite = "II.1.4"
group = { vi = "Cán bộ chủ chốt", en = "Key cadres" }
among = 'unit.kind = "ward"'
meet = 'degree >= "bachelor"'
share = ">= 100 %"

[[target]]
id = "low_share"
title = { vi = "Cán bộ chưa qua đào tạo", en = "Cadres without training" }
cite = "II.1.4"
among = 'true'
meet = 'degree = "none"'
share = "<= 1 %"
)toml",
                                        "example.toml");
    return pack;
}

std::string review(Language language, int masters = 351) {
    RosterBuilder builder;
    builder.add("units", {{"id", "u"}});
    for (int i = 0; i < 1000; ++i) {
        builder.add("cadres", {{"unit", "u"},
                               {"managed_by", "city_standing_committee"},
                               {"degree", i < masters ? "master"
                                          : i < 950   ? "bachelor"
                                                      : "none"}});
    }
    builder.add("cadres", {{"id", "secret-key"}, {"unit", "u"}, {"managed_by", "city_standing_committee"}});
    const Roster roster = builder.build();
    return review_text(assess(example(), roster, {.as_of = Date(2015, 12, 31)}), example(), language);
}

TEST(Review, TabulatesTargets) {
    EXPECT_THAT(
        review(Language::en),
        HasSubstr("Target                                      Required  Result          Verdict       Lacking\n"
                  "----------------------------------------------------------------------------------------------\n"
                  "Managed cadres with a post-graduate degree  > 35 %    35.06 %–35.1 %  met           –\n"
                  "Cadres without training                     <= 1 %    4.9 %–5 %       not met       over by 41\n"
                  "Group: Key cadres\n"
                  "Ward cadres with a degree                   >= 100 %  0 %–100 %       undetermined  –\n"));
}

TEST(Review, SpeaksVietnamese) {
    const std::string text = review(Language::vi);
    EXPECT_THAT(text, HasSubstr("Rà soát chỉ tiêu: Chương trình mẫu\n"
                                "Văn bản: 01-CTr/TU, Thành ủy Hà Nội, 18/08/2011\n"
                                "Ngày xét: 31/12/2015; theo quy định có hiệu lực ngày 31/12/2015\n"));
    EXPECT_THAT(text, HasSubstr("Cán bộ diện Ban Thường vụ Thành ủy quản lý có  > 35 %"));
    EXPECT_THAT(text, HasSubstr("35,06 %–35,1 %"));
    EXPECT_THAT(text, HasSubstr("Thời hạn: 31/12/2015 (đúng ngày xét)"));
}

TEST(Review, MarksClausesVerifiedFromASummary) {
    EXPECT_THAT(review(Language::en), HasSubstr("Clause: 01-CTr/TU, II.1.4; from a summary"));
}

TEST(Review, SaysWhatToVerifyFirst) {
    const std::string text = review(Language::en);
    EXPECT_THAT(text, HasSubstr("Undetermined: the population may be empty.\n"));
    EXPECT_THAT(text, HasSubstr("Rows worth verifying first (counted from 0): 950, 951, "));
    EXPECT_THAT(text, HasSubstr("    Units – Kind of unit, row 0: rows waiting: 51\n"));
    EXPECT_THAT(text, HasSubstr("    Cadres – Degree, row 1000: rows waiting: 1\n"));
}

TEST(Review, NamesNoPerson) {
    EXPECT_THAT(review(Language::vi), Not(HasSubstr("secret-key")));
}

TEST(Review, OfAPackWithoutTargets) {
    const Pack pack = parse_pack(
        "[pack]\nid = \"p\"\ntitle = { vi = \"V\", en = \"E\" }\n"
        "source = { document = \"d\", issuer = \"i\" }\n",
        "p.toml");
    EXPECT_THAT(review_text(assess(pack, RosterBuilder().build(), {.as_of = Date(2015, 12, 31)}), pack, Language::en),
                HasSubstr("The pack has no targets.\n"));
}

}  // namespace
}  // namespace cadre

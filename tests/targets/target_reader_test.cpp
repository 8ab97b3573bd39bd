#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/targets/target.hpp>

#include <gtest/gtest.h>

#include <set>

namespace cadre {
namespace {

Pack pack_with(const std::string& targets) {
    return parse_pack(R"toml(
[pack]
id = "example"
title = { vi = "Ví dụ", en = "Example" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }

[[criterion]]
id = "postgraduate_holder"
title = { vi = "Có trình độ sau đại học", en = "Holds a post-graduate degree" }
cite = "II.1.4"
when = 'degree >= "master"'
)toml" + targets,
                      "example.toml");
}

std::string target_with(const std::string& replaced, const std::string& line) {
    std::string text = "\n[[target]]\n";
    const std::vector<std::pair<std::string, std::string>> lines{{"id", "id = \"t\""},
                                                                 {"cite", "cite = \"II.1.4\""},
                                                                 {"among", "among = 'party_member'"},
                                                                 {"meet", "meet = \"postgraduate_holder\""},
                                                                 {"share", "share = \"> 35 %\""}};
    for (const auto& [key, usual] : lines) text += (key == replaced ? line : usual) + "\n";
    if (replaced.empty()) text += line + "\n";
    return text;
}

Diagnostics findings(const std::string& targets) {
    Diagnostics diagnostics;
    read_targets(pack_with(targets), diagnostics);
    return diagnostics;
}

TEST(TargetReader, ReadsATarget) {
    const auto targets = read_targets(pack_with(R"toml(
[[target]]
id = "managed_postgraduate_share"
title = { vi = "Tỷ lệ", en = "Share" }
cite = "II.1.4"
mark = "summary"
on = "cadres"
among = 'managed_by = "city_standing_committee"'
meet = "postgraduate_holder"
share = "> 35 %"
by = 2015-12-31
group = { vi = "nhóm", en = "group" }

[[target]]
id = "units_count"
cite = "27/2003/QĐ-TTg, art. 6"
on = "units"
among = 'true'
meet = 'kind = "ward"'
count = ">= 10000"
)toml"));
    ASSERT_EQ(targets.size(), 2U);
    EXPECT_EQ(targets[0].title.en, "Share");
    EXPECT_EQ(targets[0].citation, (Citation{"01-CTr/TU", "II.1.4", VerificationMark::summary}));
    EXPECT_EQ(targets[0].criterion, "postgraduate_holder");
    EXPECT_EQ(targets[0].meet->operation, Operation::criterion);
    EXPECT_EQ(targets[0].by, day_number(Date(2015, 12, 31)));
    EXPECT_EQ(targets[0].group.vi, "nhóm");
    EXPECT_EQ(targets[1].table, pack_with("").schema()->find_table("units"));
    EXPECT_EQ(targets[1].criterion, "");
    EXPECT_EQ(targets[1].threshold.measure, Threshold::Measure::count);
    EXPECT_EQ(targets[1].citation.document, "27/2003/QĐ-TTg");
    EXPECT_EQ(targets[1].title.vi, "units_count");
}

TEST(TargetReader, TheTitleDefaultsToTheCriterions) {
    const auto targets = read_targets(pack_with(target_with("", "")));
    EXPECT_EQ(targets.at(0).title.vi, "Có trình độ sau đại học");
}

struct Mistake {
    const char* key;
    const char* line;
    MessageId expected;
};

class TargetMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(TargetMistakes, AreReportedWithTheirPlace) {
    const Mistake& mistake = GetParam();
    const Diagnostics found = findings(target_with(mistake.key, mistake.line));
    ASSERT_EQ(found.size(), 1U) << (found.empty() ? "" : found[0].to_text());
    EXPECT_EQ(found[0].message.id, mistake.expected) << found[0].to_text();
    EXPECT_EQ(found[0].place.source, "example.toml");
    EXPECT_GT(found[0].place.line, 12);
    EXPECT_THROW(read_targets(pack_with(target_with(mistake.key, mistake.line))), Error);
}

/// The code and a number: some codes stand for several mistakes.
std::string mistake_name(const testing::TestParamInfo<Mistake>& info) {
    return std::string(code(info.param.expected)) + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(
    All, TargetMistakes,
    testing::Values(Mistake{"", "shares = 5", texts::unknown_key},
                    Mistake{"", "every = \"year\"\nfrom = 2011", texts::missing_key},
                    Mistake{"", "every = \"yaer\"\nfrom = 2011\nto = 2015", texts::years_unknown_period},
                    Mistake{"", "every = \"year\"\nfrom = 2015\nto = 2011", texts::years_out_of_order},
                    Mistake{"", "every = \"year\"\nfrom = 11\nto = 2015", texts::years_not_a_year},
                    Mistake{"", "every = \"year\"\nfrom = \"2011\"\nto = 2015", texts::wrong_value_kind},
                    Mistake{"", "every = \"year\"\nfrom = 2000\nto = 2100", texts::years_too_many},
                    Mistake{"", "from = 2011", texts::years_without_every},
                    Mistake{"", "every = \"year\"\nfrom = 2011\nto = 2015\nby = 2015-12-31", texts::years_and_day},
                    Mistake{"share", "trend = \"not increasing\"", texts::target_trend_needs_years},
                    Mistake{"share", "trend = \"not incresing\"\nevery = \"year\"\nfrom = 2011\nto = 2015",
                            texts::target_unknown_trend},
                    Mistake{"", "distinct = \"unit\"", texts::target_distinct_needs_count},
                    Mistake{"share", "count = \">= 5\"\ndistinct = \"unti\"", texts::target_unknown_attribute},
                    Mistake{"share", "count = \">= 5\"\ndistinct = \"appraisals\"", texts::target_distinct_kind},
                    Mistake{"", "split = \"sxe\"", texts::target_unknown_attribute},
                    Mistake{"", "split = \"birth_date\"", texts::target_split_kind},
                    Mistake{"id", "", texts::missing_key}, Mistake{"id", "id = \"Số 1\"", texts::invalid_id},
                    Mistake{"id", "id = 5", texts::wrong_value_kind}, Mistake{"cite", "", texts::missing_citation},
                    Mistake{"among", "", texts::missing_key}, Mistake{"meet", "", texts::missing_key},
                    Mistake{"share", "", texts::target_without_threshold},
                    Mistake{"", "count = \">= 5\"", texts::target_two_thresholds},
                    Mistake{"share", "share = 35", texts::wrong_value_kind},
                    Mistake{"share", "share = \"35 %\"", texts::target_share_syntax},
                    Mistake{"share", "share = \"> 101 %\"", texts::target_over_100},
                    Mistake{"share", "share = \"> 100 %\"", texts::target_unreachable},
                    Mistake{"share", "share = \"< 0 %\"", texts::target_unreachable},
                    Mistake{"share", "count = \"many\"", texts::target_count_syntax},
                    Mistake{"share", "count = \"< 0\"", texts::target_unreachable},
                    Mistake{"meet", "meet = \"postgraduate_holdr\"", texts::target_unknown_criterion},
                    Mistake{"among", "among = 'birth_date'", texts::target_not_a_condition},
                    Mistake{"", "on = \"cadre\"", texts::unknown_table},
                    Mistake{"", "on = \"cadres.appraisals\"", texts::target_on_child_table},
                    Mistake{"", "title = \"x\"", texts::wrong_value_kind}),
    mistake_name);

TEST(TargetReader, RefusesACriterionOnAnotherTable) {
    const Diagnostics found = findings(
        "\n[[target]]\nid = \"t\"\ncite = \"x\"\non = \"units\"\namong = 'true'\n"
        "meet = \"postgraduate_holder\"\nshare = \"> 35 %\"\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message.id, texts::target_other_table);
    EXPECT_EQ(found[0].hint->text(Language::en), "write on = \"cadres\"");
}

TEST(TargetReader, SuggestsTheNameMeant) {
    const Diagnostics found = findings(target_with("meet", "meet = \"postgraduate_holdr\""));
    ASSERT_EQ(found.size(), 1U);
    ASSERT_TRUE(found[0].hint);
    EXPECT_EQ(found[0].hint->text(Language::en), "did you mean “postgraduate_holder”?");
}

TEST(TargetReader, FindsAllMistakesAtOnceAndKeepsGoodTargets) {
    Diagnostics diagnostics;
    const auto targets = read_targets(
        pack_with(target_with("", "") + target_with("", "") + target_with("among", "among = 'degre >= \"x\"'") +
                  "\n[[target]]\nid = \"u\"\ncolour = 1\n"),
        diagnostics);
    EXPECT_EQ(targets.size(), 1U);
    std::set<MessageId> ids;
    for (const Diagnostic& finding : diagnostics) ids.insert(finding.message.id);
    for (const MessageId id : {texts::duplicate_id, texts::unknown_key, texts::missing_citation, texts::missing_key,
                               texts::target_without_threshold}) {
        EXPECT_EQ(ids.count(id), 1U) << code(id);
    }
}

}  // namespace
}  // namespace cadre

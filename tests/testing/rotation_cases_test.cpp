#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/testing.hpp>
#include <cadre/testing/case_file.hpp>
#include <cadre/testing/case_report.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cadre {
namespace {

using testing::HasSubstr;

constexpr const char* rotation_pack = R"toml(
[pack]
id = "r"
title = { vi = "a", en = "a" }
source = { document = "1" }
[[rotation_policy]]
id = "two_years"
title = { vi = "Hai năm", en = "Two years" }
cite = "1"
to = 2016-01-01
exempt = 'sex = "female"'
rule = "overstay"
spells = 'not(acting)'
longest = "P24M"
[[rotation_policy]]
id = "moved"
title = { vi = "Hướng", en = "Directions" }
cite = "2"
rule = "direction"
directions = ["city_to_grassroots"]

[[fragment]]
id = "three"
as_of = 2015-12-31
[[fragment.cadres]]
sex = "male"
appointments = [{ from = 2010-01-01, to = 2013-01-01, acting = false }, { from = 2013-01-01, to = 2015-06-01, acting = false }]
[[fragment.cadres]]
sex = "female"
appointments = [{ from = 2013-01-01, to = "ongoing", acting = false }]
[[fragment.cadres]]
sex = "male"
appointments = [{ from = 2014-02-01, to = "ongoing", acting = false }]
)toml";

CaseReport run_audits(const std::string& expected, const std::string& more = "") {
    return run_cases(parse_pack(
        rotation_pack + ("\n[[case]]\nbase = \"three\"\n" + more) + "\n[case.expect_audit]\n" + expected, "r.toml"));
}

Diagnostic audit_mistake(const std::string& expected) {
    try {
        run_audits(expected);
    } catch (const Error& error) {
        return error.diagnostics().front();
    }
    ADD_FAILURE() << "accepted:\n" << expected;
    return {};
}

TEST(RotationCases, AuditsAreExpectedByRowSpellAndDays) {
    const CaseReport report = run_audits(R"toml(
two_years = [
    "none", { status = "exempt", begins = 2015-01-01 }, "none",
    { row = 0, spell = 1, status = "violated", since = 2015-05-31, begins = 2015-01-01, ends = 2015-06-01 },
    { row = 0, spell = 0, status = "none", since = 2015-05-31 },
    { row = 2, status = "due", due_within = "P1M", begins = 2016-02-01 },
]
)toml");
    EXPECT_FALSE(report.passed()) << "a month is too short";
    const auto& results = report.cases.at(0).results;
    ASSERT_EQ(results.size(), 6U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_TRUE(results[i].passed) << results[i].got;
    EXPECT_TRUE(results[3].is_audit);
    EXPECT_EQ(results[3].spell, 1U);
    EXPECT_EQ(results[5].expected, "due, begins 2016-02-01");
    EXPECT_EQ(results[5].got, "none, begins –");
    EXPECT_TRUE(run_audits("two_years = { row = 2, status = \"due\", due_within = \"P2M\" }").passed());
    EXPECT_TRUE(run_audits("two_years = { row = 2, status = \"not_in_force\" }", "law_as_of = 2016-01-01\n").passed());
}

TEST(RotationCases, AnAuditThatIsNotExpectedFailsWithWhatWasFound) {
    const CaseReport report =
        run_audits("two_years = [\"violated\", \"none\", { row = 1, spell = 2, status = \"violated\" }]\n");
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("two_years, row 0: expected violated, got none"));
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("two_years, row 1: expected none, got exempt"));
    EXPECT_THAT(report.to_text(Language::vi), HasSubstr("two_years, dòng 1, chức vụ 2: mong đợi violated, nhưng được"));
}

TEST(RotationCases, EveryMistakeAboutAuditsIsNamedWithARemedy) {
    const auto mistake = [](const std::string& expected) {
        const Diagnostic found = audit_mistake(expected);
        EXPECT_EQ(found.place.source, "r.toml");
        EXPECT_TRUE(found.hint) << expected;
        return found.message.id;
    };
    EXPECT_EQ(mistake("two_year = [\"none\"]"), texts::case_unknown_rotation_policy);
    EXPECT_EQ(mistake("moved = [\"none\"]"), texts::case_policy_on_moves);
    EXPECT_THAT(audit_mistake("moved = [\"none\"]").to_text(Language::en), HasSubstr("expect_moves"));
    EXPECT_EQ(mistake("two_years = \"none\""), texts::case_row_unsaid);
    EXPECT_EQ(mistake("two_years = { row = 3, status = \"none\" }"), texts::case_no_such_row);
    EXPECT_EQ(mistake("two_years = { row = -1, status = \"none\" }"), texts::case_no_such_row);
    EXPECT_EQ(mistake("two_years = { row = 1, spell = 0, status = \"none\" }"), texts::case_no_such_spell);
    EXPECT_EQ(mistake("two_years = [\"met\"]"), texts::case_unknown_status);
    EXPECT_EQ(mistake("two_years = { row = 0, status = \"none\", begins = 2015-01-01 }"),
              texts::case_no_finding_no_day);
    EXPECT_EQ(mistake("two_years = { row = 0, status = \"none\", since = 2016-01-01 }"), texts::case_since_after_as_of);
    EXPECT_EQ(mistake("two_years = { row = 0, status = \"due\", due_within = \"P6D\" }"), texts::case_due_within);
    EXPECT_EQ(mistake("two_years = { row = 0, status = \"due\" }"), texts::case_due_unsaid);
}

constexpr const char* plan_pack = R"toml(
[pack]
id = "p"
title = { vi = "a", en = "a" }
source = { document = "1" }
[[rotation_policy]]
id = "low"
title = { vi = "Cấp thấp", en = "Low rank" }
cite = "1"
rule = "move"
meet = 'proposed_post.rank <= 3'

[[fragment]]
id = "two"
as_of = 2015-12-31
posts = [{ id = "clerk", seats = 1, rank = 1 }, { id = "head", seats = 1, rank = 5 }]
cadres = [
    { id = "a", appointments = [{ post = "clerk", from = 2010-01-01, to = "ongoing" }] },
    { id = "b", appointments = [{ post = "head", from = 2010-01-01, to = "ongoing" }] },
]
planned_moves = [{ cadre = "a", from = "clerk", to = "head", day = 2016-02-01 }]

[[fragment]]
id = "exchange"
as_of = 2015-12-31
posts = [{ id = "clerk", seats = 1, rank = 1 }, { id = "archivist", seats = 1, rank = 2 }]
cadres = [
    { id = "a", appointments = [{ post = "clerk", from = 2010-01-01, to = "ongoing" }] },
    { id = "b", appointments = [{ post = "archivist", from = 2010-01-01, to = "ongoing" }] },
]
planned_moves = [
    { cadre = "a", from = "clerk", to = "archivist", day = 2016-02-01 },
    { cadre = "b", from = "archivist", to = "clerk", day = 2016-02-03 },
]
)toml";

CaseReport run_plan_check(const std::string& expected, const std::string& base = "two", const std::string& more = "") {
    return run_cases(parse_pack(
        plan_pack + ("\n[[case]]\nbase = \"" + base + "\"\n" + more) + "\n[case.expect_plan_check]\n" + expected,
        "p.toml"));
}

TEST(RotationCases, APlanIsExpectedToPassOrToHaveFindings) {
    const CaseReport report = run_plan_check(R"toml(
verdict = "not_met"
longest_vacancy = "any"
findings = [
    { matter = "over_filled", status = "violated", post = "head", from = 2016-02-01 },
    { matter = "rule", status = "violated", policy = "low", move = 0 },
    { matter = "left_empty", status = "none" },
    { matter = "over_filled", status = "none", post = "clerk" },
]
)toml");
    EXPECT_TRUE(report.passed()) << report.to_text(Language::en);
    const auto& results = report.cases.at(0).results;
    ASSERT_EQ(results.size(), 5U);
    EXPECT_TRUE(results[0].is_plan_check);
    EXPECT_EQ(results[0].subject, "planned_moves");
    EXPECT_EQ(results[1].subject, "over_filled");
    EXPECT_EQ(results[1].post, "head");
    EXPECT_EQ(results[1].got, "violated, from 2016-02-01");
    EXPECT_EQ(results[2].move, 0U);
}

TEST(RotationCases, OptionsOfAPlanCheckCount) {
    const std::string exchange = "exchange";
    EXPECT_TRUE(run_plan_check("verdict = \"not_met\"\n", exchange).passed()) << "two in one seat for two days";
    EXPECT_TRUE(run_plan_check("verdict = \"met\"\nhandover_days = 2\nlongest_vacancy = 2\n", exchange).passed());
    EXPECT_TRUE(run_plan_check("findings = { matter = \"left_empty\", status = \"violated\", post = \"clerk\", from = "
                               "2016-02-01, to = 2016-02-03 }\nlongest_vacancy = 1\n",
                               exchange)
                    .passed());
    const std::string beside =
        "planned_moves = [{ cadre = \"a\", from = \"none\", to = \"archivist\", day = 2016-02-01 }]\n"
        "posts = [{ id = \"clerk\", seats = 1, rank = 1 }, { id = \"archivist\", seats = 1, rank = 2 }]\n"
        "cadre = { id = \"a\", appointments = [{ post = \"clerk\", from = 2010-01-01, to = \"ongoing\", acting = false "
        "}] }\n"
        "as_of = 2015-12-31\n";
    const auto alone = [&](const std::string& expected) {
        return run_cases(
            parse_pack(plan_pack + ("\n[[case]]\n" + beside) + "\n[case.expect_plan_check]\n" + expected, "p.toml"));
    };
    EXPECT_TRUE(alone("findings = { matter = \"not_compatible\", status = \"violated\" }\n").passed());
    EXPECT_TRUE(alone("verdict = \"met\"\nconcurrent_posts = [[\"archivist\", \"clerk\"]]\n").passed());
}

TEST(RotationCases, AnUnknownSeatLeavesAPlanUndetermined) {
    EXPECT_TRUE(run_plan_check("verdict = \"undetermined\"\nhandover_days = 2\nlongest_vacancy = 2\n"
                               "findings = { matter = \"unlisted_posts\", status = \"undetermined\" }\n",
                               "exchange", "cadres = [{ id = \"c\" }]\n")
                    .passed());
}

TEST(RotationCases, APlanThatIsNotAsExpectedFailsWithWhatWasFound) {
    const CaseReport report = run_plan_check(R"toml(
verdict = "met"
findings = [
    { matter = "over_filled", status = "undetermined", post = "head" },
    { matter = "rule", status = "exempt", move = 0 },
]
)toml");
    const std::string text = report.to_text(Language::en);
    EXPECT_THAT(text, HasSubstr("check of the plan, planned_moves: expected met, got not_met"));
    EXPECT_THAT(text, HasSubstr("check of the plan, over_filled, post “head”: expected undetermined, got violated"));
    EXPECT_THAT(report.to_text(Language::vi),
                HasSubstr("kiểm tra phương án, rule, dòng 0: mong đợi exempt, nhưng được violated"));
}

TEST(RotationCases, EveryMistakeAboutPlanChecksIsNamedWithARemedy) {
    const auto mistake = [](const std::string& expected, const std::string& base = "two") {
        try {
            run_plan_check(expected, base);
        } catch (const Error& error) {
            EXPECT_TRUE(error.diagnostics().front().hint) << expected;
            return error.diagnostics().front().message.id;
        }
        ADD_FAILURE() << "accepted: " << expected;
        return MessageId{};
    };
    const auto finding = [&](const std::string& members) { return mistake("findings = [{ " + members + " }]\n"); };
    EXPECT_EQ(mistake(""), texts::case_expects_nothing);
    EXPECT_EQ(mistake("verdict = \"not_in_force\"\n"), texts::case_plan_not_in_force);
    EXPECT_EQ(mistake("verdict = \"passes\"\n"), texts::case_unknown_verdict);
    EXPECT_EQ(mistake("verdict = \"met\"\nhandover_days = -1\n"), texts::case_days);
    EXPECT_EQ(mistake("verdict = \"met\"\nhandover_days = 65536\n"), texts::case_days);
    EXPECT_EQ(mistake("verdict = \"met\"\nlongest_vacancy = \"all\"\n"), texts::case_days);
    EXPECT_EQ(mistake("verdict = \"met\"\nconcurrent_posts = [\"clerk\"]\n"), texts::case_concurrent_posts);
    EXPECT_EQ(mistake("verdict = \"met\"\nconcurrent_posts = [[\"clerk\", \"heat\"]]\n"), texts::case_unknown_post);
    EXPECT_EQ(finding("matter = \"overfilled\", status = \"violated\""), texts::case_unknown_matter);
    EXPECT_EQ(finding("matter = \"over_filled\", status = \"met\""), texts::case_unknown_plan_status);
    EXPECT_EQ(finding("matter = \"rule\", status = \"violated\", move = 1"), texts::case_no_such_row);
    EXPECT_EQ(finding("matter = \"rule\", status = \"violated\", policy = \"lo\""),
              texts::case_unknown_rotation_policy);
    EXPECT_EQ(finding("matter = \"over_filled\", status = \"violated\", post = \"heat\""), texts::case_unknown_post);
    EXPECT_EQ(finding("matter = \"over_filled\", status = \"none\", from = 2016-01-01"), texts::case_no_finding_no_day);
    try {
        run_cases(parse_pack(std::string(plan_pack) + "\n[[case]]\nas_of = 2015-12-31\ncadre = {}\n"
                                                      "expect_plan_check = { verdict = \"met\" }\n",
                             "p.toml"));
        ADD_FAILURE() << "a case without planned moves";
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().front().message.id, texts::case_without_planned_moves);
    }
}

constexpr const char* moves_pack = R"toml(
[pack]
id = "m"
title = { vi = "a", en = "a" }
source = { document = "1" }
[[rotation_policy]]
id = "young_to_lead"
title = { vi = "Còn trẻ", en = "Young enough to lead" }
cite = "1"
to = 2016-01-01
exempt = 'sex = "female"'
rule = "move"
into = 'leading'
meet = 'birth_date > @"1965-01-01"'
[[rotation_policy]]
id = "junior"
title = { vi = "Cấp bậc", en = "Rank of the post" }
cite = "2"
rule = "move"
meet = 'proposed_post.rank <= 3'
[[rotation_policy]]
id = "rotated_low"
title = { vi = "Luân chuyển xuống cấp thấp", en = "Rotated to a low rank" }
cite = "2"
rule = "move"
kinds = ["rotation"]
meet = 'proposed_post.rank <= 3'
[[rotation_policy]]
id = "down"
title = { vi = "Xuống cơ sở", en = "To the grassroots" }
cite = "3"
rule = "direction"
directions = ["city_to_grassroots"]
[[rotation_policy]]
id = "two_years"
title = { vi = "Hai năm", en = "Two years" }
cite = "4"
rule = "overstay"
spells = 'true'
longest = "P24M"

[[fragment]]
id = "three"
as_of = 2015-12-31
units = [
    { id = "city", tier = "city", parent = "none" },
    { id = "east", tier = "district", parent = "city" },
    { id = "ward", tier = "commune", parent = "east" },
]
posts = [
    { id = "clerk", unit = "city", rank = 5, leading = false },
    { id = "head", unit = "ward", rank = 3, leading = true },
    { id = "open", unit = "east" },
]
cadres = [{ birth_date = 1960-01-01, sex = "male" }, { birth_date = 1970-01-01, sex = "male" }, { birth_date = 1960-01-01, sex = "female" }]

[[fragment]]
id = "one"
as_of = 2015-12-31
posts = [{ id = "only", leading = true }]
cadre = { birth_date = 1970-01-01, sex = "male" }

[[fragment]]
id = "no_posts"
as_of = 2015-12-31
cadre = {}
)toml";

CaseReport run_moves(const std::string& expected, const std::string& base = "three", const std::string& more = "") {
    return run_cases(
        parse_pack(moves_pack + ("\n[[case]]\nbase = \"" + base + "\"\n" + more) + "\n[case.expect_moves]\n" + expected,
                   "m.toml"));
}

Diagnostic move_mistake(const std::string& expected, const std::string& base = "three") {
    try {
        run_moves(expected, base);
    } catch (const Error& error) {
        return error.diagnostics().front();
    }
    ADD_FAILURE() << "accepted:\n" << expected;
    return {};
}

TEST(RotationCases, MovesAreExpectedByCadreAndPost) {
    const CaseReport report = run_moves(R"toml(
young_to_lead = [
    { row = 0, post = "head", verdict = "not_met" },
    { row = 0, post = "clerk", verdict = "met" },
    { row = 0, post = "open", verdict = "undetermined" },
    { row = 1, post = "head", verdict = "met" },
    { row = 2, post = "head", verdict = "exempt" },
    { row = 2, post = "clerk", verdict = "met" },
]
junior = [
    { row = 1, post = "clerk", verdict = "not_met" },
    { row = 1, post = "head", verdict = "met" },
    { row = 1, post = "open", verdict = "undetermined" },
]
)toml");
    EXPECT_TRUE(report.passed()) << report.to_text(Language::en);
    const auto& results = report.cases.at(0).results;
    ASSERT_EQ(results.size(), 9U);
    EXPECT_TRUE(results[4].is_move);
    EXPECT_FALSE(results[4].is_audit);
    EXPECT_EQ(results[4].subject, "young_to_lead");
    EXPECT_EQ(results[4].row, 2U);
    EXPECT_EQ(results[4].post, "head");
    EXPECT_EQ(results[4].got, "exempt");
}

TEST(RotationCases, WhatAMoveLeavesTellsItsDirection) {
    const CaseReport report = run_moves(R"toml(
down = [
    { row = 0, post = "head", from = "clerk", verdict = "met" },
    { row = 0, post = "clerk", from = "head", verdict = "not_met" },
    { row = 0, post = "head", verdict = "undetermined" },
    { row = 0, post = "clerk", from = "none", verdict = "met" },
]
)toml");
    EXPECT_TRUE(report.passed()) << report.to_text(Language::en);
}

TEST(RotationCases, ARuleIsForTheKindThatTheMoveIsOf) {
    const CaseReport report = run_moves(R"toml(
rotated_low = [
    { row = 0, post = "clerk", kind = "rotation", verdict = "not_met" },
    { row = 0, post = "clerk", kind = "transfer", verdict = "met" },
    { row = 0, post = "clerk", verdict = "undetermined" },
    { row = 0, post = "head", verdict = "met" },
]
)toml");
    EXPECT_TRUE(report.passed()) << report.to_text(Language::en);
}

TEST(RotationCases, OneCadreAndOnePostNeedNotBeNamed) {
    EXPECT_TRUE(run_moves("young_to_lead = \"met\"", "one").passed());
    EXPECT_FALSE(run_moves("young_to_lead = \"not_met\"", "one").passed());
    EXPECT_TRUE(run_moves("young_to_lead = \"not_met\"", "one", "cadre = { birth_date = 1960-01-01 }\n").passed());
}

TEST(RotationCases, ARuleOnMovesIsJudgedByTheLawOfTheCase) {
    EXPECT_TRUE(run_moves("young_to_lead = \"not_in_force\"", "one", "law_as_of = 2016-01-01\n").passed());
    EXPECT_TRUE(run_moves("young_to_lead = \"not_in_force\"", "one", "as_of = 2016-01-01\n").passed());
    EXPECT_TRUE(run_moves("young_to_lead = \"met\"", "one", "as_of = 2016-01-01\nlaw_as_of = 2015-12-31\n").passed());
}

TEST(RotationCases, AMoveThatIsNotExpectedFailsWithItsExplanation) {
    const CaseReport report = run_moves(R"toml(
young_to_lead = [{ row = 0, post = "head", verdict = "met" }, { row = 1, post = "head", verdict = "met" }]
)toml");
    ASSERT_EQ(report.cases.at(0).results.size(), 2U);
    EXPECT_FALSE(report.cases[0].results[0].passed);
    ASSERT_TRUE(report.cases[0].results[0].explanation);
    EXPECT_EQ(report.cases[0].results[0].explanation->root.verdict, Verdict::not_met);
    EXPECT_FALSE(report.cases[0].results[1].explanation) << "what is as expected needs none";
    EXPECT_THAT(report.to_text(Language::en),
                HasSubstr("young_to_lead, row 0, taking the post “head”: expected met, got not_met"));
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("    Verdict: not met"));
    EXPECT_THAT(report.to_text(Language::vi),
                HasSubstr("young_to_lead, dòng 0, nhận vị trí “head”: mong đợi met, nhưng được not_met"));
}

TEST(RotationCases, EveryMistakeAboutMovesIsNamedWithARemedy) {
    const auto mistake = [](const std::string& expected, const std::string& base = "three") {
        const Diagnostic found = move_mistake(expected, base);
        EXPECT_EQ(found.place.source, "m.toml");
        EXPECT_GT(found.place.line, std::ranges::count(std::string_view(moves_pack), '\n')) << "a line of the case";
        EXPECT_TRUE(found.hint) << expected;
        return found.message.id;
    };
    EXPECT_EQ(mistake("junio = \"met\""), texts::case_unknown_rotation_policy);
    EXPECT_EQ(mistake("two_years = \"met\""), texts::case_policy_not_on_moves);
    EXPECT_EQ(mistake("junior = { post = \"head\", verdict = \"met\" }"), texts::case_row_unsaid);
    EXPECT_EQ(mistake("junior = { row = 3, post = \"head\", verdict = \"met\" }"), texts::case_no_such_row);
    EXPECT_EQ(mistake("junior = { row = -1, post = \"head\", verdict = \"met\" }"), texts::case_no_such_row);
    EXPECT_EQ(mistake("junior = { row = 0, verdict = \"met\" }"), texts::case_post_unsaid);
    EXPECT_EQ(mistake("junior = { row = 0, post = \"haed\", verdict = \"met\" }"), texts::case_unknown_post);
    EXPECT_EQ(mistake("junior = { row = 0, post = \"head\", from = \"clark\", verdict = \"met\" }"),
              texts::case_unknown_post);
    EXPECT_EQ(mistake("junior = { row = 0, post = \"head\", verdict = \"violated\" }"), texts::case_unknown_verdict);
    EXPECT_EQ(mistake("junior = { row = 0, post = \"head\", kind = \"rotaton\", verdict = \"met\" }"),
              texts::rotation_unknown_kind);
    EXPECT_EQ(mistake("junior = 3", "one"), texts::case_unknown_verdict);
    EXPECT_EQ(mistake("junior = \"met\"", "no_posts"), texts::case_without_posts);
    EXPECT_EQ(mistake("junior = { row = 0, post = \"head\", pots = \"head\", verdict = \"met\" }"), texts::unknown_key);
    EXPECT_EQ(move_mistake("junior = { row = 0, post = \"head\" }").message.id, texts::missing_key);
    EXPECT_EQ(move_mistake("junior = { row = 0, post = 3, verdict = \"met\" }").message.id, texts::wrong_value_kind);
}

TEST(RotationCases, AWrongRotationPolicyIsReportedOnce) {
    const std::string pack = moves_pack + std::string(R"toml(
[[rotation_policy]]
id = "wrong"
title = { vi = "a", en = "a" }
cite = "5"
rule = "direction"
directions = ["up"]
[[case]]
base = "one"
expect_moves = { junior = "undetermined" }
)toml");
    try {
        run_cases(parse_pack(pack, "m.toml"));
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().size(), 1U);
    }
}

}  // namespace
}  // namespace cadre

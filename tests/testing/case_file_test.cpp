#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/messages/texts/testing.hpp>
#include <cadre/testing/case_file.hpp>
#include <cadre/testing/case_report.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace cadre {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string with_head(std::string_view cases) {
    return "pack = \"hanoi-2011\"\n" + std::string(cases);
}

CaseFile parsed(std::string_view cases) {
    return parse_cases(with_head(cases), "cases.toml");
}

Diagnostics findings(std::string_view text) {
    try {
        parse_cases(text, "cases.toml");
    } catch (const Error& error) {
        return error.diagnostics();
    }
    ADD_FAILURE() << "accepted:\n" << text;
    return {};
}

MessageId first_finding(std::string_view cases) {
    const Diagnostics found = findings(with_head(cases));
    return found.empty() ? texts::did_you_mean : found.front().message.id;
}

std::vector<std::string> failures(const CaseFile& file) {
    std::vector<std::string> failed;
    for (const CaseRun& run : run_cases(file).cases) {
        for (const CaseResult& result : run.results) {
            if (!result.passed) failed.push_back(result.subject + ": " + result.expected + " / " + result.got);
        }
    }
    return failed;
}

TEST(CaseFile, TheEarliestDayIsChecked) {
    const std::string pack = R"toml(
[pack]
id = "p"
title = { vi = "a", en = "a" }
source = { document = "1", issuer = "A", date = 2011-08-18 }
[[criterion]]
id = "of_age"
title = { vi = "Đủ tuổi", en = "Of age" }
cite = "1"
when = 'birth_date + @"P35Y" <= as_of'
[[case]]
as_of = 2015-01-01
cadres = [{ birth_date = 1980-02-29 }, { birth_date = 1980-02-29 }, { birth_date = 1979-01-01 }]

[case.expect]
of_age = [{ verdict = "not_met", earliest = 2015-02-28 }, { verdict = "not_met", earliest = 2015-03-01 }, { verdict = "met", earliest = 2015-01-01 }]
)toml";
    const CaseReport report = run_cases(parse_pack(pack, "p.toml"));
    ASSERT_EQ(report.cases.at(0).results.size(), 3U);
    EXPECT_TRUE(report.cases[0].results[0].passed);
    EXPECT_FALSE(report.cases[0].results[1].passed);
    EXPECT_EQ(report.cases[0].results[1].expected, "not_met (earliest: 2015-03-01)");
    EXPECT_EQ(report.cases[0].results[1].got, "not_met (earliest: 2015-02-28)");
    EXPECT_TRUE(report.cases[0].results[2].passed);
    EXPECT_EQ(first_finding("[[case]]\nas_of = 2015-01-01\ncadre = {}\n"
                            "expect = { 'degree >= \"master\"' = { verdict = \"met\", earliest = 2015-01-01 } }\n"),
              texts::unknown_key);
}

TEST(CaseFile, ARecordIsJudged) {
    const CaseFile file = parsed(R"toml(
[[case]]
id = "master"
title = { vi = "Thạc sĩ", en = "A master" }
as_of = 2015-12-31
cadre = { degree = "Thạc sỹ" }
expect = { postgraduate_holder = "met", university_degree = "met" }

[[case]]
as_of = 2015-12-31
cadre = { degree = "bachelor", specialist_training = "none" }
expect = { postgraduate_holder = "not_met" }

[[case]]
as_of = 2015-12-31
cadre = { specialist_training = "none" }
expect = { postgraduate_holder = { verdict = "undetermined", missing = ["degree"] } }

[[case]]
as_of = 2015-12-31
law_as_of = 2016-01-01
cadre = { degree = "doctorate" }
expect = { postgraduate_holder = "not_in_force" }
)toml");
    ASSERT_EQ(file.cases.size(), 4U);
    EXPECT_EQ(file.cases[0].id, "master");
    EXPECT_EQ(file.cases[0].title.vi, "Thạc sĩ");
    EXPECT_EQ(file.cases[0].place, (Place{"cases.toml", 3, 1}));
    EXPECT_EQ(file.cases[3].law_as_of, Date(2016, 1, 1));
    EXPECT_THAT(failures(file), IsEmpty());
}

TEST(CaseFile, ValuesOfEveryKind) {
    const CaseFile file = parsed(R"toml(
[[case]]
as_of = 2015-12-31
cadre = { birth_date = "1965-09", party_admission_date = "none", appointments = [ { title = "party_secretary", unit = "u1", from = 2010-01-01, to = "ongoing" } ], disciplines = [], qualifications = { open = true, items = [ { level = "ĐH" } ] } }
units = [ { id = "u1", kind = "ward" } ]
expect = { postgraduate_holder = "undetermined" }
)toml");
    const Record& cadre = file.cases.at(0).tables.at(0).second.at(0);
    ASSERT_EQ(cadre.size(), 5U);
    EXPECT_EQ(std::get<PartialDate>(cadre[0].second), PartialDate::of_month(1965, 9));
    EXPECT_TRUE(std::holds_alternative<None>(cadre[1].second));
    const Record& spell = std::get<ListValue>(cadre[2].second).records.at(0);
    EXPECT_EQ(std::get<Date>(spell[2].second), Date(2010, 1, 1));
    EXPECT_TRUE(std::holds_alternative<Ongoing>(spell[3].second));
    EXPECT_THAT(std::get<ListValue>(cadre[3].second).records, IsEmpty());
    EXPECT_FALSE(std::get<ListValue>(cadre[3].second).open);
    EXPECT_TRUE(std::get<ListValue>(cadre[4].second).open);
    EXPECT_THAT(failures(file), IsEmpty());
}

TEST(CaseFile, ConditionsAndDefinitionsAreJudged) {
    const CaseFile file = parsed(R"toml(
[[case]]
as_of = 2015-12-31
cadre = { birth_date = 1980-12-31, degree = "master" }
party_members = [ { appraisals = [ { year = 2015, status = "rated" } ] }, { appraisals = [] } ]

[case.expect]
postgraduate = "met"
'age = @"P35Y"' = "met"
'sex = "female"' = { verdict = "undetermined", missing = ["sex"] }
is_rated_member = ["met", "not_met"]
'is_rated_member and true' = ["met", "not_met"]
)toml");
    EXPECT_THAT(failures(file), IsEmpty());
    const std::string head = "[[case]]\nas_of = 2015-12-31\ncadre = {}\n";
    EXPECT_EQ(first_finding(head + "expect = { age = \"met\" }\n"), texts::target_not_a_condition);
    EXPECT_EQ(first_finding(head + "expect = { 'agee > 3' = \"met\" }\n"), texts::unknown_name);
}

TEST(CaseFile, FragmentsAreLaidUnderCases) {
    const CaseFile file = parsed(R"toml(
[[fragment]]
id = "day"
as_of = 2015-12-31

[[fragment]]
id = "official"
base = "day"
cadre = { degree = "master", specialist_training = "none", unit = "u1" }
units = [ { id = "u1", kind = "ward" } ]

[[case]]
base = "official"
expect = { postgraduate_holder = "met" }

[[case]]
base = ["day", "official"]
cadre = { degree = "bachelor", unit = "u2" }
units = [ { id = "u2", kind = "township" } ]
expect = { postgraduate_holder = "not_met" }

[[case]]
base = "official"
without = ["degree"]
as_of = 2014-12-31
expect = { postgraduate_holder = { verdict = "undetermined", missing = ["degree"] } }
)toml");
    EXPECT_THAT(failures(file), IsEmpty());
    EXPECT_EQ(file.cases[1].roster.size("units"), 2U);
    EXPECT_EQ(file.cases[1].roster.size("cadres"), 1U);
    EXPECT_EQ(file.cases[2].as_of, Date(2014, 12, 31));
}

TEST(CaseFile, SeveralRows) {
    const CaseFile file = parsed(R"toml(
[[case]]
as_of = 2015-12-31
cadres = [ { degree = "master" }, { degree = "bachelor", specialist_training = "none" } ]
expect = { postgraduate_holder = ["met", "not_met"], university_degree = { row = 1, verdict = "met" } }
)toml");
    ASSERT_EQ(file.cases[0].verdicts.size(), 3U);
    EXPECT_EQ(file.cases[0].verdicts[1].row, 1U);
    EXPECT_EQ(file.cases[0].verdicts[2].row, 1U);
    EXPECT_THAT(failures(file), IsEmpty());
}

TEST(CaseFile, OtherTablesAndTargets) {
    const CaseFile file = parsed(R"toml(
[[case]]
as_of = 2015-12-31
cadres = [
    { managed_by = "city_standing_committee", degree = "master" },
    { managed_by = "city_standing_committee", degree = "bachelor", specialist_training = "none" },
    { managed_by = "city_standing_committee" },
]
admissions = { date = 2012-05-01 }
expect = { admitted_in_year = "not_met" }

[case.expect_targets]
managed_postgraduate_share = { verdict = "undetermined", least = "1/3", greatest = "4/6", reason = "missing_data" }
party_admissions = [ { year = 2012, verdict = "not_met", least = 1 }, { year = 2013, least = 0 } ]
)toml");
    EXPECT_THAT(failures(file), IsEmpty());
}

TEST(CaseFile, WhatIsWrongIsReportedWhereItStands) {
    const std::string text = with_head(R"toml(
[[case]]
as_of = 2015-12-31
cadre = { degre = "master" }
expect = { postgraduate_holder = "met" }

[[case]]
as_of = 2015-12-31
cadre = { appraisals = [ { year = "2013" } ] }
expect = { postgraduate_holder = "maybe", postgraduate = "met" }
)toml");
    std::vector<std::string> found;
    for (const Diagnostic& finding : findings(text)) found.push_back(finding.to_text());
    EXPECT_THAT(found,
                ElementsAre(HasSubstr("cases.toml:5:19: error: the table “cadres” has no attribute “degre”"),
                            HasSubstr("cases.toml:10:35: error: table “cadres.appraisals”, row 0, attribute “year”")));
    EXPECT_THAT(found[0], HasSubstr("did you mean “degree”?"));
}

TEST(CaseFile, EveryMistakeIsNamed) {
    const std::string head = "[[case]]\nas_of = 2015-12-31\ncadre = { degree = \"master\" }\n";
    const auto expecting = [&](const std::string& expect) { return first_finding(head + expect + "\n"); };
    EXPECT_EQ(expecting(""), texts::case_expects_nothing);
    EXPECT_EQ(expecting("expect = \"met\""), texts::wrong_value_kind);
    EXPECT_EQ(expecting("expect = { postgraduate_holder = \"maybe\" }"), texts::case_unknown_verdict);
    EXPECT_EQ(expecting("expect = { postgraduate_holder = 1 }"), texts::case_unknown_verdict);
    EXPECT_EQ(expecting("expect = { postgraduate_holdr = \"met\" }"), texts::criterion_unknown);
    EXPECT_EQ(expecting("expect = { admitted_in_year = \"met\" }"), texts::case_no_such_row);
    EXPECT_EQ(expecting("expect = { postgraduate_holder = { row = -1, verdict = \"met\" } }"), texts::case_no_such_row);
    EXPECT_EQ(expecting("expect = { postgraduate_holder = { verdict = \"met\", missing = [\"degree\"] } }"),
              texts::case_known_verdict_lacks);
    EXPECT_EQ(expecting("expect = { postgraduate_holder = { verdict = \"undetermined\", reason = \"why\" } }"),
              texts::case_unknown_reason);
    EXPECT_EQ(expecting("expect = { postgraduate_holder = { missing = [] } }"), texts::missing_key);
    EXPECT_EQ(expecting("cadres = [ {} ]\nexpect = { postgraduate_holder = \"met\" }"), texts::case_row_unsaid);
    EXPECT_EQ(expecting("expect_targets = { party = \"met\" }"), texts::case_unknown_target);
    EXPECT_EQ(expecting("expect_targets = { party_admissions = \"met\" }"), texts::case_year_unsaid);
    EXPECT_EQ(expecting("expect_targets = { party_admissions = { year = 2020, verdict = \"met\" } }"),
              texts::case_year_outside);
    EXPECT_EQ(expecting("expect_targets = { managed_postgraduate_share = { year = 2012 } }"),
              texts::case_target_not_yearly);
    EXPECT_EQ(expecting("expect_targets = { managed_postgraduate_share = { least = \"1/0\" } }"),
              texts::case_share_syntax);
    EXPECT_EQ(expecting("expect_targets = { managed_postgraduate_share = \"not_in_force\" }"),
              texts::case_target_not_in_force);
}

TEST(CaseFile, RowsThatDoNotFit) {
    const auto row = [](const std::string& rows) {
        return first_finding("[[case]]\nas_of = 2015-12-31\n" + rows +
                             "\nexpect = { postgraduate_holder = \"met\" }\n");
    };
    EXPECT_EQ(row("cadre = { birth_date = \"in May\" }"), texts::wrong_value_kind);
    EXPECT_EQ(row("cadre = { birth_date = true }"), texts::roster_wrong_kind);
    EXPECT_EQ(row("cadre = { degree = \"wizard\" }"), texts::roster_unknown_code);
    EXPECT_EQ(row("cadre = { appraisals = 3 }"), texts::wrong_value_kind);
    EXPECT_EQ(row("cadre = { appraisals = [ 3 ] }"), texts::wrong_value_kind);
    EXPECT_EQ(row("cadre = { unit = \"u1\" }"), texts::case_dangling);
    EXPECT_EQ(row("cadre = []"), texts::wrong_value_kind);
    EXPECT_EQ(row("cadres = [ 1 ]"), texts::wrong_value_kind);
    EXPECT_EQ(row("cadre = {}\nunits = [ { id = \"u\" }, { id = \"u\" } ]"), texts::roster_duplicate_key);
    EXPECT_EQ(row("cadre = {}\nperson = {}"), texts::unknown_key);
    EXPECT_EQ(row("cadre = {}\nbase = \"official\""), texts::case_unknown_base);
    EXPECT_EQ(row("cadre = {}\nwithout = [\"degree\"]"), texts::case_nothing_to_remove);
}

TEST(CaseFile, WithoutADayOrAPack) {
    EXPECT_EQ(first_finding("[[case]]\ncadre = {}\nexpect = { postgraduate_holder = \"met\" }\n"), texts::missing_key);
    EXPECT_EQ(findings("[[case]]\n").front().message.id, texts::missing_key);
    EXPECT_EQ(findings("pack = \"hanoi-2012\"\n").front().message.id, texts::unknown_pack);
    EXPECT_EQ(findings("pack = \"hanoi-2012\"\n").front().place, (Place{"cases.toml", 1, 8}));
}

constexpr const char* pool_pack = R"toml(
[pack]
id = "p"
title = { vi = "a", en = "a" }
source = { document = "1" }
[[pool_policy]]
id = "women"
title = { vi = "Nữ", en = "Women" }
cite = "1"
to = 2016-01-01
rule = "share"
meet = 'sex = "female"'
share = ">= 50 %"
[[pool_policy]]
id = "posts"
title = { vi = "Số chức danh", en = "Posts" }
cite = "2"
rule = "posts_per_person"
count = "<= 1"
within = "plan"
[[pool_policy]]
id = "ages"
title = { vi = "Độ tuổi", en = "Ages" }
cite = "3"
rule = "age_bands"
ages = ["P40Y"]
count = ">= 1"
[[pool_policy]]
id = "punished"
title = { vi = "Kỷ luật", en = "Disciplined" }
cite = "4"
rule = "removal"
when = 'count(disciplines) > 0'
[[pool_policy]]
id = "leaving"
title = { vi = "Nghỉ", en = "Leaves" }
cite = "5"
rule = "departure"
day = 'birth_date'
[[pool_policy]]
id = "central"
title = { vi = "Trung ương", en = "Centre" }
cite = "6"
pools = 'tier = "central"'
rule = "members"
count = ">= 1"

[[fragment]]
id = "two_pools"
as_of = 2015-12-31
cadres = [{ id = "w", sex = "female", birth_date = 1980-01-01, disciplines = [] }, { id = "m", sex = "male", birth_date = 1970-01-01 }]
pools = [{ id = "p1", tier = "city" }, { id = "p2", tier = "central" }]
pool_members = [
    { pool = "p1", cadre = "w", status = "approved", added = 2015-01-01 },
    { pool = "p2", cadre = "m", status = "approved", added = 2015-01-01 },
    { pool = "p2", cadre = "w", status = "approved" },
]
)toml";

CaseReport run_policies(const std::string& expected, const std::string& more = "") {
    return run_cases(parse_pack(
        pool_pack + ("\n[[case]]\nbase = \"two_pools\"\n" + more) + "\n[case.expect_policies]\n" + expected, "p.toml"));
}

MessageId policy_finding(const std::string& expected) {
    try {
        run_policies(expected);
    } catch (const Error& error) {
        return error.diagnostics().front().message.id;
    }
    ADD_FAILURE() << "accepted:\n" << expected;
    return texts::did_you_mean;
}

TEST(CaseFile, PoliciesAreJudgedByPoolPlanMemberAndBand) {
    const CaseReport report = run_policies(R"toml(
women = [{ pool = "p1", verdict = "met", least = "1/1" }, { pool = "p2", verdict = "undetermined", least = 0, greatest = "1/2" }]
posts = "undetermined"
ages = [{ pool = "p1", band = 0, verdict = "met" }, { pool = "p1", band = 1, verdict = "not_met", short_by = 1 }]
punished = [{ member = 0, verdict = "not_met" }, { member = 1, verdict = "undetermined" }]
central = { pool = "p2", verdict = "met" }
)toml");
    EXPECT_TRUE(report.passed()) << report.to_text(Language::en);
    const auto& results = report.cases.at(0).results;
    ASSERT_EQ(results.size(), 8U);
    EXPECT_TRUE(results[0].is_policy);
    EXPECT_EQ(results[1].subject, "women");
    EXPECT_EQ(results[1].pool, "p2");
    EXPECT_EQ(results[2].pool, "");
    EXPECT_EQ(results[6].member, 1U);
}

TEST(CaseFile, APolicyThatIsNotExpectedFails) {
    const CaseReport report = run_policies(
        "women = { pool = \"p1\", verdict = \"not_met\", short_by = 1 }\n"
        "central = { pool = \"p1\", verdict = \"met\" }\n"
        "punished = { member = 0, verdict = \"met\" }\n");
    const auto& results = report.cases.at(0).results;
    ASSERT_EQ(results.size(), 3U);
    EXPECT_FALSE(results[0].passed);
    EXPECT_EQ(results[0].expected, "not_met, short_by 1");
    EXPECT_EQ(results[0].got, "met, short_by 0");
    EXPECT_FALSE(results[1].passed);
    EXPECT_EQ(results[1].got, "–");  // the policy is not for the pool
    EXPECT_FALSE(results[2].passed);
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("women, pool p1: expected not_met, short_by 1, got met"));
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("punished, row 0: expected met, got not_met"));
}

TEST(CaseFile, APolicyIsLawInItsInterval) {
    EXPECT_TRUE(run_policies("women = { pool = \"p1\", verdict = \"met\" }").passed());
    EXPECT_TRUE(
        run_policies("women = { pool = \"p1\", verdict = \"not_in_force\" }", "law_as_of = 2016-01-01\n").passed());
    EXPECT_FALSE(run_policies("women = { pool = \"p1\", verdict = \"not_in_force\" }").passed());
}

TEST(CaseFile, EveryMistakeAboutPoliciesIsNamed) {
    EXPECT_EQ(policy_finding("womn = \"met\""), texts::case_unknown_policy);
    EXPECT_EQ(policy_finding("women = \"met\""), texts::case_pool_unsaid);
    EXPECT_EQ(policy_finding("women = { pool = \"p3\", verdict = \"met\" }"), texts::case_unknown_pool);
    EXPECT_EQ(policy_finding("women = { pool = \"p1\", verdict = \"good\" }"), texts::case_unknown_verdict);
    EXPECT_EQ(policy_finding("posts = { pool = \"p1\", verdict = \"met\" }"), texts::unknown_key);
    EXPECT_EQ(policy_finding("ages = { pool = \"p1\", verdict = \"met\" }"), texts::case_band);
    EXPECT_EQ(policy_finding("ages = { pool = \"p1\", band = 2, verdict = \"met\" }"), texts::case_band);
    EXPECT_EQ(policy_finding("punished = \"met\""), texts::case_row_unsaid);
    EXPECT_EQ(policy_finding("punished = { member = 3, verdict = \"met\" }"), texts::case_no_such_row);
    EXPECT_EQ(policy_finding("punished = { member = -1, verdict = \"met\" }"), texts::case_no_such_row);
    EXPECT_EQ(policy_finding("leaving = { pool = \"p1\", verdict = \"met\" }"), texts::case_policy_not_judged);
    EXPECT_EQ(first_finding("[[case]]\nas_of = 2015-12-31\ncadre = {}\nexpect_policies = { plan_surplus = \"met\" }\n"),
              texts::case_without_pools);
}

TEST(CaseFile, OnePoolNeedsNoName) {
    const CaseFile file = parsed(
        "[[case]]\nas_of = 2015-12-31\npools = { reviewed = 2015-06-01 }\n"
        "expect_policies = { plan_yearly_review = \"met\" }\n");
    EXPECT_EQ(file.cases.at(0).policies.at(0).pool, 0U);
    EXPECT_THAT(failures(file), IsEmpty());
}

TEST(CaseFile, MembersOfListsHaveListsOfTheirOwn) {
    const std::string pack = R"toml(
[pack]
id = "p"
title = { vi = "a", en = "a" }
source = { document = "1" }

[[attribute]]
table = "cadres.appointments"
id = "duties"
type = "list"

[[attribute]]
table = "cadres.appointments.duties"
id = "weight"
type = "integer"

[[criterion]]
id = "busy"
title = { vi = "Nhiều việc", en = "Busy" }
cite = "1"
when = 'some a in appointments satisfies count(a.duties[weight > 50]) >= 2'

[[case]]
as_of = 2015-12-31
cadre.appointments = [ { duties = [] }, { duties = [ { weight = 60 }, { weight = 70 } ] } ]
expect = { busy = "met" }

[[case]]
as_of = 2015-12-31
cadre.appointments = [ { duties = { open = true, items = [ { weight = 60 } ] } } ]
expect = { busy = { verdict = "undetermined", reason = "open_list" } }

[[case]]
as_of = 2015-12-31
cadre.appointments = [ { duties = [ { weight = 60 }, {} ] } ]
expect = { busy = { verdict = "undetermined", missing = ["cadres.appointments.duties.weight"] } }
)toml";
    const CaseReport report = run_cases(parse_pack(pack, "p.toml"));
    EXPECT_TRUE(report.passed()) << report.to_text(Language::en);
    EXPECT_EQ(report.cases.size(), 3U);
}

TEST(CaseFile, SizesAreBounded) {
    std::string doubling = "[[fragment]]\nid = \"f0\"\nunits = [ {}, {}, {}, {} ]\n";
    for (int i = 1; i <= 12; ++i) {
        const std::string before = "\"f" + std::to_string(i - 1) + "\"";
        doubling += "[[fragment]]\nid = \"f" + std::to_string(i) + "\"\nbase = [" + before + ", " + before + "]\n";
    }
    EXPECT_EQ(first_finding(doubling), texts::case_too_large);
    std::string many;
    for (std::size_t i = 0; i <= most_cases; ++i) many += "[[case]]\n";
    EXPECT_EQ(first_finding(many), texts::too_many_cases);
}

TEST(CaseFile, APackIsNamedFromTheFolderOfTheFile) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "case_file_test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "own.toml") << R"toml(
[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }

[[case]]
as_of = 2015-12-31
cadre = { degree = "master" }
expect = { has_degree = "met" }

[[criterion]]
id = "has_degree"
title = { vi = "Có bằng", en = "Has a degree" }
cite = { document = "Điều lệ", clause = "1" }
when = 'degree >= "bachelor"'
)toml";
    std::ofstream(folder / "cases.toml") << "pack = \"own.toml\"\n[[case]]\nas_of = 2015-12-31\n"
                                            "cadre = {}\nexpect = { has_degree = \"undetermined\" }\n";
    const CaseFile apart = load_cases((folder / "cases.toml").string());
    EXPECT_EQ(apart.pack.id(), "own");
    EXPECT_THAT(failures(apart), IsEmpty());
    const CaseFile within = load_cases((folder / "own.toml").string());
    ASSERT_EQ(within.cases.size(), 1U);
    EXPECT_THAT(failures(within), IsEmpty());
}

}  // namespace
}  // namespace cadre

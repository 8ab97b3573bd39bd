#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/rotation.hpp>
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

TEST(CaseFile, AuditsAreExpectedByRowSpellAndDays) {
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

TEST(CaseFile, AnAuditThatIsNotExpectedFailsWithWhatWasFound) {
    const CaseReport report =
        run_audits("two_years = [\"violated\", \"none\", { row = 1, spell = 2, status = \"violated\" }]\n");
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("two_years, row 0: expected violated, got none"));
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("two_years, row 1: expected none, got exempt"));
    EXPECT_THAT(report.to_text(Language::vi), HasSubstr("two_years, dòng 1, chức vụ 2: mong đợi violated, nhưng được"));
}

TEST(CaseFile, EveryMistakeAboutAuditsIsNamedWithARemedy) {
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

TEST(CaseFile, APlanIsExpectedToPassOrToHaveFindings) {
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

TEST(CaseFile, OptionsOfAPlanCheckCount) {
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

TEST(CaseFile, AnUnknownSeatLeavesAPlanUndetermined) {
    EXPECT_TRUE(run_plan_check("verdict = \"undetermined\"\nhandover_days = 2\nlongest_vacancy = 2\n"
                               "findings = { matter = \"unlisted_posts\", status = \"undetermined\" }\n",
                               "exchange", "cadres = [{ id = \"c\" }]\n")
                    .passed());
}

TEST(CaseFile, APlanThatIsNotAsExpectedFailsWithWhatWasFound) {
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

TEST(CaseFile, EveryMistakeAboutPlanChecksIsNamedWithARemedy) {
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

TEST(CaseFile, MovesAreExpectedByCadreAndPost) {
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

TEST(CaseFile, WhatAMoveLeavesTellsItsDirection) {
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

TEST(CaseFile, ARuleIsForTheKindThatTheMoveIsOf) {
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

TEST(CaseFile, OneCadreAndOnePostNeedNotBeNamed) {
    EXPECT_TRUE(run_moves("young_to_lead = \"met\"", "one").passed());
    EXPECT_FALSE(run_moves("young_to_lead = \"not_met\"", "one").passed());
    EXPECT_TRUE(run_moves("young_to_lead = \"not_met\"", "one", "cadre = { birth_date = 1960-01-01 }\n").passed());
}

TEST(CaseFile, ARuleOnMovesIsJudgedByTheLawOfTheCase) {
    EXPECT_TRUE(run_moves("young_to_lead = \"not_in_force\"", "one", "law_as_of = 2016-01-01\n").passed());
    EXPECT_TRUE(run_moves("young_to_lead = \"not_in_force\"", "one", "as_of = 2016-01-01\n").passed());
    EXPECT_TRUE(run_moves("young_to_lead = \"met\"", "one", "as_of = 2016-01-01\nlaw_as_of = 2015-12-31\n").passed());
}

TEST(CaseFile, AMoveThatIsNotExpectedFailsWithItsExplanation) {
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

TEST(CaseFile, EveryMistakeAboutMovesIsNamedWithARemedy) {
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

TEST(CaseFile, AWrongRotationPolicyIsReportedOnce) {
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

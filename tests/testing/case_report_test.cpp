#include <cadre/testing/case_report.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

CaseReport run(std::string_view cases) {
    return run_cases(parse_pack(R"toml(
[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "Điều lệ" }

[[parameter]]
id = "least_degree"
values = [
    { from = 2000-01-01, to = 2010-01-01, value = 3, cite = "2" },
    { from = 2010-01-01, value = 5, cite = "3" },
]

[[definition]]
id = "enough"
is = 'count(appraisals[year <= as_of.year]) >= least_degree'

[[criterion]]
id = "rated"
title = { vi = "Đã xếp loại", en = "Rated" }
cite = "1"
when = 'enough'

[[criterion]]
id = "woman"
title = { vi = "Là nữ", en = "Is a woman" }
cite = "4"
when = 'sex = "female"'
)toml" + std::string(cases),
                                "own.toml"));
}

TEST(CaseReport, AFailureSaysWhereWhatAndWhy) {
    const CaseReport report = run(R"toml(
[[case]]
id = "without_appraisals"
title = { vi = "Chưa xếp loại", en = "No ratings" }
as_of = 2015-12-31
cadre = { sex = "female", appraisals = [] }
expect = { rated = "met", woman = "met" }
)toml");
    EXPECT_FALSE(report.passed());
    ASSERT_EQ(report.cases.at(0).results.size(), 2U);
    EXPECT_FALSE(report.cases[0].results[0].passed);
    EXPECT_TRUE(report.cases[0].results[1].passed);
    const std::string english = report.to_text(Language::en);
    EXPECT_THAT(english,
                HasSubstr("own.toml:35:20: No ratings (without_appraisals): rated, row 0: expected met, got not_met"));
    EXPECT_THAT(english, HasSubstr("    Verdict: not met"));
    EXPECT_THAT(english, HasSubstr("own: 1 cases, 2 expectations, 1 failed"));
    EXPECT_THAT(report.to_text(Language::vi), HasSubstr("mong đợi met, nhưng được not_met"));
}

TEST(CaseReport, WhatIsMissingAndWhyAreCompared) {
    const auto passes = [](const std::string& expectation) {
        return run("[[case]]\nas_of = 2015-12-31\ncadre = { appraisals = { open = true, items = [] } }\n"
                   "expect = { rated = { verdict = \"undetermined\"" +
                   expectation + " } }\n")
            .passed();
    };
    EXPECT_TRUE(passes(""));
    EXPECT_TRUE(passes(", reason = \"open_list\""));
    EXPECT_TRUE(passes(", missing = []"));
    EXPECT_FALSE(passes(", reason = \"empty_list\""));
    EXPECT_FALSE(passes(", missing = [\"appraisals\"]"));
}

TEST(CaseReport, ClausesAreSeenByExpectationsThatHold) {
    const CaseReport report = run(R"toml(
[[case]]
as_of = 2005-12-31
cadre = { appraisals = [ { year = 2001 }, { year = 2002 }, { year = 2003 } ] }
expect = { rated = "met" }

[[case]]
as_of = 2015-12-31
cadre = { appraisals = [ { year = 2001 } ], sex = "male" }
expect = { rated = "not_met", woman = "met" }

[[case]]
as_of = 2015-12-31
cadre = {}
expect = { rated = "undetermined" }
)toml");
    ASSERT_EQ(report.coverage.size(), 4U);
    const auto counts = [&](std::size_t at) {
        const ClauseCoverage& clause = report.coverage[at];
        return std::vector<std::int64_t>{clause.met, clause.not_met, clause.undetermined};
    };
    EXPECT_EQ(report.coverage[0].id, "rated");
    EXPECT_EQ(counts(0), (std::vector<std::int64_t>{1, 1, 1}));
    EXPECT_TRUE(report.coverage[0].complete());
    EXPECT_EQ(counts(1), (std::vector<std::int64_t>{0, 0, 0}));
    EXPECT_EQ(report.coverage[2].kind, ClauseCoverage::Kind::parameter);
    EXPECT_EQ(counts(2), (std::vector<std::int64_t>{1, 0, 0}));
    EXPECT_EQ(counts(3), (std::vector<std::int64_t>{0, 1, 1}));
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("least_degree [2000-01-01, 2010-01-01)"));
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("1 of 4 clauses seen with all three verdicts"));
}

TEST(CaseReport, VersionsAreSeenOnTheDaysOfFactsThatLookThemUp) {
    const CaseReport report = run(R"toml(
[[criterion]]
id = "rated_in_time"
title = { vi = "Đã xếp loại đủ", en = "Rated enough" }
cite = "5"
when = 'count(appraisals[year <= as_of.year]) >= at(least_degree, birth_date)'

[[case]]
as_of = 2015-12-31
cadre = { birth_date = 2005-06-01, appraisals = [ { year = 2001 } ] }
expect = { rated_in_time = "not_met" }

[[case]]
as_of = 2015-12-31
cadre = { birth_date = "2010", appraisals = [] }
expect = { rated_in_time = "not_met" }

[[case]]
as_of = 2015-12-31
cadre = { birth_date = "2009", appraisals = { open = true, items = [] } }
expect = { rated_in_time = "undetermined" }
)toml");
    ASSERT_TRUE(report.passed()) << report.to_text(Language::en);
    const auto counts = [&](std::size_t at) {
        const ClauseCoverage& clause = report.coverage[at];
        return std::vector<std::int64_t>{clause.met, clause.not_met, clause.undetermined};
    };
    EXPECT_EQ(report.coverage[3].id, "least_degree");
    EXPECT_EQ(counts(3), (std::vector<std::int64_t>{0, 1, 1}));
    EXPECT_EQ(counts(4), (std::vector<std::int64_t>{0, 1, 0}));
}

TEST(CaseReport, PoliciesAreSeenAndTheParametersTheyLookUp) {
    const CaseReport report = run(R"toml(
[[pool_policy]]
id = "rated_members"
title = { vi = "Đã xếp loại", en = "Rated" }
cite = "6"
to = 2016-01-01
rule = "entry"
meet = 'count(appraisals[year <= as_of.year]) >= least_degree'

[[pool_policy]]
id = "leaving"
title = { vi = "Nghỉ", en = "Leaves" }
cite = "7"
rule = "departure"
day = 'birth_date'

[[fragment]]
id = "plan"
cadres = [ { id = "a", appraisals = [ { year = 2001 }, { year = 2002 }, { year = 2003 } ] }, { id = "b" } ]
pools = [ { id = "p1" }, { id = "p2" } ]
pool_members = [ { pool = "p1", cadre = "a", status = "approved", added = 2004-01-01 }, { pool = "p2", cadre = "b", status = "approved", added = 2004-01-01 } ]

[[case]]
base = "plan"
as_of = 2005-12-31
expect_policies = { rated_members = [ { pool = "p1", verdict = "met" }, { pool = "p2", verdict = "undetermined" } ] }

[[case]]
base = "plan"
as_of = 2015-12-31
expect_policies = { rated_members = { pool = "p1", verdict = "not_met", short_by = 1 } }

[[case]]
base = "plan"
as_of = 2016-01-01
expect_policies = { rated_members = { pool = "p1", verdict = "not_in_force" } }
)toml");
    ASSERT_TRUE(report.passed()) << report.to_text(Language::en);
    ASSERT_EQ(report.coverage.size(), 5U);  // departures are not judged
    const auto counts = [&](std::size_t at) {
        const ClauseCoverage& clause = report.coverage[at];
        return std::vector<std::int64_t>{clause.met, clause.not_met, clause.undetermined};
    };
    EXPECT_EQ(report.coverage[2].kind, ClauseCoverage::Kind::policy);
    EXPECT_EQ(report.coverage[2].id, "rated_members");
    EXPECT_EQ(counts(2), (std::vector<std::int64_t>{1, 1, 1}));
    EXPECT_EQ(counts(3), (std::vector<std::int64_t>{1, 0, 1}));
    EXPECT_EQ(counts(4), (std::vector<std::int64_t>{0, 1, 0}));
}

TEST(CaseReport, AuditsAreSeenAndTheParametersTheyLookUp) {
    const CaseReport report = run(R"toml(
[[rotation_policy]]
id = "few_ratings"
title = { vi = "Ít xếp loại", en = "Few ratings" }
cite = "6"
rule = "condition"
meet = 'count(appraisals[year <= as_of.year]) < least_degree'

[[rotation_policy]]
id = "directions"
title = { vi = "Hướng", en = "Directions" }
cite = "7"
rule = "direction"
directions = ["city_to_grassroots"]

[[case]]
as_of = 2015-12-31
cadres = [{ appraisals = [] }, { appraisals = [{ year = 2001 }, { year = 2002 }, { year = 2003 }, { year = 2004 }, { year = 2005 }] }, {}]
expect_audit = { few_ratings = ["none", "violated", "undetermined"] }
)toml");
    ASSERT_TRUE(report.passed()) << report.to_text(Language::en);
    ASSERT_EQ(report.coverage.size(), 6U);
    EXPECT_EQ(report.coverage[2].kind, ClauseCoverage::Kind::rotation_policy);
    EXPECT_EQ(report.coverage[2].id, "few_ratings");
    EXPECT_TRUE(report.coverage[2].complete());
    EXPECT_EQ(report.coverage[3].id, "directions");
    EXPECT_EQ(report.coverage[4].id, "least_degree");
    EXPECT_EQ(report.coverage[4].not_met + report.coverage[5].not_met, 1);
}

TEST(CaseReport, RulesOnMovesAreClausesAndSeeParameters) {
    const CaseReport report = run(R"toml(
[[rotation_policy]]
id = "rated_well"
title = { vi = "Đủ xếp loại", en = "Enough ratings" }
cite = "6"
exempt = 'sex = "female"'
rule = "move"
meet = 'count(appraisals) >= least_degree'

[[case]]
as_of = 2009-12-31
posts = [{ id = "p" }]
cadres = [{ sex = "male", appraisals = [] }, { sex = "male", appraisals = [{}, {}, {}] }, { sex = "male" }, { sex = "female" }, {}]
[case.expect_moves]
rated_well = [
    { row = 0, verdict = "not_met" },
    { row = 1, verdict = "met" },
    { row = 2, verdict = "undetermined" },
    { row = 3, verdict = "exempt" },
    { row = 4, verdict = "not_met" },
]
)toml");
    EXPECT_FALSE(report.passed());
    ASSERT_EQ(report.coverage.size(), 5U);
    const ClauseCoverage& rule = report.coverage[2];
    EXPECT_EQ(rule.kind, ClauseCoverage::Kind::rotation_policy);
    EXPECT_EQ(rule.id, "rated_well");
    EXPECT_EQ(rule.met, 2) << "who is exempt meets it";
    EXPECT_EQ(rule.not_met, 1) << "what is not as expected does not count";
    EXPECT_EQ(rule.undetermined, 1);
    EXPECT_EQ(report.coverage[3].met, 2) << "the version of 2000";
    EXPECT_EQ(report.coverage[3].not_met, 1);
    EXPECT_EQ(report.coverage[4].met, 0) << "the version of 2010";
}

TEST(CaseReport, APackWithoutCases) {
    const CaseReport report = run("");
    EXPECT_TRUE(report.passed());
    EXPECT_THAT(report.to_text(Language::en), HasSubstr("own: 0 cases"));
}

}  // namespace
}  // namespace cadre

#include <cadre/testing/case_report.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace cadre {
namespace {

class ShippedCases : public testing::TestWithParam<std::string> {};

TEST_P(ShippedCases, Hold) {
    const CaseReport report = run_cases(load_cases(GetParam()));
    EXPECT_TRUE(report.passed()) << report.to_text(Language::en);
    EXPECT_THAT(report.cases, testing::Not(testing::IsEmpty()));
}

TEST_P(ShippedCases, SeeEveryCriterionAndPolicyMetNotMetAndUndetermined) {
    for (const ClauseCoverage& clause : run_cases(load_cases(GetParam())).coverage) {
        using Kind = ClauseCoverage::Kind;
        if (clause.kind == Kind::target || clause.kind == Kind::parameter) continue;
        EXPECT_TRUE(clause.complete()) << clause.id;
    }
}

INSTANTIATE_TEST_SUITE_P(Packs, ShippedCases, testing::ValuesIn(shipped_packs()), [](const auto& pack) {
    std::string name = pack.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace cadre

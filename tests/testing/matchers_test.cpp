#include <cadre/roster/roster_builder.hpp>
#include <cadre/testing/matchers.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Matchers, CasesOfAPack) {
    EXPECT_THAT(run_cases(load_cases("hanoi-2011")), EveryCaseHolds());
    const CaseFile wrong = parse_cases(R"(pack = "hanoi-2011"
[[case]]
as_of = 2015-12-31
cadre = { degree = "master" }
expect = { postgraduate_holder = "not_met" }
)",
                                       "wrong.toml");
    testing::StringMatchResultListener listener;
    EXPECT_FALSE(testing::ExplainMatchResult(EveryCaseHolds(), run_cases(wrong), &listener));
    EXPECT_THAT(listener.str(), HasSubstr("expected not_met, got met"));
}

TEST(Matchers, AVerdictOnARow) {
    RosterBuilder builder;
    builder.add("cadres", {{"degree", "master"}});
    const Roster roster = builder.build();
    const Pack pack = load_pack("hanoi-2011");
    const EvaluationOptions day{.as_of = Date(2015, 12, 31)};
    EXPECT_THAT(roster, HasVerdict(pack, "postgraduate_holder", 0U, day, Verdict::met));
    EXPECT_THAT(roster, Not(HasVerdict(pack, "postgraduate_holder", 0U, day, Verdict::undetermined)));
    testing::StringMatchResultListener listener;
    EXPECT_FALSE(testing::ExplainMatchResult(HasVerdict(pack, "advanced_political_theory", 0U, day, Verdict::met),
                                             roster, &listener));
    EXPECT_THAT(listener.str(), HasSubstr("missing: political theory"));
}

}  // namespace
}  // namespace cadre

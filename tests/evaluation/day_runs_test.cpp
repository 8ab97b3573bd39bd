#include "evaluation/over_days/day_runs.hpp"

#include <gtest/gtest.h>

namespace cadre::over_days {
namespace {

/// Met and not met by turns, from day 0 on.
VerdictRuns alternating(DayNumber changes, DayNumber apart) {
    VerdictRuns runs;
    for (DayNumber i = 0; i < changes; ++i) runs.append(i * apart, i % 2 == 0 ? Verdict::met : Verdict::not_met);
    return runs;
}

Verdict on(const VerdictRuns& runs, DayNumber day) {
    Verdict verdict = Verdict::undetermined;
    for (const auto& run : runs.runs()) {
        if (run.from <= day) verdict = run.value;
    }
    return verdict;
}

TEST(DayRuns, JoinsFewRunsAndManyDayByDay) {
    constexpr DayNumber end = 200;
    for (DayNumber few = 1; few <= 10; ++few) {
        for (DayNumber many = 1; many <= 10; ++many) {
            const VerdictRuns a = alternating(few, 7);
            const VerdictRuns b = !alternating(many, 5);
            const VerdictRuns both = a && b;
            const VerdictRuns copy = both;
            for (DayNumber day = 0; day < end; ++day) {
                ASSERT_EQ(on(copy, day), (on(a, day) && on(b, day))) << few << ", " << many << ", day " << day;
            }
        }
    }
}

TEST(DayRuns, AValueThatGoesOnBeginsNoRun) {
    VerdictRuns runs = alternating(9, 3);
    ASSERT_EQ(runs.runs().size(), 9U);
    runs.append(100, Verdict::met);
    EXPECT_EQ(runs.runs().size(), 9U);
    EXPECT_EQ(runs.runs().back().from, 24);
    EXPECT_FALSE(runs.is_always(Verdict::met));
    std::vector<DayNumber> changes;
    runs.changes().each_stretch({0, 101}, [&](DayNumber day) { changes.push_back(day); });
    EXPECT_EQ(changes, (std::vector<DayNumber>{0, 3, 6, 9, 12, 15, 18, 21, 24}));
}

}  // namespace
}  // namespace cadre::over_days

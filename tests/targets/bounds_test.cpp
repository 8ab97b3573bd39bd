#include <cadre/targets/bounds.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace cadre {
namespace {

using Comparison = Threshold::Comparison;
using Measure = Threshold::Measure;

constexpr std::array comparisons{Comparison::more_than, Comparison::at_least, Comparison::at_most,
                                 Comparison::less_than};

/// One way in which the undetermined verdicts of all rows may turn out.
struct Outcome {
    std::int64_t met = 0;
    std::int64_t population = 0;
    std::int64_t certain_met = 0;  ///< without the undetermined rows that turned out to meet

    Share share() const { return {met, population}; }
};

/// Every completion of the verdicts, row by row.
std::vector<Outcome> completions(const ClassCounts& counts) {
    std::vector<Outcome> outcomes{{counts.met, counts.met + counts.not_met, counts.met}};
    const auto row = [&](std::int64_t rows, const std::vector<Outcome>& choices) {
        for (std::int64_t i = 0; i < rows; ++i) {
            std::vector<Outcome> more;
            for (const Outcome& before : outcomes) {
                for (const Outcome& choice : choices) {
                    more.push_back({before.met + choice.met, before.population + choice.population,
                                    before.certain_met + choice.certain_met});
                }
            }
            outcomes = std::move(more);
        }
    };
    row(counts.undetermined, {{1, 1, 0}, {0, 1, 0}});
    row(counts.maybe_met, {{0, 0, 0}, {1, 1, 1}});
    row(counts.maybe_not_met, {{0, 0, 0}, {0, 1, 0}});
    row(counts.maybe_undetermined, {{0, 0, 0}, {1, 1, 0}, {0, 1, 0}});
    return outcomes;
}

void for_each_class_vector(const std::function<void(const ClassCounts&)>& check) {
    constexpr int most = 3;
    constexpr int vectors = most * most * most * most * most * most;
    for (int code = 0; code < vectors; ++code) {
        std::array<int, 6> digits{};
        int rest = code;
        for (int& digit : digits) {
            digit = rest % most;
            rest /= most;
        }
        SCOPED_TRACE(testing::PrintToString(digits));
        check({digits[0], digits[1], digits[2], digits[3], digits[4], digits[5]});
    }
}

std::vector<Threshold> share_thresholds() {
    std::vector<Threshold> thresholds;
    for (const Comparison comparison : comparisons) {
        for (const Share& value : {Share{0, 1}, Share{1, 3}, Share{7, 20}, Share{1, 2}, Share{4, 5}, Share{1, 1}}) {
            thresholds.push_back({Measure::share, comparison, value});
        }
    }
    return thresholds;
}

TEST(Bounds, AreTheEndsOverAllCompletions) {
    for_each_class_vector([](const ClassCounts& counts) {
        std::optional<Share> least;
        std::optional<Share> greatest;
        for (const Outcome& outcome : completions(counts)) {
            if (outcome.population == 0) continue;
            if (!least || outcome.share() < *least) least = outcome.share();
            if (!greatest || outcome.share() > *greatest) greatest = outcome.share();
        }
        const Bounds found = bounds(counts, Measure::share);
        EXPECT_EQ(found.least, least);
        EXPECT_EQ(found.greatest, greatest);
    });
}

TEST(Bounds, OfCountsAreTheEndsOverAllCompletions) {
    for_each_class_vector([](const ClassCounts& counts) {
        const auto outcomes = completions(counts);
        const auto [least, greatest] = std::minmax_element(
            outcomes.begin(), outcomes.end(), [](const Outcome& a, const Outcome& b) { return a.met < b.met; });
        const Bounds found = bounds(counts, Measure::count);
        EXPECT_EQ(found.least, (Share{least->met, 1}));
        EXPECT_EQ(found.greatest, (Share{greatest->met, 1}));
    });
}

TEST(Judge, IsKnownOnlyWhereAllCompletionsAgree) {
    const auto thresholds = share_thresholds();
    for_each_class_vector([&](const ClassCounts& counts) {
        const auto outcomes = completions(counts);
        const bool may_be_empty = std::any_of(outcomes.begin(), outcomes.end(),
                                              [](const Outcome& outcome) { return outcome.population == 0; });
        for (const Threshold& threshold : thresholds) {
            Verdict expected = Verdict::undetermined;
            if (!may_be_empty) {
                const auto accepted = static_cast<std::size_t>(
                    std::count_if(outcomes.begin(), outcomes.end(),
                                  [&](const Outcome& outcome) { return threshold.accepts(outcome.share()); }));
                if (accepted == outcomes.size()) expected = Verdict::met;
                if (accepted == 0) expected = Verdict::not_met;
            }
            EXPECT_EQ(judge(counts, threshold), expected) << threshold.to_text(Language::en);
        }
    });
}

/// The fewest rows by which `met` of `population` must change for the threshold to accept it.
std::int64_t fewest_changes(const Threshold& threshold, std::int64_t met, std::int64_t population) {
    const std::int64_t step = threshold.asks_for_more() ? 1 : -1;
    std::int64_t changes = 0;
    while (!threshold.accepts({met + step * changes, population})) ++changes;
    return changes;
}

TEST(Shortfall, IsTheFewestRowsThatMakeTheTargetSurelyMet) {
    const auto thresholds = share_thresholds();
    for_each_class_vector([&](const ClassCounts& counts) {
        for (const Threshold& threshold : thresholds) {
            const auto found = shortfall(counts, threshold);
            ASSERT_EQ(found.has_value(), counts.certain() > 0);
            if (!found) continue;
            const bool more = threshold.asks_for_more();
            ClassCounts certain = counts;
            certain.maybe_met = certain.maybe_not_met = certain.maybe_undetermined = 0;
            const std::int64_t met = more ? counts.met : counts.met + counts.undetermined;
            EXPECT_EQ(found->certain, fewest_changes(threshold, met, counts.certain()));

            std::int64_t worst = 0;
            for (const Outcome& outcome : completions(counts)) {
                // What was open counts against the target: as not met where it asks for more.
                const std::int64_t counted = more ? outcome.certain_met : outcome.met;
                worst = std::max(worst, fewest_changes(threshold, counted, outcome.population));
            }
            EXPECT_EQ(found->worst, worst) << threshold.to_text(Language::en);
        }
    });
}

TEST(Shortfall, OfCounts) {
    const ClassCounts counts{.met = 7, .not_met = 3, .undetermined = 2, .maybe_met = 4};
    const auto of = [&](Comparison comparison, std::int64_t value) {
        return *shortfall(counts, {Measure::count, comparison, {value, 1}});
    };
    EXPECT_EQ(of(Comparison::at_least, 10), (Shortfall{3, 3}));
    EXPECT_EQ(of(Comparison::more_than, 10), (Shortfall{4, 4}));
    EXPECT_EQ(of(Comparison::at_least, 7), (Shortfall{0, 0}));
    EXPECT_EQ(of(Comparison::at_most, 5), (Shortfall{4, 8}));
    EXPECT_EQ(of(Comparison::less_than, 5), (Shortfall{5, 9}));
}

TEST(Judge, IsStrictAtTheBoundary) {
    const Threshold above{Measure::share, Comparison::more_than, {7, 20}};
    const Threshold at_least{Measure::share, Comparison::at_least, {7, 20}};
    const ClassCounts exactly{.met = 35, .not_met = 65};
    const ClassCounts one_more{.met = 36, .not_met = 64};
    EXPECT_EQ(judge(exactly, above), Verdict::not_met);
    EXPECT_EQ(judge(one_more, above), Verdict::met);
    EXPECT_EQ(judge(exactly, at_least), Verdict::met);
    EXPECT_EQ(*shortfall(exactly, above), (Shortfall{1, 1}));
}

TEST(Judge, IsExactBeyondDoubles) {
    // 2^53 + 1 of 2^54 + 2 is one half; as doubles the two would be told apart wrongly.
    const std::int64_t half = (std::int64_t{1} << 53) + 1;
    const Threshold above{Measure::share, Comparison::more_than, {1, 2}};
    EXPECT_EQ(judge({.met = half, .not_met = half}, above), Verdict::not_met);
    EXPECT_EQ(judge({.met = half, .not_met = half - 1}, above), Verdict::met);
}

TEST(Judge, EmptyPopulation) {
    const Threshold share{Measure::share, Comparison::more_than, {7, 20}};
    const Threshold count{Measure::count, Comparison::at_least, {1, 1}};
    EXPECT_EQ(judge({}, share), Verdict::undetermined);
    EXPECT_EQ(bounds({}, Measure::share), Bounds{});
    EXPECT_EQ(judge({}, count), Verdict::not_met);

    const ClassCounts may_be_empty{.maybe_met = 5};
    EXPECT_EQ(judge(may_be_empty, share), Verdict::undetermined);
    EXPECT_EQ(bounds(may_be_empty, Measure::share), (Bounds{Share{1, 1}, Share{1, 1}}));
    EXPECT_EQ(bounds({.maybe_not_met = 5}, Measure::share), (Bounds{Share{0, 1}, Share{0, 1}}));
}

TEST(Swings, WeighEveryPairOfVerdicts) {
    const Swings found = swings({Measure::share, Comparison::more_than, {7, 20}});
    EXPECT_EQ(found.undetermined, (Share{1, 1}));
    EXPECT_EQ(found.maybe_undetermined, (Share{1, 1}));
    EXPECT_EQ(found.maybe_met, (Share{13, 20}));
    EXPECT_EQ(found.maybe_not_met, (Share{7, 20}));
    EXPECT_EQ(swings({Measure::count, Comparison::at_least, {10, 1}}).maybe_not_met, (Share{0, 1}));
}

}  // namespace
}  // namespace cadre

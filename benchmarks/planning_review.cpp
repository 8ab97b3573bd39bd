// The yearly review of 2,000 pools of fifty members each over 1 million cadres, with what changed since the review a
// year before, against the evaluation of its conditions alone, one thread. The number of findings is checked by
// counting before anything is timed. CADRE_BENCHMARK_ROWS sets the number of cadres.

#include "planning/planning_roster.hpp"
#include "synthetic_plan.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/planning/plan_review.hpp>

#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <vector>

namespace cadre::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

const EvaluationOptions on_day{.as_of = Date(2015, 6, 30)};
const LastReview last{.day = Date(2014, 6, 30)};

constexpr const char* young = "years and months duration(birth_date, as_of) < @\"P45Y\"";
constexpr const char* graduate = "degree >= \"bachelor\"";
constexpr const char* disciplined = "some d in disciplines satisfies d.decided <= as_of";

Pack rules() {
    return testing::pack_with_policies(
        testing::policy("young", std::string("rule = \"entry\"\nmeet = '") + young + '\'') +
        testing::policy("graduate", std::string("rule = \"entry\"\nmeet = '") + graduate + '\'') +
        testing::policy("disciplined", std::string("rule = \"removal\"\nwhen = '") + disciplined + '\'') +
        testing::policy("developed", "rule = \"development\"") +
        testing::policy("yearly", "rule = \"review\"\nwithin = \"P12M\""));
}

Program conditions(const Pack& pack) {
    std::vector<Question> questions;
    for (const char* text : {young, graduate, disciplined}) {
        questions.push_back({text, 0, parse_expression(text, *pack.schema())});
    }
    return compile(std::move(questions), pack.schema());
}

std::size_t findings_on(const PlanReview& review, std::size_t policy, Verdict verdict) {
    std::size_t found = 0;
    for (const ReviewFinding& finding : review.findings) {
        found += finding.policy == policy && finding.verdict == verdict ? 1 : 0;
    }
    return found;
}

/// Who in the first pools surely is disciplined, or surely not young, by the verdicts of the conditions.
bool is_right(const Roster& roster, const PlanSize& size, const PlanReview& review, const VerdictTable& verdicts) {
    Sequence sequence;
    std::size_t too_old = 0;
    std::size_t removed = 0;
    for (std::size_t pool = 0; pool < size.pools; ++pool) {
        std::vector<std::size_t> members;
        for (std::size_t member = 0; member < size.members_a_pool; ++member) {
            const auto cadre = static_cast<std::size_t>(sequence.below(static_cast<std::int64_t>(roster.size())));
            bool twice = false;
            for (const std::size_t other : members) twice = twice || other == cadre;
            if (twice) continue;
            members.push_back(cadre);
            too_old += verdicts.columns()[0][cadre] == Verdict::not_met ? 1 : 0;
            removed += verdicts.columns()[2][cadre] == Verdict::met ? 1 : 0;
        }
    }
    return findings_on(review, 0, Verdict::met) == too_old && findings_on(review, 2, Verdict::met) == removed;
}

/// The time of the review over that of its conditions, measured in turns.
void yearly_review(benchmark::State& state) {
    const PlanSize size{rows_asked(1'000'000), 2'000, 50};
    const Roster roster = make_plan(size);
    const Pack pack = rules();
    const Program program = conditions(pack);
    PlanReview found = review_plan(pack, roster, on_day, last);
    if (!is_right(roster, size, found, evaluate(program, roster, on_day))) return state.SkipWithError("wrong answer");
    double reviewing = 0;
    double evaluation = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        found = review_plan(pack, roster, on_day, last);
        reviewing += std::chrono::duration<double>(Clock::now() - start).count();
        state.PauseTiming();
        const auto start_apart = Clock::now();
        benchmark::DoNotOptimize(evaluate(program, roster, on_day));
        evaluation += std::chrono::duration<double>(Clock::now() - start_apart).count();
        state.ResumeTiming();
    }
    state.counters["findings"] = static_cast<double>(found.findings.size());
    state.counters["of_evaluating_the_conditions"] = reviewing / evaluation;
}

BENCHMARK(yearly_review)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

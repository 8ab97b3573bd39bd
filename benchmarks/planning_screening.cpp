// Screening of synthetic cadres for 200 pools with 20 distinct entry criteria, against the evaluation of the 20
// criteria alone, one thread. The answers of every pool are checked against those of its criteria before anything is
// timed. CADRE_BENCHMARK_ROWS sets the number of cadres (1 million).

#include "planning/planning_roster.hpp"
#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/planning/screening.hpp>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace cadre::benchmarks {
namespace {

constexpr int pools = 200;
constexpr int criteria = 20;
const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};

std::size_t rows() {
    const char* given = std::getenv("CADRE_BENCHMARK_ROWS");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : 1'000'000;
}

/// Levels, ages, years of service, and ratings over the years.
std::string condition(int number) {
    static const char* const degrees[]{"vocational", "college", "bachelor", "master", "doctorate"};
    const int step = number / 4;
    const std::string five = std::to_string(5 * step);
    switch (number % 4) {
        case 0: return std::string("degree >= \"") + degrees[step] + '"';
        case 1: return "years and months duration(birth_date, as_of) < @\"P" + std::to_string(40 + step) + "Y\"";
        case 2:
            return R"(political_theory >= "intermediate" and joined_service <= @"20)" + std::to_string(10 + step) +
                   R"(-01-01")";
        default: return "count(appraisals[year >= 2011 and rating >= \"good\"]) >= " + std::to_string(1 + step);
    }
}

/// A policy is for the pools whose number of seats it does not divide.
std::string pools_of(int number) {
    return "modulo(seats, " + std::to_string(2 + number) + ") != 0";
}

Pack make_pack() {
    std::string policies;
    for (int number = 0; number < criteria; ++number) {
        policies +=
            testing::policy("entry_" + std::to_string(number), "rule = \"entry\"\nmeet = '" + condition(number) +
                                                                   "'\npools = '" + pools_of(number) + '\'');
    }
    return testing::pack_with_policies(policies);
}

Program make_program(const Pack& pack) {
    std::vector<Question> questions;
    for (int number = 0; number < criteria; ++number) {
        questions.push_back({std::to_string(number), 0, parse_expression(condition(number), *pack.schema())});
    }
    return compile(std::move(questions), pack.schema());
}

Roster make_plan() {
    test::Cells<std::string> keys;
    std::vector<std::int64_t> seats;
    for (int pool = 1; pool <= pools; ++pool) {
        keys.emplace_back("pool " + std::to_string(pool));
        seats.push_back(pool);
    }
    test::ArrowStream cadres({make_cadres(make_columns(rows()))});
    test::ArrowStream plan(
        {test::structure("", {test::texts("id", keys), plain("seats", "l", pools, {}, test::bytes_of(seats))})});
    return Roster::from_arrow({{"cadres", cadres.get()}, {"pools", plan.get()}});
}

bool is_right(const Screening& found, const VerdictTable& table) {
    for (int pool = 0; pool < pools; ++pool) {
        const VerdictColumn may_enter = found.who_may_enter(static_cast<std::size_t>(pool));
        for (std::size_t row = 0; row < may_enter.size(); row += 37) {
            Verdict all = Verdict::met;
            for (std::size_t number = 0; number < criteria; ++number) {
                if ((pool + 1) % static_cast<int>(2 + number) != 0) all = all && table.columns()[number][row];
            }
            if (may_enter[row] != all) return false;
        }
        if (found.pools[static_cast<std::size_t>(pool)].all != may_enter.counts()) return false;
    }
    return true;
}

/// The time of the screening over that of its criteria, measured in turns.
void screening_for_two_hundred_pools(benchmark::State& state) {
    const Pack pack = make_pack();
    const Program program = make_program(pack);
    const Roster roster = make_plan();
    if (!is_right(screen(pack, roster, on_day), evaluate(program, roster, on_day))) {
        return state.SkipWithError("wrong answer");
    }
    using Clock = std::chrono::steady_clock;
    double screening = 0;
    double evaluation = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        benchmark::DoNotOptimize(screen(pack, roster, on_day));
        screening += std::chrono::duration<double>(Clock::now() - start).count();
        state.PauseTiming();
        const auto start_apart = Clock::now();
        benchmark::DoNotOptimize(evaluate(program, roster, on_day));
        evaluation += std::chrono::duration<double>(Clock::now() - start_apart).count();
        state.ResumeTiming();
    }
    state.counters["of_evaluating_the_criteria"] = screening / evaluation;
}

BENCHMARK(screening_for_two_hundred_pools)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

// Matchings and assignments of graphs of 10³ to 10⁵ cadres. Every assignment is proved by its certificate before it is
// timed.

#include "assignment/cases.hpp"

#include <benchmark/benchmark.h>
#include <cadre/matching/assignment.hpp>
#include <cadre/matching/certificate.hpp>
#include <cadre/matching/essential_vertices.hpp>
#include <cadre/matching/hall_set.hpp>
#include <cadre/matching/k_best.hpp>
#include <cadre/matching/maximum_matching.hpp>
#include <cadre/matching/regret.hpp>

#include <random>
#include <string>

namespace cadre::benchmarks {
namespace {

void assignment(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    const Assignment found = assign(graph);
    if (!verify(graph, {}, found)) return state.SkipWithError("not proved");
    for (auto _ : state) benchmark::DoNotOptimize(assign(graph));
    state.counters["placed"] = found.placed;
    state.counters["cost"] = static_cast<double>(found.cost);
}

void certificate(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    const Assignment found = assign(graph);
    for (auto _ : state) benchmark::DoNotOptimize(verify(graph, {}, found));
}

void matching(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(maximum_matching(graph.graph()));
}

/// Both sides' deficient sets and the single points of failure, after the matching.
void reasons(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    const Matching found = maximum_matching(graph.graph());
    for (auto _ : state) {
        const HallSets sets(graph.graph(), {}, found);
        benchmark::DoNotOptimize(sets.all(Side::left));
        benchmark::DoNotOptimize(sets.all(Side::right));
        benchmark::DoNotOptimize(essential_rights(graph.graph(), {}, found));
    }
}

/// One question each: forbid what a cadre has, force what it has not.
void what_if(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    const AssignmentTerms terms;
    Regrets regrets(graph, terms, assign(graph, terms));
    std::mt19937_64 random(3);
    for (auto _ : state) {
        const auto edge = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(graph.graph().edge_count()));
        benchmark::DoNotOptimize(regrets.forcing(edge));
        benchmark::DoNotOptimize(regrets.forbidding(graph.graph().left_of(edge)));
    }
}

void ten_best(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    const Assignment best = assign(graph);
    for (auto _ : state) benchmark::DoNotOptimize(k_best(graph, {}, best, 10));
}

void sizes(benchmark::internal::Benchmark* of) {
    of->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(assignment, uniform_10, "u10")->Apply(sizes);
BENCHMARK_CAPTURE(assignment, uniform_100, "u100")->Apply(sizes);
BENCHMARK_CAPTURE(assignment, families_10, "c10")->Apply(sizes);
BENCHMARK_CAPTURE(matching, uniform_10, "u10")->Apply(sizes);
BENCHMARK_CAPTURE(matching, families_10, "c10")->Apply(sizes);
BENCHMARK_CAPTURE(reasons, families_10, "c10")->Apply(sizes);
BENCHMARK_CAPTURE(certificate, uniform_10, "u10")->Apply(sizes);
BENCHMARK_CAPTURE(what_if, uniform_10, "u10")->Apply(sizes);
BENCHMARK_CAPTURE(what_if, families_10, "c10")->Apply(sizes);
BENCHMARK_CAPTURE(ten_best, uniform_10, "u10")->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

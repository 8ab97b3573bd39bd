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

#include "matching/changed_wish.hpp"

#include <optional>
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

/// Whether the regret is the difference to the best assignment with the wish, solved anew.
bool is_confirmed(const Assignment& best, const Regret& regret, const testing::ChangedWish& wish) {
    const Assignment solved = assign(wish.graph, wish.terms);
    return solved.placed == best.placed - regret.placed_lost && solved.cost == best.cost + regret.cost;
}

/// Random edges, the questions of `what_if`.
class Edges {
public:
    explicit Edges(const CostedGraph& graph) : count_(static_cast<std::uint64_t>(graph.graph().edge_count())) {}
    std::int64_t next() { return static_cast<std::int64_t>(random_() % count_); }

private:
    std::mt19937_64 random_{3};
    std::uint64_t count_;
};

bool are_confirmed(const CostedGraph& graph, const Assignment& best, Regrets& regrets, int questions) {
    Edges edges(graph);
    for (int i = 0; i < questions; ++i) {
        const std::int64_t edge = edges.next();
        if (!is_confirmed(best, *regrets.forcing(edge), testing::forced(graph, edge))) return false;
        const std::int32_t left = graph.graph().left_of(edge);
        const std::optional<Regret> regret = regrets.forbidding(left);
        const std::int64_t own = best.edges[static_cast<std::size_t>(left)];
        if (regret && !is_confirmed(best, *regret, testing::forbidden(graph, own))) return false;
    }
    return true;
}

/// Two questions each: forbid what a cadre has, force any of its options. The first are also solved anew.
void what_if(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    const AssignmentTerms terms;
    const Assignment best = assign(graph, terms);
    Regrets regrets(graph, terms, best);
    if (!are_confirmed(graph, best, regrets, 2)) return state.SkipWithError("not the best with the wish");
    Edges edges(graph);
    for (auto _ : state) {
        const std::int64_t edge = edges.next();
        benchmark::DoNotOptimize(regrets.forcing(edge));
        benchmark::DoNotOptimize(regrets.forbidding(graph.graph().left_of(edge)));
    }
}

/// What it takes before the first question.
void what_if_setup(benchmark::State& state, const std::string& name) {
    const CostedGraph graph = named_case(name, static_cast<std::int32_t>(state.range(0)));
    const AssignmentTerms terms;
    const Assignment best = assign(graph, terms);
    for (auto _ : state) benchmark::DoNotOptimize(Regrets(graph, terms, best));
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
BENCHMARK_CAPTURE(what_if, uniform_100, "u100")->Apply(sizes);
BENCHMARK_CAPTURE(what_if, families_10, "c10")->Apply(sizes);
BENCHMARK_CAPTURE(what_if_setup, uniform_100, "u100")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ten_best, uniform_10, "u10")->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

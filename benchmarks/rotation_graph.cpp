// Strong components of the moves between 10³ to 10⁵ posts, ten moves a post: on our rows, and by Boost.Graph on its own
// compressed rows. The components are compared before anything is timed.

#include "graph/cases.hpp"

#include <benchmark/benchmark.h>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <cadre/rotation/components.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace cadre::benchmarks {
namespace {

using BoostRows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                     boost::no_property, std::int32_t, std::int32_t>;

BoostRows boost_rows(const MoveCase& of) {
    std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
    for (const RotationEdge& move : of.moves) pairs.emplace_back(move.from, move.to);
    return BoostRows(boost::edges_are_unsorted, pairs.begin(), pairs.end(), of.posts);
}

std::vector<std::int32_t> boost_components(const BoostRows& graph) {
    std::vector<std::int32_t> found(boost::num_vertices(graph));
    boost::strong_components(graph,
                             boost::make_iterator_property_map(found.begin(), boost::get(boost::vertex_index, graph)));
    return found;
}

/// The same partition with components numbered by their least vertex.
std::vector<std::int32_t> by_least(const std::vector<std::int32_t>& component) {
    std::vector<std::int32_t> least(component.size(), -1);
    std::vector<std::int32_t> found;
    for (const std::int32_t of : component) {
        std::int32_t& first = least[static_cast<std::size_t>(of)];
        if (first < 0) first = static_cast<std::int32_t>(found.size());
        found.push_back(first);
    }
    return found;
}

void cadre_components(benchmark::State& state, const std::string& name) {
    const MoveCase moves = named_moves(name, static_cast<std::int32_t>(state.range(0)));
    const RotationGraph graph(moves.posts, moves.moves);
    const Components found = strong_components(graph);
    if (by_least(found.of) != by_least(boost_components(boost_rows(moves)))) return state.SkipWithError("not the same");
    for (auto _ : state) benchmark::DoNotOptimize(strong_components(graph));
    state.counters["components"] = found.count;
}

void boost_rows_components(benchmark::State& state, const std::string& name) {
    const BoostRows graph = boost_rows(named_moves(name, static_cast<std::int32_t>(state.range(0))));
    for (auto _ : state) benchmark::DoNotOptimize(boost_components(graph));
}

void cadre_build(benchmark::State& state, const std::string& name) {
    const MoveCase moves = named_moves(name, static_cast<std::int32_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(RotationGraph(moves.posts, moves.moves));
}

void boost_rows_build(benchmark::State& state, const std::string& name) {
    const MoveCase moves = named_moves(name, static_cast<std::int32_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(boost_rows(moves));
}

void sizes(benchmark::internal::Benchmark* of) {
    of->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(cadre_components, mixed, "mixed")->Apply(sizes);
BENCHMARK_CAPTURE(boost_rows_components, mixed, "mixed")->Apply(sizes);
BENCHMARK_CAPTURE(cadre_components, families, "families")->Apply(sizes);
BENCHMARK_CAPTURE(boost_rows_components, families, "families")->Apply(sizes);
BENCHMARK_CAPTURE(cadre_build, mixed, "mixed")->Apply(sizes);
BENCHMARK_CAPTURE(boost_rows_build, mixed, "mixed")->Apply(sizes);

}  // namespace
}  // namespace cadre::benchmarks

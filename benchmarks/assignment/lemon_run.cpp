// lemon_assignment_run FILE RUNS: solves a graph with LEMON's network simplex. LEMON needs C++17, so that this program
// is compiled apart from the library.

#include "graph_file.hpp"
#include "measured_run.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cstdlib>

namespace {

using Graph = lemon::SmartDigraph;

/// From a source to each left vertex, on to the right ones and to a sink; who is not placed goes past them at a cost
/// that one more placement always outweighs.
cadre::benchmarks::Solved solve(const cadre::benchmarks::GraphFile& file) {
    Graph graph;
    const auto left_count = static_cast<int>(file.left_count);
    const auto right_count = static_cast<int>(file.right_count);
    const auto edge_count = static_cast<int>(file.costs.size());
    graph.reserveNode(left_count + right_count + 1);
    graph.reserveArc(edge_count + left_count + right_count);
    for (int i = 0; i < left_count + right_count + 1; ++i) graph.addNode();
    const Graph::Node sink = graph.nodeFromId(left_count + right_count);
    for (int i = 0; i < edge_count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        graph.addArc(graph.nodeFromId(file.lefts[at]), graph.nodeFromId(left_count + file.rights[at]));
    }
    for (int i = 0; i < right_count; ++i) graph.addArc(graph.nodeFromId(left_count + i), sink);
    for (int i = 0; i < left_count; ++i) graph.addArc(graph.nodeFromId(i), sink);

    const long long dearest = file.costs.empty() ? 0 : *std::max_element(file.costs.begin(), file.costs.end());
    const long long exit = dearest * (file.left_count + 1) + 1;
    Graph::ArcMap<long long> costs(graph, 0);
    for (int i = 0; i < edge_count; ++i) costs[graph.arcFromId(i)] = file.costs[static_cast<std::size_t>(i)];
    for (int i = 0; i < left_count; ++i) costs[graph.arcFromId(edge_count + right_count + i)] = exit;
    Graph::ArcMap<int> capacities(graph, 1);
    Graph::NodeMap<int> supplies(graph, 0);
    for (int i = 0; i < left_count; ++i) supplies[graph.nodeFromId(i)] = 1;
    supplies[sink] = -left_count;

    lemon::NetworkSimplex<Graph, int, long long> simplex(graph);
    simplex.upperMap(capacities).costMap(costs).supplyMap(supplies).run();
    cadre::benchmarks::Solved solved;
    for (int i = 0; i < edge_count; ++i) {
        if (simplex.flow(graph.arcFromId(i)) == 0) continue;
        ++solved.placed;
        solved.cost += file.costs[static_cast<std::size_t>(i)];
    }
    return solved;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const cadre::benchmarks::GraphFile file = cadre::benchmarks::read_graph(argv[1]);
    cadre::benchmarks::measure(std::atoi(argv[2]), [&file] { return solve(file); });
}

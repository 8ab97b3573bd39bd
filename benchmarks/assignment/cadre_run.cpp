// cadre_assignment_run CASE COUNT RUNS FILE: makes a case, writes its graph, solves it and proves the answer.

#include "cases.hpp"
#include "graph_file.hpp"
#include "measured_run.hpp"

#include <cadre/matching/assignment.hpp>
#include <cadre/matching/certificate.hpp>

#include <cstdlib>

namespace cadre::benchmarks {
namespace {

void write(const CostedGraph& graph, const std::string& path) {
    const BipartiteGraph& network = graph.graph();
    GraphFile file{network.left_count(), network.right_count()};
    for (std::int32_t left = 0; left < network.left_count(); ++left) {
        for (const std::int32_t right : network.rights(left)) {
            file.lefts.push_back(left);
            file.rights.push_back(right);
        }
    }
    file.costs.assign(graph.costs().begin(), graph.costs().end());
    write_graph(path, file);
}

}  // namespace
}  // namespace cadre::benchmarks

int main(int argc, char** argv) {
    using namespace cadre;
    if (argc != 5) return 2;
    const CostedGraph graph = benchmarks::named_case(argv[1], std::atoi(argv[2]));
    Assignment found;
    benchmarks::measure(std::atoi(argv[3]), [&] {
        found = {};  // no memory of the last run counts
        found = assign(graph);
        return benchmarks::Solved{found.placed, found.cost};
    });
    benchmarks::write(graph, argv[4]);
    return verify(graph, {}, found) ? 0 : 1;
}

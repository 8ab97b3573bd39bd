#include <cadre/error.hpp>
#include <cadre/matching/maximum_matching.hpp>
#include <cadre/messages/texts/matching.hpp>

#include "matching/hopcroft_karp.hpp"

namespace cadre {

Matching maximum_matching(const BipartiteGraph& graph, const Capacities& capacities,
                          const std::vector<bool>& required) {
    check_capacities(capacities, graph);
    const auto given = static_cast<std::int64_t>(required.size());
    if (given != 0 && given != graph.left_count()) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::matching_wrong_length, {graph.left_count(), std::string("required"), given}});
    }
    HopcroftKarp search(graph, capacities);
    if (!required.empty()) search.augment(required);
    search.augment({});
    return search.matching();
}

std::vector<std::int32_t> right_partners(const BipartiteGraph& graph, const Matching& matching) {
    std::vector<std::int32_t> partners(static_cast<std::size_t>(graph.left_count()), -1);
    std::int32_t left = 0;
    for (const std::int64_t edge : matching.edges) {
        while (graph.first_edge(left + 1) <= edge) ++left;
        partners[static_cast<std::size_t>(left)] = graph.right_of(edge);
    }
    return partners;
}

}  // namespace cadre

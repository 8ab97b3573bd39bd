#include <cadre/rotation/components.hpp>

#include <cadre/error.hpp>
#include <cadre/messages/texts/matching.hpp>

#include <cstddef>
#include <utility>

namespace cadre {

std::vector<std::vector<std::int32_t>> Components::members() const {
    std::vector<std::vector<std::int32_t>> found(static_cast<std::size_t>(count));
    for (std::size_t vertex = 0; vertex < of.size(); ++vertex) {
        found[static_cast<std::size_t>(of[vertex])].push_back(static_cast<std::int32_t>(vertex));
    }
    return found;
}

Components weak_components(const RotationGraph& graph) {
    Components found{0, std::vector<std::int32_t>(static_cast<std::size_t>(graph.vertex_count()), -1)};
    std::vector<std::int32_t> reached;
    const auto reach = [&](std::int32_t vertex) {
        if (found.of[static_cast<std::size_t>(vertex)] >= 0) return;
        found.of[static_cast<std::size_t>(vertex)] = found.count;
        reached.push_back(vertex);
    };
    for (std::int32_t start = 0; start < graph.vertex_count(); ++start) {
        if (found.of[static_cast<std::size_t>(start)] >= 0) continue;
        reach(start);
        while (!reached.empty()) {
            const std::int32_t vertex = reached.back();
            reached.pop_back();
            for (const std::int32_t to : graph.targets(vertex)) reach(to);
            for (const std::int32_t edge : graph.in_edges(vertex)) reach(graph.source(edge));
        }
        ++found.count;
    }
    return found;
}

RotationGraph condensation(const RotationGraph& graph, const Components& components) {
    if (components.of.size() != static_cast<std::size_t>(graph.vertex_count())) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::matching_wrong_length,
                            {graph.vertex_count(), "components", static_cast<std::int64_t>(components.of.size())}});
    }
    std::vector<RotationEdge> edges;
    for (std::int32_t edge = 0; edge < graph.edge_count(); ++edge) {
        const std::int32_t from = components.of[static_cast<std::size_t>(graph.source(edge))];
        const std::int32_t to = components.of[static_cast<std::size_t>(graph.target(edge))];
        if (from != to) edges.push_back({from, to});
    }
    return RotationGraph(components.count, edges);
}

std::vector<std::int32_t> topological_order(const RotationGraph& graph) {
    std::vector<std::int32_t> order;
    for (const auto& members : strong_components(graph).members()) {
        order.insert(order.end(), members.begin(), members.end());
    }
    return order;
}

}  // namespace cadre

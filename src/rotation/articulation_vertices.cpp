#include <cadre/rotation/components.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace cadre {
namespace {

/// A depth-first search over edges in both directions. `low_` is the earliest vertex that a vertex, or one below it,
/// is joined to; a vertex cuts off the ones below a child that are joined to nothing above it.
class ArticulationSearch {
public:
    explicit ArticulationSearch(const RotationGraph& graph)
        : graph_(graph), order_(count()), low_(count()), cuts_(count()) {}

    std::vector<std::int32_t> run() {
        for (std::int32_t vertex = 0; vertex < graph_.vertex_count(); ++vertex) {
            if (order_[at(vertex)] == 0) visit_from(vertex);
        }
        std::vector<std::int32_t> found;
        for (std::int32_t vertex = 0; vertex < graph_.vertex_count(); ++vertex) {
            if (cuts_[at(vertex)]) found.push_back(vertex);
        }
        return found;
    }

private:
    struct Frame {
        std::int32_t vertex;
        std::int32_t next = 0;  ///< position among the targets, and then among the edges inwards
    };
    static std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }
    std::size_t count() const { return at(graph_.vertex_count()); }

    void open(std::int32_t vertex) {
        order_[at(vertex)] = low_[at(vertex)] = ++opened_;
        path_.push_back({vertex});
    }

    /// The next neighbour of the frame's vertex; -1: there is no more.
    std::int32_t next_neighbour(Frame& frame) const {
        const auto targets = graph_.targets(frame.vertex);
        const auto inwards = graph_.in_edges(frame.vertex);
        const std::size_t next = at(frame.next++);
        if (next < targets.size()) return targets[next];
        const std::size_t edge = next - targets.size();
        return edge < inwards.size() ? graph_.source(inwards[edge]) : -1;
    }

    void visit_from(std::int32_t start) {
        open(start);
        int children = 0;
        while (!path_.empty()) {
            const std::int32_t vertex = path_.back().vertex;
            const std::int32_t neighbour = next_neighbour(path_.back());
            if (neighbour < 0) {
                children += close() == start ? 1 : 0;
            } else if (order_[at(neighbour)] == 0) {
                open(neighbour);
            } else {
                low_[at(vertex)] = std::min(low_[at(vertex)], order_[at(neighbour)]);
            }
        }
        cuts_[at(start)] = children > 1;
    }

    /// Leaves a vertex; returns the one above it, -1 for the start. An edge back to it counts as joining, which changes
    /// nothing: its order is no earlier than itself.
    std::int32_t close() {
        const std::int32_t child = path_.back().vertex;
        path_.pop_back();
        if (path_.empty()) return -1;
        const std::int32_t above = path_.back().vertex;
        low_[at(above)] = std::min(low_[at(above)], low_[at(child)]);
        if (low_[at(child)] >= order_[at(above)]) cuts_[at(above)] = true;
        return above;
    }

    const RotationGraph& graph_;
    std::vector<std::int32_t> order_;  ///< in which vertices are first seen; 0: not yet
    std::vector<std::int32_t> low_;
    std::vector<bool> cuts_;
    std::int32_t opened_ = 0;
    std::vector<Frame> path_;
};

}  // namespace

std::vector<std::int32_t> articulation_vertices(const RotationGraph& graph) {
    return ArticulationSearch(graph).run();
}

}  // namespace cadre

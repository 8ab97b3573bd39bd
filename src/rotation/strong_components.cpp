#include <cadre/rotation/components.hpp>

#include <cstddef>
#include <vector>

namespace cadre {
namespace {

/// Pearce's algorithm with its own stack. A vertex has no rank before it is visited, while it is open the rank of the
/// earliest open vertex that it is known to reach, and then, counted down from the greatest number, that of its
/// component.
class StrongComponentSearch {
public:
    explicit StrongComponentSearch(const RotationGraph& graph)
        : graph_(graph), ranks_(static_cast<std::size_t>(graph.vertex_count())), component_(graph.vertex_count()) {}

    Components run() {
        for (std::int32_t vertex = 0; vertex < graph_.vertex_count(); ++vertex) {
            if (ranks_[at(vertex)] == 0) visit_from(vertex);
        }
        const std::int32_t count = graph_.vertex_count() - component_;
        for (std::int32_t& rank : ranks_) rank -= component_ + 1;
        return {count, std::move(ranks_)};
    }

private:
    struct Frame {
        std::int32_t vertex;
        std::int32_t next_edge;
        std::int32_t own_rank;
    };
    static std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }

    void open(std::int32_t vertex) {
        ranks_[at(vertex)] = ++opened_;
        path_.push_back({vertex, graph_.first_edge(vertex), opened_});
    }

    void visit_from(std::int32_t start) {
        open(start);
        while (!path_.empty()) {
            const std::int32_t unvisited = advance(path_.back());
            if (unvisited >= 0) {
                open(unvisited);
            } else {
                close();
            }
        }
    }

    /// The next target that is not visited; -1: all are.
    std::int32_t advance(Frame& frame) {
        std::int32_t& rank = ranks_[at(frame.vertex)];
        const std::int32_t end = graph_.first_edge(frame.vertex + 1);
        for (; frame.next_edge < end; ++frame.next_edge) {
            const std::int32_t target = graph_.target(frame.next_edge);
            if (ranks_[at(target)] == 0) return target;
            if (ranks_[at(target)] < rank) rank = ranks_[at(target)];
        }
        return -1;
    }

    /// Leaves a vertex; one that reaches nothing earlier ends its component, whose vertices get its number. Numbers of
    /// components are above all ranks of open vertices, of which there are no more than vertices not yet numbered.
    void close() {
        const Frame left = path_.back();
        path_.pop_back();
        if (ranks_[at(left.vertex)] < left.own_rank) {
            waiting_.push_back(left.vertex);
            return;
        }
        --opened_;
        for (; !waiting_.empty() && ranks_[at(waiting_.back())] >= left.own_rank; waiting_.pop_back()) {
            ranks_[at(waiting_.back())] = component_;
            --opened_;
        }
        ranks_[at(left.vertex)] = component_--;
    }

    const RotationGraph& graph_;
    std::vector<std::int32_t> ranks_;
    std::int32_t component_;  ///< the number of the next component
    std::int32_t opened_ = 0;
    std::vector<Frame> path_;
    std::vector<std::int32_t> waiting_;  ///< left, but in the component of a vertex that is not
};

}  // namespace

Components strong_components(const RotationGraph& graph) {
    return StrongComponentSearch(graph).run();
}

}  // namespace cadre

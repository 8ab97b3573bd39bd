#include <cadre/rotation/cycles.hpp>

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

namespace cadre {
namespace {

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

std::size_t at(std::int32_t number) {
    return static_cast<std::size_t>(number);
}

/// From each vertex the cycles of which it is the least one. `bars_` says for a vertex from which position on a path it
/// is of no use: further on it cannot get back to the start in time.
class CycleSearch {
public:
    CycleSearch(const RotationGraph& graph, const CycleLimits& limits)
        : graph_(graph),
          limits_(limits),
          bars_(at(graph.vertex_count()), never),
          waiting_(at(graph.vertex_count())),
          on_path_(at(graph.vertex_count())) {}

    Cycles run() {
        for (start_ = 0; start_ < graph_.vertex_count() && found_.is_complete; ++start_) {
            search();
            forget();
        }
        return std::move(found_);
    }

private:
    struct Frame {
        std::int32_t vertex;
        std::int32_t next_edge;
        std::int32_t back = never;  ///< the fewest steps back to the start that were found
    };

    std::int32_t length() const { return static_cast<std::int32_t>(path_.size()); }

    void open(std::int32_t vertex) {
        if (bars_[at(vertex)] == never) touched_.push_back(vertex);
        bars_[at(vertex)] = length();
        on_path_[at(vertex)] = true;
        path_.push_back({vertex, graph_.first_edge(vertex)});
    }

    void search() {
        open(start_);
        while (!path_.empty() && found_.is_complete) {
            const std::int32_t next = advance(path_.back());
            if (next >= 0) {
                open(next);
            } else {
                close();
            }
        }
    }

    /// The next vertex to go on to; -1: there is none. Lists the cycle where the way leads back to the start.
    std::int32_t advance(Frame& frame) {
        const std::int32_t end = graph_.first_edge(frame.vertex + 1);
        while (frame.next_edge < end) {
            const std::int32_t edge = frame.next_edge++;
            const std::int32_t target = graph_.target(edge);
            const bool is_parallel = edge > graph_.first_edge(frame.vertex) && graph_.target(edge - 1) == target;
            if (is_parallel || target < start_) continue;
            if (target == start_) {
                frame.back = 1;
                list();
                if (!found_.is_complete) return -1;
            } else if (length() < limits_.length && !on_path_[at(target)] && length() < bars_[at(target)]) {
                return target;
            }
        }
        return -1;
    }

    void list() {
        if (found_.cycles.size() >= limits_.cycles) {
            found_.is_complete = false;
            return;
        }
        std::vector<std::int32_t>& cycle = found_.cycles.emplace_back();
        for (const Frame& frame : path_) cycle.push_back(frame.vertex);
    }

    /// Leaves a vertex: one that got back lets those who wait for it try again, the other waits for its targets.
    void close() {
        const Frame left = path_.back();
        path_.pop_back();
        on_path_[at(left.vertex)] = false;
        if (left.back != never) {
            unbar(left.vertex, left.back);
            if (!path_.empty()) path_.back().back = std::min(path_.back().back, left.back + 1);
            return;
        }
        for (const std::int32_t target : graph_.targets(left.vertex)) {
            if (target <= start_) continue;
            std::vector<std::int32_t>& waiting = waiting_[at(target)];
            if (std::find(waiting.begin(), waiting.end(), left.vertex) == waiting.end()) {
                waiting.push_back(left.vertex);
                awaited_.push_back(target);
            }
        }
    }

    /// A vertex that is `back` steps from the start is of use up to the position from which these fit, and so are those
    /// who wait for it.
    void unbar(std::int32_t vertex, std::int32_t back) {
        std::vector<std::pair<std::int32_t, std::int32_t>> open{{vertex, back}};
        while (!open.empty()) {
            const auto [next, steps] = open.back();
            open.pop_back();
            const std::int32_t bar = limits_.length - steps + 1;
            if (bars_[at(next)] >= bar) continue;
            bars_[at(next)] = bar;
            for (const std::int32_t other : waiting_[at(next)]) {
                if (!on_path_[at(other)]) open.emplace_back(other, steps + 1);
            }
        }
    }

    void forget() {
        for (const Frame& frame : path_) on_path_[at(frame.vertex)] = false;
        for (const std::int32_t vertex : touched_) bars_[at(vertex)] = never;
        for (const std::int32_t vertex : awaited_) waiting_[at(vertex)].clear();
        path_.clear();
        touched_.clear();
        awaited_.clear();
    }

    const RotationGraph& graph_;
    const CycleLimits& limits_;
    std::int32_t start_ = 0;
    std::vector<std::int32_t> bars_;
    std::vector<std::vector<std::int32_t>> waiting_;  ///< for each vertex those that could not get back through it
    std::vector<bool> on_path_;
    std::vector<Frame> path_;
    std::vector<std::int32_t> touched_;
    std::vector<std::int32_t> awaited_;
    Cycles found_;
};

}  // namespace

Cycles find_cycles(const RotationGraph& graph, const CycleLimits& limits) {
    if (limits.length < 1) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::rotation_outside,
                            {"length", std::to_string(limits.length), 1, RotationGraph::most_vertices}});
    }
    return CycleSearch(graph, limits).run();
}

}  // namespace cadre

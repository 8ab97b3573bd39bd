#include "matching/hopcroft_karp.hpp"

#include "matching/at.hpp"
#include "matching/place_starts.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr std::int32_t unreached = -1;

}  // namespace

HopcroftKarp::HopcroftKarp(const BipartiteGraph& graph, const Capacities& capacities)
    : graph_(graph),
      capacities_(capacities),
      is_used_(at(graph.edge_count())),
      left_loads_(at(graph.left_count())),
      right_loads_(at(graph.right_count())),
      slot_starts_(place_starts(graph, capacities.right)),
      slots_(at(slot_starts_.back())),
      levels_(at(graph.left_count())),
      right_levels_(at(graph.right_count())),
      next_edges_(at(graph.left_count())),
      next_slots_(at(graph.right_count())) {}

std::int64_t HopcroftKarp::capacity(std::int32_t left) const {
    return std::min<std::int64_t>(capacities_.of(Side::left, left), graph_.degree(left));
}

void HopcroftKarp::augment(const std::vector<bool>& sources) {
    std::vector<std::int32_t> wanting;
    for (std::int32_t left = 0; left < graph_.left_count(); ++left) {
        if (sources.empty() || sources[at(left)]) wanting.push_back(left);
    }
    const auto is_satisfied = [this](std::int32_t left) { return left_loads_[at(left)] == capacity(left); };
    std::erase_if(wanting, is_satisfied);
    while (!wanting.empty() && set_levels(wanting)) {
        for (const std::int32_t left : wanting) {
            while (!is_satisfied(left) && find_path(left)) take_path();
        }
        std::erase_if(wanting, is_satisfied);
    }
}

/// Breadth first from the sources; whether a right vertex with a place was reached. Nothing behind the first is
/// levelled.
bool HopcroftKarp::set_levels(const std::vector<std::int32_t>& sources) {
    std::fill(levels_.begin(), levels_.end(), unreached);
    std::fill(right_levels_.begin(), right_levels_.end(), unreached);
    std::fill(next_slots_.begin(), next_slots_.end(), 0);
    queue_ = sources;
    for (const std::int32_t left : sources) levels_[at(left)] = 0;
    std::int32_t last_level = BipartiteGraph::most_vertices;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
        const std::int32_t left = queue_[head];
        const std::int32_t level = levels_[at(left)];
        if (level > last_level) break;
        next_edges_[at(left)] = graph_.first_edge(left);
        for (std::int64_t edge = graph_.first_edge(left); edge < graph_.first_edge(left + 1); ++edge) {
            const std::int32_t right = graph_.right_of(edge);
            if (right_levels_[at(right)] != unreached || is_used_[at(edge)]) continue;
            right_levels_[at(right)] = level;
            if (reach_lefts_of(right, level + 1)) last_level = level;
        }
    }
    return last_level < BipartiteGraph::most_vertices;
}

/// Whether the right vertex has a place; otherwise the left vertices that hold its places are reached.
bool HopcroftKarp::reach_lefts_of(std::int32_t right, std::int32_t level) {
    if (!is_full(right)) return true;
    const Slot* slot = first_slot(right);
    for (const Slot* end = slot + slot_count(right); slot != end; ++slot) {
        if (levels_[at(slot->left)] != unreached) continue;
        levels_[at(slot->left)] = level;
        queue_.push_back(slot->left);
    }
    return false;
}

/// Depth first along the levels. What a search found to lead nowhere is not entered again in this phase.
bool HopcroftKarp::find_path(std::int32_t source) {
    path_.assign(1, source);
    while (!path_.empty()) {
        const std::int32_t left = path_.back();
        if (step_forward(left)) {
            if (path_.back() == left) return true;
            continue;
        }
        levels_[at(left)] = unreached;
        path_.pop_back();
    }
    return false;
}

/// Goes on from a left vertex to the next, or to a place, in which case the path stays as it is; false when there is
/// no way. `next_edges_` and `next_slots_` keep the edge and the slot that were taken.
bool HopcroftKarp::step_forward(std::int32_t left) {
    const std::int32_t level = levels_[at(left)];
    for (std::int64_t& edge = next_edges_[at(left)]; edge < graph_.first_edge(left + 1); ++edge) {
        const std::int32_t right = graph_.right_of(edge);
        if (right_levels_[at(right)] != level || is_used_[at(edge)]) continue;
        if (!is_full(right)) return true;
        for (std::int32_t& slot = next_slots_[at(right)]; slot < slot_count(right); ++slot) {
            const std::int32_t holder = first_slot(right)[slot].left;
            if (levels_[at(holder)] != level + 1) continue;
            path_.push_back(holder);
            return true;
        }
    }
    return false;
}

/// The last left vertex takes the free place, each other one the slot of the next on the path.
void HopcroftKarp::take_path() {
    const std::int64_t last_edge = next_edges_[at(path_.back())];
    const std::int32_t last_right = graph_.right_of(last_edge);
    first_slot(last_right)[right_loads_[at(last_right)]++] = {last_edge, path_.back()};
    is_used_[at(last_edge)] = true;
    for (std::size_t i = path_.size() - 1; i-- > 0;) {
        const std::int64_t edge = next_edges_[at(path_[i])];
        const std::int32_t right = graph_.right_of(edge);
        Slot& slot = first_slot(right)[next_slots_[at(right)]];
        is_used_[at(slot.edge)] = false;
        is_used_[at(edge)] = true;
        slot = {edge, path_[i]};
    }
    ++left_loads_[at(path_.front())];
}

Matching HopcroftKarp::matching() const {
    Matching found{{}, left_loads_, right_loads_};
    for (std::int64_t edge = 0; edge < graph_.edge_count(); ++edge) {
        if (is_used_[at(edge)]) found.edges.push_back(edge);
    }
    return found;
}

}  // namespace cadre

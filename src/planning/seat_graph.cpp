#include "planning/seat_graph.hpp"

#include "planning/connected_parts.hpp"

#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/matching/essential_vertices.hpp>
#include <cadre/matching/hall_set.hpp>
#include <cadre/matching/maximum_matching.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace cadre {
namespace {

/// One reading of groups of a seat graph for the layer `matching`: on the left those that count, on the right
/// candidates, each person once, ascending, and then the members of whom it is not known who they are.
class SeatMatching {
public:
    SeatMatching(const SeatGraph& graph, std::size_t first_group, std::size_t last_group, const Plan& plan,
                 Reading reading)
        : plan_(plan), reading_(reading) {
        number_candidates(graph, first_group, last_group);
        for (std::size_t at = first_group; at < last_group; ++at) {
            if (counts(graph.groups[at], reading)) add(graph, graph.groups[at]);
        }
        graph_.emplace(static_cast<std::int64_t>(pools_.size()),
                       static_cast<std::int64_t>(people_.size() + unknown_.size()), edges_);
        matching_ = maximum_matching(*graph_, capacities_);
    }

    std::int64_t filled() const { return matching_.size(); }

    JointCoverage joint() const {
        JointCoverage found;
        for (const std::int32_t seats : capacities_.left) found.seats += seats;
        found.filled = filled();
        if (found.filled < found.seats) found.gaps = gaps();
        for (const std::int32_t right : essential_rights(*graph_, capacities_, matching_)) {
            if (is_known(right)) found.essential.push_back(people_[static_cast<std::size_t>(right)]);
        }
        return found;
    }

private:
    void number_candidates(const SeatGraph& graph, std::size_t first_group, std::size_t last_group) {
        for (std::size_t at = first_group; at < last_group; ++at) {
            if (!counts(graph.groups[at], reading_)) continue;
            for (std::size_t i = graph.groups[at].first_edge; i < graph.groups[at].last_edge; ++i) {
                if (!counts(graph.edges[i], reading_)) continue;
                const std::size_t member = graph.edges[i].member;
                const auto& person = plan_.members[member].person;
                (person ? people_ : unknown_).push_back(person.value_or(member));
            }
        }
        for (std::vector<std::size_t>* all : {&people_, &unknown_}) {
            std::sort(all->begin(), all->end());
            all->erase(std::unique(all->begin(), all->end()), all->end());
        }
    }

    void add(const SeatGraph& graph, const SeatGroup& group) {
        const auto left = static_cast<std::int32_t>(pools_.size());
        pools_.push_back(group.pool);
        capacities_.left.push_back(group.seats);
        for (std::size_t i = group.first_edge; i < group.last_edge; ++i) {
            if (counts(graph.edges[i], reading_)) edges_.push_back({left, vertex(graph.edges[i].member)});
        }
    }

    std::int32_t vertex(std::size_t member) const {
        const auto& person = plan_.members[member].person;
        const auto& all = person ? people_ : unknown_;
        const auto found = std::lower_bound(all.begin(), all.end(), person.value_or(member)) - all.begin();
        return static_cast<std::int32_t>(found + static_cast<std::ptrdiff_t>(person ? 0 : people_.size()));
    }

    bool is_known(std::int32_t right) const { return static_cast<std::size_t>(right) < people_.size(); }

    /// The union of all sets that are short falls into parts that share no candidate, each short by itself.
    std::vector<SharedGap> gaps() const {
        const HallSet all = HallSets(*graph_, capacities_, matching_).all(Side::left);
        std::vector<SharedGap> found;
        for (const std::vector<std::int32_t>& part : connected_parts(*graph_, all.members)) found.push_back(gap(part));
        return found;
    }

    SharedGap gap(const std::vector<std::int32_t>& part) const {
        SharedGap gap;
        std::vector<std::int32_t> candidates;
        for (const std::int32_t left : part) {
            gap.seats += capacities_.left[static_cast<std::size_t>(left)];
            const std::size_t pool = pools_[static_cast<std::size_t>(left)];
            if (gap.pools.empty() || gap.pools.back() != pool) gap.pools.push_back(pool);
            const auto rights = graph_->rights(left);
            candidates.insert(candidates.end(), rights.begin(), rights.end());
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const std::int32_t right : candidates) {
            if (is_known(right)) {
                gap.cadres.push_back(people_[static_cast<std::size_t>(right)]);
            } else {
                ++gap.unknown_cadres;
            }
        }
        return gap;
    }

    const Plan& plan_;
    Reading reading_;
    std::vector<std::size_t> pools_;    ///< by left vertex
    std::vector<std::size_t> people_;   ///< rows of `cadres`, by right vertex
    std::vector<std::size_t> unknown_;  ///< positions of members, by right vertex after those
    Capacities capacities_;
    std::vector<BipartiteEdge> edges_;
    std::optional<BipartiteGraph> graph_;
    Matching matching_;
};

}  // namespace

std::int64_t most_filled(const SeatGraph& graph, std::size_t first_group, std::size_t last_group, const Plan& plan,
                         Reading reading) {
    return SeatMatching(graph, first_group, last_group, plan, reading).filled();
}

JointCoverage cover_jointly(const SeatGraph& graph, const Plan& plan, Reading reading) {
    return SeatMatching(graph, 0, graph.groups.size(), plan, reading).joint();
}

}  // namespace cadre

#pragma once

#include <cadre/planning/coverage.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// Seats of one pool that open alike.
struct SeatGroup {
    std::size_t pool = 0;
    SeatOpening opening;
    std::int32_t seats = 0;
    std::size_t first_edge = 0;  ///< in `SeatGraph::edges`; those of a group stand together
    std::size_t last_edge = 0;   ///< excluded
};

/// A member of the pool who is ready for the seats of a group, or may be.
struct SeatEdge {
    std::size_t member = 0;  ///< position in `Plan::members`
    Verdict ready = Verdict::undetermined;
};

/// Which seats open, and who can take them, pool by pool.
struct SeatGraph {
    std::vector<SeatGroup> groups;  ///< by pool, then by day
    std::vector<SeatEdge> edges;
};

/// Which reading of what is not certain: at worst, every seat that may open does, and only who is surely ready takes
/// one; at best the reverse.
enum class Reading { at_worst, at_best };

/// Whether the seats of a group count.
inline bool counts(const SeatGroup& group, Reading reading) {
    return reading == Reading::at_worst || group.opening.certain;
}
inline bool counts(const SeatEdge& edge, Reading reading) {
    return edge.ready == Verdict::met || (reading == Reading::at_best && edge.ready == Verdict::undetermined);
}

/// How many seats of consecutive groups can be filled at once.
std::int64_t most_filled(const SeatGraph& graph, std::size_t first_group, std::size_t last_group, const Plan& plan,
                         Reading reading);

/// The same of all groups, with the reasons.
JointCoverage cover_jointly(const SeatGraph& graph, const Plan& plan, Reading reading);

}  // namespace cadre

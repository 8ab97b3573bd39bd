#include "rotation/rules/proposed_directions.hpp"

#include "rotation/vertex_of.hpp"

namespace cadre {

Verdict ProposedDirections::meets(const DirectionRule& rule, const ProposedMove& move) const {
    if (move.enters) return Verdict::met;
    const MoveDirections directions = of(move);
    Verdict met = Verdict::not_met;
    for (const std::string& direction : rule.directions) met = met || has_direction(directions, direction);
    return met;
}

std::int32_t ProposedDirections::unit_of(std::optional<std::size_t> post) const {
    return post ? row_or_none(unit_, *post) : -1;
}

}  // namespace cadre

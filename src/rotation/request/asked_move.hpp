#pragma once

#include "rotation/request/movers.hpp"

#include <cadre/rotation/move_rules.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <cstddef>
#include <string>

namespace cadre {

/// Whether a move of a plan known before says where its cadre goes; the first such one counts.
inline bool says_of_cadre(const RotationMove& move) {
    return move.person && (move.to || move.leaves);
}

/// The move by which a mover would take a post. A published one keeps its kind; `known` is what the plan known before
/// says of the cadre, null: nothing.
inline ProposedMove asked_move(const Mover& mover, std::size_t post, DayNumber day, const std::string& kind,
                               const RotationMove* known) {
    ProposedMove move{mover.cadre, post, mover.present, !mover.present, day, kind};
    if (known != nullptr && known->published && known->to == post && known->from == mover.present) {
        move.kind = known->kind;
        move.row = known->row;
    }
    return move;
}

}  // namespace cadre

#pragma once

#include "rotation/request/present_posts.hpp"
#include "rotation/request/request_conditions.hpp"

#include <cadre/rotation/rotation_request.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// One who has to move, or may.
struct Mover {
    std::size_t cadre = 0;  ///< row of `cadres`
    bool required = false;
    std::optional<std::size_t> present;  ///< row of `posts`; absent: comes from outside
    bool may_return = false;             ///< to that post, so that nobody else gets the seat
};

/// Who has to move or may, by row. Those of whom that is not known, or not what they leave, are noted in the draft.
std::vector<Mover> find_movers(const Pack& pack, const Roster& roster, const RotationRequest& request,
                               const RequestExpressions& expressions, const RequestVerdicts& verdicts,
                               const PresentPosts& present, RotationDraft& draft);

}  // namespace cadre

#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_regret.hpp>
#include <cadre/rotation/rotation_request.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cadre {

/// How a cadre and a post stand in a proposal from a roster.
enum class OptionStatus : std::uint8_t {
    proposed,         ///< the cadre gets the post, or keeps it
    possible,         ///< nothing is against it, but another plan is proposed
    refused,          ///< by rules
    undetermined,     ///< missing data leaves open whether it is an option
    not_asked_for,    ///< the cadre neither has to move nor may
    present_unknown,  ///< it is not known which post the cadre would leave
    held,             ///< the cadre holds the post besides the one that would be left, or may
    not_offered,      ///< the request is for other posts
    no_seat,          ///< no seat of the post is free, or left by somebody who may move
};

/// The name of the status: "refused".
CADRE_EXPORT std::string_view to_code(OptionStatus status);

/// Why a cadre gets a post in a proposal from a roster, or does not. A plain value.
struct OptionExplanation {
    std::size_t cadre = 0;  ///< row of `cadres`
    std::size_t post = 0;   ///< row of `posts`
    OptionStatus status = OptionStatus::undetermined;
    /// Of the rules that refuse the move or may, or of the conditions of the request that stand against it.
    std::vector<Explanation> reasons;
    std::optional<std::size_t> option;  ///< proposed, possible: its position in the draft's problem
    /// Proposed: what the best plan without the option loses. Possible: what the best plan with it loses; absent where
    /// there is none.
    std::optional<RotationRegret> regret;
};

/// Explains one pair of a cadre and a post of a proposal.
///
///     const RotationDraft draft = propose_rotation(pack, roster, request);
///     explain_option(pack, roster, request, draft, 17, 4).status;  // OptionStatus::refused
///
/// The draft is the one that the pack, the roster and the request gave. A published move stays, so that it has no
/// regret. Takes time linear in the roster and the draft, and what `RotationRegrets` takes. Throws `Error`: not_found
/// for rows that are not there, and as `propose_rotation` does. Thread-safe.
CADRE_EXPORT OptionExplanation explain_option(const Pack& pack, const Roster& roster, const RotationRequest& request,
                                              const RotationDraft& draft, std::size_t cadre, std::size_t post,
                                              Audience audience = Audience::subject);

}  // namespace cadre

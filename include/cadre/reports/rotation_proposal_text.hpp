#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/rotation/bounded_rotation.hpp>
#include <cadre/rotation/rotation_problem.hpp>
#include <cadre/rotation/rotation_proposal.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace cadre {

/// What a text calls that which a rotation problem numbers; by position where a list is empty.
struct RotationNames {
    std::vector<std::size_t> cadres;   ///< their rows in `cadres`
    std::vector<std::string> posts;    ///< their keys
    std::vector<LocalizedText> rules;  ///< with their clauses
    std::vector<LocalizedText> goals;
};

/// A proposal as plain text: whether its prices prove it, each move with its reason, what it costs by goal and what the
/// best plan without it loses, and who gets no post: which cadres compete for which posts, and how many would get one
/// if a rule were waived for them. Those without any option are told of together where the same rules refuse them.
///
///     rotation_proposal_text(problem, propose_rotation(problem), Language::en);
///
/// The loss is told where one stage holds all goals and `most_moves_compared` moves or fewer are proposed. Names people
/// by row only. Throws `Error` as `propose_rotation` does for the problem, and for names that are fewer than what they
/// name. Thread-safe.
CADRE_EXPORT std::string rotation_proposal_text(const RotationProblem& problem, const RotationProposal& proposal,
                                                Language language, const RotationNames& names = {});

/// So many moves are compared with the best plan without each of them.
inline constexpr std::size_t most_moves_compared = 200;

/// A plan of short chains and cycles as plain text: each with its moves, and whether it is proven that no such plan is
/// better; if not, how far the best plan of any length is ahead. Throws as `rotation_proposal_text`. Thread-safe.
CADRE_EXPORT std::string bounded_rotation_text(const RotationProblem& problem, const BoundedRotation& bounded,
                                               Language language, const RotationNames& names = {});

}  // namespace cadre

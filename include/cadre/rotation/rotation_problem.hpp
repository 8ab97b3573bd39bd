#pragma once

#include <cadre/export.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// One who may get a post, or has to.
struct RotationCandidate {
    bool required = false;               ///< has to move: comes before others, unless there is the option to stay
    std::optional<std::size_t> present;  ///< position of the post that is held; absent: none of these posts

    bool operator==(const RotationCandidate&) const = default;
};

/// A candidate may take a post; that of a candidate's present post is to stay.
struct RotationOption {
    std::size_t cadre = 0;  ///< position in `RotationProblem::cadres`
    std::size_t post = 0;   ///< position in `RotationProblem::seats`

    bool operator==(const RotationOption&) const = default;
};

/// What would be an option but for the rules that refuse it.
struct RefusedOption {
    RotationOption option;
    std::vector<std::size_t> rules;  ///< positions in `RotationProblem::rules`, ascending

    bool operator==(const RefusedOption&) const = default;
};

/// One thing to keep low: misfit, what the direction of a move costs, changes to a published plan, dislikes.
struct RotationGoal {
    std::string id;
    std::vector<std::int64_t> costs;  ///< one an option, in the goal's own unit; below 0 are gains

    bool operator==(const RotationGoal&) const = default;
};

/// Who may go where, and what counts. A plain value.
///
/// A candidate is settled who has the option to stay, or whose published move is pinned: nobody who is not settled
/// comes before one who is. A post that its holder leaves is to be given to somebody else by the same plan, or stays
/// empty; seats of holders who are no candidates are left out.
struct RotationProblem {
    std::vector<RotationCandidate> cadres;
    std::vector<std::int32_t> seats;      ///< of each post
    std::vector<RotationOption> options;  ///< each at most once
    std::vector<RotationGoal> goals;      ///< the first counts first
    std::vector<std::size_t> pinned;      ///< positions of options that are published and have to stay
    std::vector<std::string> rules;       ///< ids of those that refuse
    std::vector<RefusedOption> refused;

    bool stays(const RotationOption& option) const { return cadres[option.cadre].present == option.post; }
    bool operator==(const RotationProblem&) const = default;
};

/// Throws `Error`: invalid_argument for positions that are not there, an option that is there twice, negative seats, a
/// goal whose costs are not one an option, and two pinned options of a cadre; limit_exceeded for more candidates, posts
/// or options than 2,147,483,646. Thread-safe.
CADRE_EXPORT void check_rotation_problem(const RotationProblem& problem);

}  // namespace cadre

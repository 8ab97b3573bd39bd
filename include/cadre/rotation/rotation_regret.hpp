#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/rotation_problem.hpp>
#include <cadre/rotation/rotation_proposal.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cadre {

/// A cadre and the option taken instead of the proposed one; absent: none.
struct RotationChange {
    std::size_t cadre = 0;
    std::optional<std::size_t> option;

    bool operator==(const RotationChange&) const = default;
};

/// What a changed wish costs: the best plan with it against the proposal. Numbers below 0 are gains.
struct RotationRegret {
    std::int64_t settled_lost = 0;
    std::int64_t required_lost = 0;
    std::int64_t placed_lost = 0;
    std::vector<std::int64_t> costs;      ///< by goal: what it costs more
    std::vector<RotationChange> changes;  ///< by cadre

    bool operator==(const RotationRegret&) const = default;
};

/// Answers "why this one there?" and "why not that one?" for a proposal, exactly.
///
///     RotationRegrets regrets(problem, proposal);
///     regrets.why_not(option)->costs;  // what giving the option to its cadre costs, goal by goal
///     regrets.why(cadre)->changes;     // who would move how, if the cadre did not get the option proposed
///
/// Refers to problem and proposal. Where one stage holds all goals, an answer takes one augmentation from the prices;
/// else the problem is solved again. One thread at a time.
class CADRE_EXPORT RotationRegrets {
public:
    /// Throws `Error`: as `propose_rotation`; invalid_argument for a proposal that `verify_rotation` rejects.
    RotationRegrets(const RotationProblem& problem, const RotationProposal& proposal);
    RotationRegrets(RotationRegrets&&) noexcept;
    RotationRegrets& operator=(RotationRegrets&&) noexcept;
    ~RotationRegrets();

    /// When the cadre may not take the option proposed; nothing when none is. Throws `Error` (not_found) for no cadre.
    std::optional<RotationRegret> why(std::size_t cadre);
    /// When the cadre of the option must take it, which then counts as settled; nothing when the post has no seat or a
    /// pin excludes the option. Throws `Error` (not_found) for no option.
    std::optional<RotationRegret> why_not(std::size_t option);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The best `count` plans that differ in an option, the proposal first, without prices and shortages; fewer when there
/// are no more. Of plans that place fewer, a greater number in all comes before more required ones where some cadres
/// are settled, others required and others neither. Takes count × cadres augmentations where one stage holds all goals;
/// else so many problems are solved again, and one more for each option of a cadre whom a plan leaves out. Throws
/// `Error` as `RotationRegrets`. Thread-safe.
CADRE_EXPORT std::vector<RotationProposal> best_rotations(const RotationProblem& problem,
                                                          const RotationProposal& proposal, std::size_t count);

}  // namespace cadre

#pragma once

#include <cadre/export.hpp>
#include <cadre/rotation/rotation_problem.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// How many more members of a shortage would get a post if a rule were waived for its members: the options that this
/// rule alone refuses them are added. A number to look at; nothing is waived.
struct RotationWaiver {
    std::size_t rule = 0;  ///< position in `RotationProblem::rules`
    std::size_t freed = 0;

    bool operator==(const RotationWaiver&) const = default;
};

/// Why some get no post: these cadres compete for these posts, which have fewer seats (a Hall set).
struct RotationShortage {
    bool required = false;                ///< all members are required or settled; otherwise others compete, too
    std::vector<std::size_t> cadres;      ///< ascending; their options are the posts and nothing else
    std::vector<std::size_t> posts;       ///< ascending
    std::size_t seats = 0;                ///< of the posts
    std::vector<RotationWaiver> waivers;  ///< by rule; those that would free somebody

    std::size_t short_by() const { return cadres.size() - seats; }
    bool operator==(const RotationShortage&) const = default;
};

/// The best moves, why some are not placed, and what proves both. A plain value.
struct RotationProposal {
    std::vector<std::optional<std::size_t>> options;  ///< by cadre: the option taken
    std::vector<std::int64_t> costs;                  ///< by goal: the sum over the options taken
    std::size_t placed = 0;                           ///< who have an option, staying included
    std::size_t settled_placed = 0;
    std::size_t required_placed = 0;  ///< who have to move and do
    /// The certificate: a price of a seat at each post, by stage. Goals share a stage where their costs can be scaled
    /// into one number; each later stage keeps only what is best in those before it.
    std::vector<std::vector<std::int64_t>> prices;
    std::vector<RotationShortage> shortages;

    bool operator==(const RotationProposal&) const = default;
};

/// Proposes the moves that place the most settled cadres (all, unless seats or pins forbid), of these the most required
/// ones, then the most in all; among such plans the goals are lowest in their order. The same problem gives the same
/// proposal.
///
///     RotationProblem problem;
///     problem.cadres = {{.required = true, .present = 0}, {.present = 1}};
///     problem.seats = {1, 1};
///     problem.options = {{0, 1}, {1, 0}, {1, 1}};
///     problem.goals = {{"misfit", {3, 2, 0}}};
///     propose_rotation(problem).options;  // 0 and 1: they exchange their posts
///
/// Costs are scaled such that the first of two goals outweighs any sum of the second (goals in one stage), or what is
/// not best before gets a penalty that outweighs the stage's own costs (complementary slackness), so that any number of
/// goals fits. Takes one `assign` a stage, and for each shortage and rule one augmentation a member without a post.
///
/// Throws `Error`: as `check_rotation_problem`; limit_exceeded where the costs of one goal are too far apart to be
/// summed exactly: 12 · range · (n + 3)³ < 2^61 with n candidates always fits. Thread-safe.
CADRE_EXPORT RotationProposal propose_rotation(const RotationProblem& problem);

/// Whether the options keep to the problem, the prices prove that no plan is better, counts and costs are those of the
/// options, and each shortage is one. Takes time that grows with options and stages and trusts nothing of the proposal;
/// what waivers would free is not checked. Throws `Error` as `propose_rotation` does for the problem. Thread-safe.
CADRE_EXPORT bool verify_rotation(const RotationProblem& problem, const RotationProposal& proposal);

}  // namespace cadre

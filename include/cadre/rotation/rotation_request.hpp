#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_plan.hpp>
#include <cadre/rotation/rotation_problem.hpp>
#include <cadre/rotation/rotation_proposal.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// How well a cadre fits a post, as a goal: whole points, of which missing data leave at least so many.
struct RotationFitness {
    std::string id;
    std::string value;        ///< on `cadres`: an integer or a condition (1 point); `proposed_post` is the post
    std::int64_t most = 100;  ///< points count from 0 to this
};

/// What a move in a direction costs; below 0 it is wanted.
struct DirectionPrice {
    std::string direction;  ///< code, see `direction_ids`
    std::int64_t price = 0;
};

/// What a proposal from a roster is asked for. Conditions are texts in the namespace of the pack, such as the name of a
/// criterion; they read no sensitive attribute, which only entries of a pack may that declare it.
struct RotationRequest {
    EvaluationOptions evaluation;            ///< `as_of` is the day of the moves
    std::string must_move;                   ///< a condition on `cadres`; empty: nobody but those in `must_rows`
    std::vector<std::size_t> must_rows;      ///< rows of `cadres`, such as those with findings of an audit
    std::string may_move;                    ///< a condition on `cadres`; empty: nobody who need not
    std::string posts;                       ///< a condition on `posts` that may be taken; empty: all
    std::vector<RotationFitness> fitness;    ///< goals, the first counts first
    std::vector<DirectionPrice> directions;  ///< the next goal: the sum of the prices
    /// Known before: published moves stay, others do where that costs nothing; who has a published move may move.
    RotationPlan plan;
    std::string kind = "rotation";  ///< of the moves: the code of a kind of appointment; published ones keep theirs
    std::size_t open_listed = 20;   ///< so many of each kind that is undetermined, with what would decide
};

/// A rule on moves or on the least stay, by which options are refused.
struct RotationRule {
    std::string id;
    LocalizedText title;
    Citation citation;
    /// Whether it is a rule "move" or "direction" for the kind of the moves, in force by the law of the proposal.
    bool judges_moves = false;

    bool operator==(const RotationRule&) const = default;
};

/// One of whom it is not known whether they have to, or may, move.
struct OpenMover {
    std::size_t cadre = 0;  ///< row of `cadres`
    bool has_to = false;    ///< it is open whether they have to move; else whether they may
    std::vector<MissingField> fields;
};

/// A post of which it is not known whether it may be taken.
struct OpenPost {
    std::size_t post = 0;  ///< row of `posts`
    std::string key;
    std::vector<MissingField> fields;
};

/// A move that might be an option if missing cells were filled in.
struct OpenOption {
    std::size_t cadre = 0;  ///< row of `cadres`
    std::size_t post = 0;   ///< row of `posts`
    std::string post_key;
    std::vector<MissingField> fields;
};

/// A proposal with what it was made from. A plain value.
///
/// Everybody keeps the present post unless a move is proposed, those who have to move, too: no seat is given away that
/// its holder does not leave. Who may hold the present post again later keeps a seat of it that is a post of its own in
/// the problem. The last post of the problem stands for none of them: who comes from outside holds it.
struct RotationDraft {
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    std::string kind;
    std::vector<std::size_t> cadres;                ///< rows, by position in the problem
    std::vector<std::optional<std::size_t>> posts;  ///< rows, by position in the problem; the last one has none
    std::vector<std::string> post_keys;             ///< by position in the problem; "–" for the last one
    std::vector<std::size_t> offered;               ///< rows of posts that may be taken, ascending
    std::vector<RotationRule> rules;                ///< by position in the problem
    RotationProblem problem;
    RotationProposal proposal;
    std::vector<RotationMove> published;  ///< by position in the pinned options of the problem: the moves that stay
    /// Of those who have to move, if everybody left: who competes for which posts, and what waivers would free.
    std::vector<RotationShortage> shortages;
    std::size_t open_mover_count = 0;
    std::vector<OpenMover> open_movers;  ///< the first of them
    std::size_t open_post_count = 0;
    std::vector<OpenPost> open_posts;  ///< the first of them
    std::size_t open_option_count = 0;
    std::vector<OpenOption> open_options;  ///< the first of them
    /// Posts with a negative number of seats, who cannot be moved for want of data, published moves that cannot stay.
    std::vector<PlanFinding> findings;
};

/// So many pairs of a cadre and a post are judged at most.
inline constexpr std::size_t most_rotation_pairs = 4'000'000;

/// Proposes moves for a roster: the most of those who have to, then the best by the goals; of plans that are equal, one
/// with the fewest moves of others.
///
///     RotationRequest request{.evaluation = {.as_of = Date(2015, 12, 31)}, .must_move = "long_in_post"};
///     const RotationDraft draft = propose_rotation(pack, roster, request);
///     const MoveOrder order = order_moves(roster, rotation_plan(draft));
///
/// - A move is an option where surely no rule "move", "direction" or "least_stay" of the pack's rotation policies is
///   against it, as `check_plan` judges it for its kind; what rules refuse is kept, with the rules. Missing data makes
///   no option. Nobody takes a post that they may hold.
/// - A cadre leaves the post of which it is known that it is held as the primary one, or the only one.
/// - A post has as many seats as `posts.seats` says, or where that is missing as surely have a holder, less those who
///   may hold it from that day on and do not move, or hold it again later. Nobody comes into one with more holders than
///   seats.
/// - Goals: "has_to_move" (who has to and does not), "without_post" (others from outside who get none), the fitness
///   asked for (as costs below 0), "direction", "change" (moves of the plan that are given up), "moves" (of who need
///   not).
///
/// Throws `Error`: as `read_rotation_policies`, `evaluate` and `propose_rotation` do; invalid_rule for conditions that
/// are wrong; invalid_argument for an unknown direction or kind, fitness ids that are not distinct and points below 0;
/// not_found for rows that are not there; limit_exceeded for more than `most_rotation_pairs`. Thread-safe.
CADRE_EXPORT RotationDraft propose_rotation(const Pack& pack, const Roster& roster, const RotationRequest& request);

/// The proposed moves as a plan, on the day of the proposal; published ones as they are.
CADRE_EXPORT RotationPlan rotation_plan(const RotationDraft& draft);

}  // namespace cadre

#include "planning/selection/plugged_in.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <utility>

namespace cadre::selection {
namespace {

bool has_choice(const Selection& selection) {
    return selection.status == SelectionStatus::optimal || selection.status == SelectionStatus::feasible;
}

/// Checks the choice and adds up its score.
void check_choice(const SelectionProblem& problem, Selection& answer) {
    const auto violations = check_selection(problem, answer.chosen);
    if (!violations.empty()) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::selection_solver_breaks,
                            {static_cast<std::int64_t>(violations.front().constraint), violations.front().sum}});
    }
    std::sort(answer.chosen.begin(), answer.chosen.end());
    answer.score = 0;
    for (const int option : answer.chosen) answer.score += problem.scores[static_cast<std::size_t>(option)];
}

void refuse(std::int64_t score, std::int64_t bound) {
    throw Error(ErrorCode::invalid_argument, Message{texts::selection_solver_bound, {score, bound}});
}

}  // namespace

Selection with_answer(const SelectionProblem& problem, Selection found, Selection answer) {
    if (answer.status == SelectionStatus::infeasible) {
        if (has_choice(found))
            throw Error(ErrorCode::invalid_argument, Message{texts::selection_solver_infeasible, {}});
        found.status = SelectionStatus::infeasible;
        found.claimed = true;
        return found;
    }
    if (has_choice(answer)) {
        check_choice(problem, answer);
        if (answer.status == SelectionStatus::optimal) answer.bound = answer.score;
        if (!has_choice(found) || answer.score > found.score) {
            found.status = SelectionStatus::feasible;
            found.chosen = std::move(answer.chosen);
            found.score = answer.score;
        }
    }
    if (answer.status == SelectionStatus::unknown || answer.bound >= found.bound) return found;
    if (answer.bound < found.score) refuse(found.score, answer.bound);
    found.bound = answer.bound;
    found.claimed = true;
    if (found.bound == found.score) found.status = SelectionStatus::optimal;
    return found;
}

}  // namespace cadre::selection

#include "planning/selection/check_limits.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>

namespace cadre {
namespace {

std::vector<char> flags_of(const SelectionProblem& problem, const std::vector<int>& chosen) {
    std::vector<char> flags(problem.scores.size(), 0);
    for (const int option : chosen) {
        if (option < 0 || static_cast<std::size_t>(option) >= flags.size()) {
            throw Error(ErrorCode::invalid_argument,
                        Message{texts::selection_chosen_unknown,
                                {std::int64_t{option}, static_cast<std::int64_t>(flags.size())}});
        }
        if (flags[static_cast<std::size_t>(option)] != 0) {
            throw Error(ErrorCode::invalid_argument, Message{texts::selection_chosen_twice, {std::int64_t{option}}});
        }
        flags[static_cast<std::size_t>(option)] = 1;
    }
    return flags;
}

}  // namespace

std::vector<SelectionViolation> check_selection(const SelectionProblem& problem, const std::vector<int>& chosen) {
    selection::check_limits(problem);
    const std::vector<char> flags = flags_of(problem, chosen);
    std::vector<SelectionViolation> violations;
    for (std::size_t i = 0; i < problem.constraints.size(); ++i) {
        const SelectionConstraint& constraint = problem.constraints[i];
        std::int64_t sum = 0;
        for (const SelectionTerm& term : constraint.terms) {
            if (flags[static_cast<std::size_t>(term.option)] != 0) sum += term.coefficient;
        }
        const bool holds = constraint.lower.value_or(sum) <= sum && sum <= constraint.upper.value_or(sum);
        if (!holds) violations.push_back({i, sum});
    }
    return violations;
}

}  // namespace cadre

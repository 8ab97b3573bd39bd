#include "planning/selection/check_limits.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>

namespace cadre::selection {
namespace {

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

void check_count(std::size_t count, std::size_t limit, MessageId message) {
    if (count > limit) throw Error(ErrorCode::limit_exceeded, Message{message, {number(count), number(limit)}});
}

/// Adds absolute values up to a limit.
class Sum {
public:
    explicit Sum(std::int64_t limit) : left_(limit) {}

    /// False when the sum goes over the limit.
    bool add(std::int64_t value) {
        if (value < -left_ || value > left_) return false;
        left_ -= value < 0 ? -value : value;
        return true;
    }

private:
    std::int64_t left_;
};

void check_scores(const std::vector<std::int64_t>& scores) {
    Sum sum(SelectionLimits::sum_of_scores);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (sum.add(scores[i])) continue;
        throw Error(ErrorCode::limit_exceeded,
                    Message{texts::selection_scores_too_large, {number(i), SelectionLimits::sum_of_scores}});
    }
}

void check_terms(const SelectionProblem& problem) {
    Sum sum(SelectionLimits::sum_of_coefficients);
    std::size_t count = 0;
    for (std::size_t i = 0; i < problem.constraints.size(); ++i) {
        const std::vector<SelectionTerm>& terms = problem.constraints[i].terms;
        check_count(count += terms.size(), SelectionLimits::terms, texts::selection_too_many_terms);
        for (const SelectionTerm& term : terms) {
            if (term.option < 0 || static_cast<std::size_t>(term.option) >= problem.scores.size()) {
                throw Error(ErrorCode::invalid_argument,
                            Message{texts::selection_unknown_option,
                                    {number(i), std::int64_t{term.option}, number(problem.scores.size())}});
            }
            if (sum.add(term.coefficient)) continue;
            throw Error(ErrorCode::limit_exceeded, Message{texts::selection_coefficients_too_large,
                                                           {number(i), SelectionLimits::sum_of_coefficients}});
        }
    }
}

}  // namespace

void check_limits(const SelectionProblem& problem) {
    check_count(problem.scores.size(), SelectionLimits::options, texts::selection_too_many_options);
    check_count(problem.constraints.size(), SelectionLimits::constraints, texts::selection_too_many_constraints);
    check_scores(problem.scores);
    check_terms(problem);
}

}  // namespace cadre::selection

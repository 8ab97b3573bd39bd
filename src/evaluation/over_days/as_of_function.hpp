#pragma once

#include "evaluation/as_of_readers.hpp"
#include "evaluation/over_days/day_range.hpp"
#include "evaluation/over_days/day_runs.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/expression.hpp>

#include <optional>
#include <vector>

namespace cadre::over_days {

/// How a value moves while the day of judgement goes on. Both of its ends move so.
enum class Course { constant, rising, falling };

/// A number, date or duration as a monotone function of the day of judgement, with its other parts computed
/// once: `as_of - @"P3Y"`, `years and months duration(birth_date, as_of)`, `(as_of + @"P1M").year`,
/// `min(to, as_of)`.
class AsOfFunction {
public:
    /// Nothing where the expression is none of these. The other parts are computed under the evaluator's
    /// present bindings.
    static std::optional<AsOfFunction> of(const Expression& e, ReferenceEvaluator& evaluator, AsOfReaders& readers);

    Course course() const { return nodes_.back().course; }
    PossibleInteger at(DayNumber day) const { return value(nodes_.size() - 1, day); }
    /// Whether it is one value of which nothing is known, or none at all.
    bool is_open_constant() const;

private:
    enum class Kind { constant, as_of, arithmetic, date_arithmetic, negation, months_between, year, fold };
    struct Node {
        Kind kind = Kind::constant;
        Course course = Course::constant;
        PossibleInteger value;             ///< of a constant
        const Expression* made = nullptr;  ///< the operation
        std::vector<std::size_t> operands{};
    };

    class Builder;

    PossibleInteger value(std::size_t node, DayNumber day) const;
    PossibleInteger fold(const Node& node, DayNumber day) const;

    std::vector<Node> nodes_;  ///< operands before what is made of them
};

/// The verdicts of `a operation b` (an ordering or `equal`) on every day, where the two sides do not move the
/// same way; nothing otherwise.
std::optional<VerdictRuns> compared_over_days(Operation operation, const AsOfFunction& a, const AsOfFunction& b,
                                              DayRange range);

/// The days on which the function's value differs from that of the day before.
ChangeDays changes_over_days(const AsOfFunction& function, DayRange range);

}  // namespace cadre::over_days

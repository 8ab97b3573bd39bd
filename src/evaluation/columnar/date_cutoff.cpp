#include "evaluation/columnar/date_cutoff.hpp"

#include "evaluation/date_operations.hpp"

#include <algorithm>

namespace cadre::columnar {

namespace {

/// A function of one date attribute that is monotone in it, or nothing.
class MonotoneSide {
public:
    MonotoneSide(const Expression& side, ReferenceEvaluator& constants, FreeSlots& free)
        : side_(side), constants_(constants), free_(free) {
        monotone_ = inspect(side_);
    }

    const Expression* attribute() const { return monotone_ ? attribute_ : nullptr; }
    PossibleInteger at(DayNumber day) const { return value(side_, day); }

private:
    static bool is_row_attribute(const Expression& e) {
        return e.operation == Operation::attribute && e.type.kind == TypeKind::date &&
               e.children[0]->operation == Operation::variable;
    }
    static bool is_date_arithmetic(const Expression& e) {
        if (e.operation == Operation::call) return e.function == Function::years_and_months_duration;
        const bool sum = e.operation == Operation::add || e.operation == Operation::subtract;
        return sum && std::any_of(e.children.begin(), e.children.end(),
                                  [](const ExpressionPtr& child) { return child->type.kind == TypeKind::date; });
    }

    /// Exactly one child reads a row, and it is monotone itself.
    bool inspect(const Expression& e) {
        if (e.operation == Operation::definition) return inspect(*e.children[0]);
        if (is_row_attribute(e)) {
            attribute_ = &e;
            return true;
        }
        if (!is_date_arithmetic(e)) return false;
        const bool left = !free_.is_constant(*e.children[0]);
        const bool right = !free_.is_constant(*e.children[1]);
        return left != right && inspect(*e.children[left ? 0 : 1]);
    }

    PossibleInteger value(const Expression& e, DayNumber day) const {
        if (&e == attribute_) return PossibleInteger::exactly(day);
        if (free_.is_constant(e)) return std::get<PossibleInteger>(constants_.evaluate(e));
        if (e.operation == Operation::definition) return value(*e.children[0], day);
        const PossibleInteger a = value(*e.children[0], day);
        const PossibleInteger b = value(*e.children[1], day);
        if (e.operation == Operation::call) return operations::months_between(a, b);
        return operations::date_arithmetic(e.operation == Operation::subtract, e.children[0]->type.kind, a,
                                           e.children[1]->type.kind, b);
    }

    const Expression& side_;
    ReferenceEvaluator& constants_;
    FreeSlots& free_;
    const Expression* attribute_ = nullptr;
    bool monotone_ = false;
};

/// The first day in [from, to] for which `test` holds, given that it holds on all days after it too;
/// `to` + 1 when there is none.
template <class Test>
std::int64_t first_day_with(std::int64_t from, std::int64_t to, Test test) {
    while (from <= to) {
        const std::int64_t middle = from + (to - from) / 2;
        if (test(static_cast<DayNumber>(middle))) {
            to = middle - 1;
        } else {
            from = middle + 1;
        }
    }
    return from;
}

}  // namespace

std::optional<DateCutoff> date_cutoff(const Expression& side, Operation operation, const PossibleInteger& bound,
                                      DayNumber as_of, ReferenceEvaluator& constants, FreeSlots& free) {
    const MonotoneSide function(side, constants, free);
    if (function.attribute() == nullptr) return std::nullopt;
    const auto verdict = [&](DayNumber day) { return operations::compare(function.at(day), operation, bound); };
    const auto known = [&](DayNumber day) { return verdict(day) != Verdict::undetermined; };
    if (!known(as_of)) return std::nullopt;
    // Overflow leaves days at either end of the calendar undetermined.
    const std::int64_t first = first_day_with(first_day, as_of, known);
    const std::int64_t last = first_day_with(as_of, last_day, [&](DayNumber day) { return !known(day); }) - 1;
    const Verdict early = verdict(static_cast<DayNumber>(first));
    const std::int64_t change = first_day_with(first, last, [&](DayNumber day) { return verdict(day) != early; });
    const ValueRange<std::int64_t> before{first, change - 1};
    const ValueRange<std::int64_t> after{change, last};
    const bool met_first = early == Verdict::met;
    return DateCutoff{function.attribute(), met_first ? before : after, met_first ? after : before};
}

}  // namespace cadre::columnar

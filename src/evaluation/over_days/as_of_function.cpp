#include "evaluation/over_days/as_of_function.hpp"

#include "evaluation/date_operations.hpp"
#include "evaluation/member_fold.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace cadre::over_days {

namespace {

bool is_counted(const Type& type) {
    return type.kind == TypeKind::integer || type.kind == TypeKind::date || type.kind == TypeKind::months ||
           type.kind == TypeKind::days;
}

std::optional<Course> joined(Course a, Course b) {
    if (a == b || b == Course::constant) return a;
    return a == Course::constant ? std::optional(b) : std::nullopt;
}

Course reversed(Course course) {
    if (course == Course::constant) return course;
    return course == Course::rising ? Course::falling : Course::rising;
}

/// Shifts of dates within this many years, and so few of them, that a range of days which timelines accept
/// cannot leave the calendar at both of its ends.
constexpr std::int64_t greatest_shift_years = 1000;
constexpr int most_shifts = 4;

bool is_small_shift(TypeKind kind, const PossibleInteger& value) {
    constexpr std::int64_t numbers_a_year = 1'000'000'000;
    const std::int64_t unit = kind == TypeKind::months ? 12 : kind == TypeKind::days ? 365 : numbers_a_year;
    if (!value.has_range() || !value.bounded()) return true;
    return std::max(std::abs(value.lo), std::abs(value.hi)) <= greatest_shift_years * unit;
}

}  // namespace

class AsOfFunction::Builder {
public:
    Builder(ReferenceEvaluator& evaluator, AsOfReaders& readers) : evaluator_(evaluator), readers_(readers) {}

    /// Whether the node of `e` was added, as the last one.
    bool add(const Expression& e) {
        if (!is_counted(e.type)) return false;
        if (!readers_.reads(e)) return add_constant(e);
        switch (e.operation) {
            case Operation::as_of: return add_node({Kind::as_of, Course::rising, {}, &e});
            case Operation::definition: return add_body(*e.children[0]);
            case Operation::negate: return add_unary(Kind::negation, e, true);
            case Operation::add:
            case Operation::subtract: return add_sum(e);
            case Operation::call: return add_call(e);
            default: return false;
        }
    }

    std::vector<Node> take() { return std::move(nodes_); }

private:
    bool add_node(Node node) {
        nodes_.push_back(std::move(node));
        return true;
    }

    bool add_constant(const Expression& e) {
        const auto value = std::get<PossibleInteger>(evaluator_.evaluate(e));
        return is_small_shift(e.type.kind, value) && add_node({Kind::constant, Course::constant, value, &e});
    }

    bool add_body(const Expression& body) {
        auto outer = evaluator_.enter_body();
        const bool added = add(body);
        evaluator_.leave_body(std::move(outer));
        return added;
    }

    bool add_unary(Kind kind, const Expression& e, bool reverse) {
        if (!add(*e.children[0])) return false;
        const Course course = nodes_.back().course;
        return add_node({kind, reverse ? reversed(course) : course, {}, &e, {nodes_.size() - 1}});
    }

    bool add_sum(const Expression& e) {
        const bool dates = e.children[0]->type.kind == TypeKind::date || e.children[1]->type.kind == TypeKind::date;
        return add_binary(dates ? Kind::date_arithmetic : Kind::arithmetic, e, e.operation == Operation::subtract, 1);
    }

    bool add_call(const Expression& e) {
        switch (e.function) {
            case Function::years_and_months_duration: return add_binary(Kind::months_between, e, true, 0);
            case Function::year: return add_unary(Kind::year, e, false) && is_single();
            case Function::min:
            case Function::max: return add_fold(e);
            default: return false;
        }
    }

    /// The year of a date that is not one day may be any, so that it is monotone of one day alone.
    bool is_single() const {
        return std::all_of(nodes_.begin(), nodes_.end(),
                           [](const Node& node) { return node.kind != Kind::constant || node.value.is_single(); });
    }

    /// Of the two operands one reads the day; it falls with the operand at `falls_with` where `reverses`.
    bool add_binary(Kind kind, const Expression& e, bool reverses, std::size_t falls_with) {
        if (readers_.reads(*e.children[0]) && readers_.reads(*e.children[1])) return false;
        if (++shifts_ > most_shifts || !add(*e.children[0])) return false;
        const std::size_t left = nodes_.size() - 1;
        if (!add(*e.children[1])) return false;
        const std::size_t right = nodes_.size() - 1;
        const std::size_t moving = readers_.reads(*e.children[0]) ? 0 : 1;
        const Course course = nodes_[moving == 0 ? left : right].course;
        const bool reverse = reverses && moving == falls_with;
        return add_node({kind, reverse ? reversed(course) : course, {}, &e, {left, right}});
    }

    bool add_fold(const Expression& e) {
        const Expression& list = *e.children[0];
        if (list.operation != Operation::list) return false;
        Node fold{Kind::fold, Course::constant, {}, &e};
        for (const ExpressionPtr& child : list.children) {
            if (!add(*child)) return false;
            const auto course = joined(fold.course, nodes_.back().course);
            if (!course) return false;
            fold.course = *course;
            fold.operands.push_back(nodes_.size() - 1);
        }
        return add_node(std::move(fold));
    }

    ReferenceEvaluator& evaluator_;
    AsOfReaders& readers_;
    std::vector<Node> nodes_;
    int shifts_ = 0;
};

std::optional<AsOfFunction> AsOfFunction::of(const Expression& e, ReferenceEvaluator& evaluator, AsOfReaders& readers) {
    Builder builder(evaluator, readers);
    if (!builder.add(e)) return std::nullopt;
    AsOfFunction function;
    function.nodes_ = builder.take();
    return function;
}

bool AsOfFunction::is_open_constant() const {
    const Node& root = nodes_.back();
    if (root.kind != Kind::constant) return false;
    return !root.value.has_range() ||
           (root.value.lo == PossibleInteger::minus_infinity && root.value.hi == PossibleInteger::infinity);
}

PossibleInteger AsOfFunction::value(std::size_t index, DayNumber day) const {
    const Node& node = nodes_[index];
    const auto operand = [&](std::size_t i) { return value(node.operands[i], day); };
    switch (node.kind) {
        case Kind::constant: return node.value;
        case Kind::as_of: return PossibleInteger::exactly(day);
        case Kind::arithmetic: return operations::arithmetic(node.made->operation, operand(0), operand(1));
        case Kind::date_arithmetic:
            return operations::date_arithmetic(node.made->operation == Operation::subtract,
                                               node.made->children[0]->type.kind, operand(0),
                                               node.made->children[1]->type.kind, operand(1));
        case Kind::negation: return operations::negate(operand(0));
        case Kind::months_between: return operations::months_between(operand(0), operand(1));
        case Kind::year: return operations::part(operand(0), Function::year);
        case Kind::fold: return fold(node, day);
    }
    return PossibleInteger::undefined();
}

PossibleInteger AsOfFunction::fold(const Node& node, DayNumber day) const {
    operations::MemberFold<std::int64_t> fold(node.made->function);
    for (const std::size_t operand : node.operands) fold.add_member(value(operand, day), true);
    return fold.result(false);
}

namespace {

/// Finds the runs of a comparison by dividing stretches: where it is the same at both ends of a stretch, it is the same
/// between them, for both sides are monotone. A stretch is first divided where the two sides meet if one of them moves
/// by one a day, as dates do, and the other stays; after a few such divisions it is halved.
class Comparison {
public:
    Comparison(Operation operation, const AsOfFunction& a, const AsOfFunction& b)
        : operation_(operation), a_(a), b_(b), open_(a.is_open_constant() || b.is_open_constant()) {}

    VerdictRuns over(DayRange range) {
        const Sample first = sample(range.first);
        runs_.append(range.first, first.verdict);
        const Sample last = sample(range.last());
        split(range.first, first, range.last(), last, most_aimed);
        return std::move(runs_);
    }

private:
    struct Sample {
        PossibleInteger a;
        PossibleInteger b;
        Verdict verdict = Verdict::undetermined;
    };

    Sample sample(DayNumber day) const {
        Sample sample{a_.at(day), b_.at(day)};
        sample.verdict = operation_ == Operation::equal ? operations::equal(sample.a, sample.b)
                                                        : operations::compare(sample.a, operation_, sample.b);
        return sample;
    }

    /// Appends the changes after day `from` up to `to`; `aimed` divisions are not halves.
    void split(DayNumber from, const Sample& at_from, DayNumber to, const Sample& at_to, int aimed) {
        if (from == to || is_steady(at_from, at_to)) return;
        if (from + 1 == to) return runs_.append(to, at_to.verdict);
        const DayNumber middle = aimed > 0 ? meeting(from, at_from, to) : from + (to - from) / 2;
        const Sample at_middle = sample(middle);
        split(from, at_from, middle, at_middle, aimed - 1);
        split(middle, at_middle, to, at_to, aimed - 1);
    }

    /// The day strictly between these on which sides that approach each other by one a day meet, or the nearest to it.
    static DayNumber meeting(DayNumber from, const Sample& at_from, DayNumber to) {
        std::int64_t gap = 0;
        if (__builtin_sub_overflow(at_from.a.lo, at_from.b.lo, &gap)) return from + (to - from) / 2;
        const std::int64_t most = to - from - 1;
        return from + static_cast<DayNumber>(std::clamp<std::int64_t>(gap < 0 ? -std::max(gap, -most) : gap, 1, most));
    }

    static constexpr int most_aimed = 3;

    bool is_steady(const Sample& x, const Sample& y) const {
        if (x.a.flags != y.a.flags || x.b.flags != y.b.flags || x.verdict != y.verdict) return false;
        if (((x.a.flags | x.b.flags) & PossibleInteger::may_be_undefined) != 0) return true;
        if (open_ || operation_ != Operation::equal || (x.a == y.a && x.b == y.b)) return true;
        return (x.a.hi < x.b.lo && y.a.hi < y.b.lo) || (x.a.lo > x.b.hi && y.a.lo > y.b.hi);
    }

    Operation operation_;
    const AsOfFunction& a_;
    const AsOfFunction& b_;
    bool open_;  ///< one side may be anything on every day
    VerdictRuns runs_;
};

void add_changes(const AsOfFunction& function, DayNumber from, const PossibleInteger& at_from, DayNumber to,
                 const PossibleInteger& at_to, ChangeDays& days) {
    if (from == to || at_from == at_to) return;
    if (from + 1 == to) return days.add(to);
    const DayNumber middle = from + (to - from) / 2;
    const PossibleInteger at_middle = function.at(middle);
    add_changes(function, from, at_from, middle, at_middle, days);
    add_changes(function, middle, at_middle, to, at_to, days);
}

}  // namespace

ChangeDays changes_over_days(const AsOfFunction& function, DayRange range) {
    ChangeDays days;
    add_changes(function, range.first, function.at(range.first), range.last(), function.at(range.last()), days);
    return days;
}

std::optional<VerdictRuns> compared_over_days(Operation operation, const AsOfFunction& a, const AsOfFunction& b,
                                              DayRange range) {
    if (!joined(a.course(), reversed(b.course()))) return std::nullopt;
    return Comparison(operation, a, b).over(range);
}

}  // namespace cadre::over_days

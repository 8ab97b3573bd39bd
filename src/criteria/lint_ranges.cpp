#include "criteria/lint.hpp"
#include "criteria/threshold_test.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <limits>
#include <map>
#include <optional>
#include <string>

namespace cadre::criteria {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The numbers that tests on one value leave; an end may be left out.
struct Range {
    double low = -infinity;
    double high = infinity;
    bool low_out = false;
    bool high_out = false;
    std::optional<std::string> text;  ///< the one text that is left
    bool empty = false;

    void raise(double to, bool out) {
        if (to > low || (to == low && out)) low = to, low_out = out;
        check();
    }
    void lower(double to, bool out) {
        if (to < high || (to == high && out)) high = to, high_out = out;
        check();
    }
    void check() { empty = empty || low > high || (low == high && (low_out || high_out)); }
};

bool is_whole(TypeKind kind) {
    return kind != TypeKind::decimal;
}

/// Narrows the range to what passes the test.
void narrow(Range& range, const ThresholdTest& test, double value) {
    const double step = is_whole(test.constant->type.kind) ? 1 : 0;
    switch (test.operation) {
        case Operation::greater_equal: range.raise(value, false); break;
        case Operation::less_equal: range.lower(value, false); break;
        case Operation::greater: range.raise(value + step, step == 0); break;
        case Operation::less: range.lower(value - step, step == 0); break;
        default: range.raise(value, false), range.lower(value, false); break;
    }
}

Operation negated(Operation operation) {
    switch (operation) {
        case Operation::less: return Operation::greater_equal;
        case Operation::less_equal: return Operation::greater;
        case Operation::greater: return Operation::less_equal;
        default: return Operation::less;
    }
}

class RangeLint {
public:
    RangeLint(const Schema& schema, Findings& findings) : schema_(schema), findings_(findings) {}

    void visit(const Expression& e) {
        // A named part is looked at where it stands.
        if (e.operation == Operation::definition || e.operation == Operation::criterion) return;
        if (e.operation == Operation::conjunction) judge(e, texts::contradictory_condition);
        if (e.operation == Operation::between) judge_between(e);
        if (e.operation == Operation::disjunction) judge(e, texts::always_true_condition);
        if (is_order(e.operation) || e.operation == Operation::equal || e.operation == Operation::not_equal)
            same_sides(e);
        for (const ExpressionPtr& child : e.children) visit(*child);
    }

private:
    using Ranges = std::map<std::string, Range>;

    void judge(const Expression& e, MessageId message) {
        Ranges ranges;
        collect(e, e.operation, ranges);
        report(e, ranges, message);
    }

    void judge_between(const Expression& e) {
        Ranges ranges;
        add_tests(e, Operation::conjunction, ranges);
        report(e, ranges, texts::contradictory_condition);
    }

    void report(const Expression& e, const Ranges& ranges, MessageId message) {
        for (const auto& [value, range] : ranges) {
            if (range.empty) findings_.warn(e.offset, {message, {value}}, Message{texts::hint_check_thresholds, {}});
        }
    }

    void collect(const Expression& e, Operation joined, Ranges& ranges) {
        for (const ExpressionPtr& child : e.children) {
            if (child->operation == joined) {
                collect(*child, joined, ranges);
            } else {
                add_tests(*child, joined, ranges);
            }
        }
    }

    /// Of an `or`, what is left when every test fails.
    void add_tests(const Expression& condition, Operation joined, Ranges& ranges) {
        const bool all_fail = joined == Operation::disjunction;
        if (all_fail && condition.operation == Operation::between) return;
        for (ThresholdTest test : threshold_tests(condition)) {
            if (all_fail && test.operation == Operation::equal) continue;
            if (all_fail) test.operation = negated(test.operation);
            Range& range = ranges[to_text(*test.value, schema_)];
            if (const auto value = order_of(*test.constant, schema_)) {
                narrow(range, test, *value);
            } else if (const auto* text = std::get_if<std::string>(&test.constant->constant)) {
                range.empty = range.empty || (test.operation == Operation::equal && range.text && *range.text != *text);
                if (test.operation == Operation::equal) range.text = *text;
            }
        }
    }

    void same_sides(const Expression& e) {
        const std::string left = to_text(*e.children[0], schema_);
        if (left != to_text(*e.children[1], schema_)) return;
        findings_.warn(e.offset, {texts::compared_with_itself, {left}}, Message{texts::hint_check_thresholds, {}});
    }

    const Schema& schema_;
    Findings& findings_;
};

}  // namespace

void lint_ranges(const Expression& body, const Schema& schema, Findings& findings) {
    RangeLint(schema, findings).visit(body);
}

}  // namespace cadre::criteria

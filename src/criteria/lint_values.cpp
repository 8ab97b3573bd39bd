#include "criteria/lint.hpp"
#include "criteria/threshold_test.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <set>
#include <string>

namespace cadre::criteria {
namespace {

/// "No such item" and "at least one" are no thresholds of a rule.
bool is_existence(const Expression& literal) {
    const auto* number = std::get_if<std::int64_t>(&literal.constant);
    return literal.type.kind == TypeKind::integer && number != nullptr && (*number == 0 || *number == 1);
}

bool needs_citation(const Expression& literal) {
    if (literal.operation != Operation::literal || is_existence(literal)) return false;
    switch (literal.type.kind) {
        case TypeKind::integer:
        case TypeKind::decimal:
        case TypeKind::date:
        case TypeKind::months:
        case TypeKind::days: return true;
        default: return false;
    }
}

/// The dates of facts, as written, that are compared in one way and the other.
struct MonthUses {
    std::set<std::string> counted;  ///< by `years and months duration`
    std::set<std::string> added;    ///< by adding or taking away months
    std::set<const Expression*> visited;
};

void collect_month_uses(const Expression& e, const Schema& schema, MonthUses& uses) {
    if (!uses.visited.insert(&e).second) return;
    const bool is_sum = e.operation == Operation::add || e.operation == Operation::subtract;
    const bool is_of_a_fact = !e.children.empty() && e.children[0]->operation == Operation::attribute;
    if (is_of_a_fact && e.operation == Operation::call && e.function == Function::years_and_months_duration) {
        uses.counted.insert(to_text(*e.children[0], schema));
    } else if (is_of_a_fact && is_sum && e.type.kind == TypeKind::date &&
               e.children[1]->type.kind == TypeKind::months) {
        uses.added.insert(to_text(*e.children[0], schema));
    }
    for (const ExpressionPtr& child : e.children) collect_month_uses(*child, schema, uses);
}

}  // namespace

void lint_thresholds(const Expression& body, const Schema& schema, Findings& findings) {
    if (body.operation == Operation::definition || body.operation == Operation::criterion) return;
    for (const ThresholdTest& test : threshold_tests(body)) {
        if (!needs_citation(*test.constant)) continue;
        findings.warn(test.constant->offset, {texts::uncited_threshold, {to_text(*test.constant, schema)}},
                      Message{texts::hint_uncited_threshold, {}});
    }
    for (const ExpressionPtr& child : body.children) lint_thresholds(*child, schema, findings);
}

void lint_month_arithmetic(const Expression& body, const Schema& schema, Findings& findings) {
    MonthUses uses;
    collect_month_uses(body, schema, uses);
    for (const std::string& date : uses.added) {
        if (!uses.counted.contains(date)) continue;
        findings.warn(0, {texts::mixed_month_arithmetic, {date}}, Message{texts::hint_mixed_month_arithmetic, {}});
    }
}

}  // namespace cadre::criteria

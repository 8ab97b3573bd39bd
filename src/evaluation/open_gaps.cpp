#include "evaluation/open_gaps.hpp"

namespace cadre {
namespace {

bool passes_on_its_parts(const Expression& condition) {
    switch (condition.operation) {
        case Operation::definition:
        case Operation::negation:
        case Operation::conjunction:
        case Operation::disjunction: return true;
        default: return false;
    }
}

}  // namespace

void collect_open_gaps(ReferenceEvaluator& evaluator, const Expression& condition, Gaps& gaps) {
    Gaps own;
    evaluator.note_gaps(&own);
    const Verdict verdict = evaluator.truth(condition);
    evaluator.note_gaps(nullptr);
    if (verdict != Verdict::undetermined) return;

    const bool closed = own.reasons.count(Reason::not_in_force) != 0 && own.missing.empty();
    const bool opens = passes_on_its_parts(condition) || (condition.operation == Operation::criterion && !closed);
    if (!opens) {
        gaps.missing.merge(own.missing);
        gaps.reasons.merge(own.reasons);
        return;
    }
    if (condition.operation == Operation::criterion) {
        collect_open_gaps(evaluator, *body_on(condition, evaluator.law_as_of()), gaps);
        return;
    }
    for (const ExpressionPtr& part : condition.children) collect_open_gaps(evaluator, *part, gaps);
}

}  // namespace cadre

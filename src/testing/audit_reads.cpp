#include "testing/audit_reads.hpp"

#include "evaluation/program.hpp"
#include "roster/roster_column.hpp"
#include "rotation/audit/audit_verdicts.hpp"

namespace cadre {

LawReads reads_of_audit(const RotationPolicy& policy, const ExpectedFinding& expected, const Case& judged,
                        const Schema& schema) {
    const DecisionDays days = decision_days({.as_of = judged.as_of, .law_as_of = judged.law_as_of});
    ReferenceEvaluator evaluator(schema, judged.roster, days.as_of, days.law_as_of);
    LawReads reads;
    evaluator.note_law(&reads);
    const RuleConditions rule = conditions_of(policy);
    evaluator.judge_row(static_cast<std::int64_t>(expected.cadre));
    for (const ExpressionPtr& read : {policy.cadres, policy.exempt, rule.cadres}) {
        if (read) evaluator.evaluate(*read);
    }
    const auto [first, end] = RosterColumn(judged.roster, "cadres", "appointments").members(expected.cadre);
    for (std::size_t spell = first; spell < end; ++spell) {
        evaluator.judge_row(static_cast<std::int64_t>(spell));
        for (const ExpressionPtr& read : {rule.spells, rule.into, rule.period}) {
            if (read) evaluator.evaluate(*read);
        }
    }
    return reads;
}

}  // namespace cadre

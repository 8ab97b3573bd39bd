#include "testing/policy_reads.hpp"

#include "evaluation/program.hpp"
#include "testing/law_reads.hpp"

#include <cadre/planning/plan.hpp>

#include <optional>

namespace cadre {
namespace {

bool on_term_start(const PoolPolicy& policy) {
    if (const auto* entry = std::get_if<EntryRule>(&policy.rule)) return entry->day == PolicyDay::term_start;
    const auto* removal = std::get_if<RemovalRule>(&policy.rule);
    return removal != nullptr && removal->day == PolicyDay::term_start;
}

/// The row that the policy's condition judges of a member.
std::optional<std::size_t> judged_row(const PoolPolicy& policy, const PlanMember& member, const Schema& schema) {
    const auto* removal = std::get_if<RemovalRule>(&policy.rule);
    const bool of_members = removal != nullptr && removal->table == schema.find_table("pool_members");
    return of_members ? std::optional(member.row) : member.person;
}

bool is_judged(const ExpectedPolicy& expected, const PlanMember& member) {
    if (expected.member) return member.row == *expected.member;
    return member.planned != Verdict::not_met && (!expected.pool || expected.pool == member.pool);
}

}  // namespace

LawReads reads_of_policy(const PoolPolicy& policy, const ExpectedPolicy& expected, const Case& judged,
                         const Schema& schema) {
    LawReads reads;
    const ExpressionPtr& condition = policy.condition();
    if (!condition) return reads;
    const EvaluationOptions options{.as_of = judged.as_of, .law_as_of = judged.law_as_of};
    const DecisionDays days = decision_days(options);
    const Plan plan = read_plan(judged.roster, options);
    for (const PlanMember& member : plan.members) {
        const auto row = judged_row(policy, member, schema);
        if (!row || !is_judged(expected, member)) continue;
        std::optional<DayNumber> day = days.as_of;
        if (on_term_start(policy)) day = member.pool ? plan.pools[*member.pool].term_start : std::nullopt;
        if (!day) continue;
        ReferenceEvaluator evaluator(schema, judged.roster, *day, days.law_as_of);
        reads.merge(reads_of_row(*condition, evaluator, *row));
    }
    return reads;
}

}  // namespace cadre

#include <cadre/planning/proposal.hpp>

#include "evaluation/program.hpp"
#include "planning/proposal/candidates.hpp"
#include "planning/proposal/open_questions.hpp"
#include "planning/proposal/proposal_problem.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace cadre {
namespace {

std::vector<std::size_t> pools_asked(const ProposalOptions& options, const Plan& plan) {
    std::vector<std::size_t> pools(plan.pools.size());
    std::iota(pools.begin(), pools.end(), std::size_t{0});
    if (!options.pools) return pools;
    pools = *options.pools;
    std::sort(pools.begin(), pools.end());
    pools.erase(std::unique(pools.begin(), pools.end()), pools.end());
    if (!pools.empty() && pools.back() >= plan.pools.size()) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::proposal_no_pool,
                            {static_cast<std::int64_t>(pools.back()), static_cast<std::int64_t>(plan.pools.size())}});
    }
    return pools;
}

void check_keep(const Share& keep) {
    if (keep.denominator > 0 && keep.numerator >= 0 && keep.numerator <= keep.denominator) return;
    throw Error(ErrorCode::invalid_argument, Message{texts::proposal_keep, {}});
}

ProposedMember proposed(const ProposalSetting& setting, const ProposalOption& option) {
    ProposedMember member;
    member.person = option.person;
    if (option.member) member.present = setting.plan.members[*option.member].row;
    member.points = option.points;
    for (std::size_t at = 0; at < setting.components.size(); ++at) {
        const Verdict is_for = setting.suitability.is_for(at, option.pool);
        if (is_for == Verdict::not_met) continue;
        ComponentPoints points{at};
        if (is_for == Verdict::met) points.value = setting.suitability.value(at, option.person);
        points.points = points.value * setting.components[at].weight;
        points.undetermined = is_for != Verdict::met || setting.suitability.undetermined(at, option.person);
        member.components.push_back(points);
    }
    return member;
}

/// Puts the chosen options into their pools and lists the present members among the others.
void distribute(Proposal& proposal, const ProposalSetting& setting, const std::vector<ProposalOption>& options,
                const std::vector<int>& chosen) {
    const std::set<int> taken(chosen.begin(), chosen.end());
    OpenQuestions questions(setting);
    std::size_t pool = 0;
    for (std::size_t at = 0; at < options.size(); ++at) {
        while (proposal.pools[pool].pool != options[at].pool) ++pool;
        PoolProposal& found = proposal.pools[pool];
        const bool is_chosen = taken.contains(static_cast<int>(at));
        if (is_chosen) found.members.push_back(proposed(setting, options[at]));
        if (!options[at].member) continue;
        const PlanMember& member = setting.plan.members[*options[at].member];
        if (!is_chosen) {
            found.dropped.push_back({member.row, DroppedMember::Why::left_out, {}});
            continue;
        }
        for (UnsettledRemoval& open : questions.of_member(member)) found.unsettled.push_back(std::move(open));
    }
    for (PoolProposal& found : proposal.pools) {
        std::sort(found.dropped.begin(), found.dropped.end(),
                  [](const DroppedMember& a, const DroppedMember& b) { return a.row < b.row; });
    }
}

ProposalClause clause(const std::vector<PoolPolicy>& policies, int at) {
    const auto position = static_cast<std::size_t>(at);
    if (position >= policies.size()) return {};
    return {policies[position].id, policies[position].title, policies[position].citation};
}

}  // namespace

Proposal propose(const Pack& pack, const Roster& roster, const ProposalOptions& options) {
    check_keep(options.keep);
    const DecisionDays days = decision_days(options.evaluation);
    Proposal proposal;
    proposal.pack = pack.id();
    proposal.as_of = days.as_of;
    proposal.law_as_of = days.law_as_of;
    proposal.components = read_suitability(pack);
    const std::vector<PoolPolicy> policies = read_pool_policies(pack);
    const Plan plan = read_plan(roster, options.evaluation);
    const PolicyVerdicts verdicts(pack, policies, plan, roster, options.evaluation);
    const SuitabilityPoints suitability(pack, proposal.components, roster, options.evaluation);
    const ProposalSetting setting{
        pack, roster, options, policies, plan, verdicts, proposal.components, suitability, pools_asked(options, plan)};

    Candidates candidates = find_candidates(setting);
    proposal.pools = std::move(candidates.pools);
    proposal.cut =
        std::any_of(proposal.pools.begin(), proposal.pools.end(), [](const PoolProposal& pool) { return pool.cut; });
    ProposalProblem problem = state_problem(setting, candidates.options);
    proposal.unjudged = std::move(problem.unjudged);
    const Selection found = solve_selection(problem.selection, options.selection);
    proposal.status = found.status;
    proposal.score = found.score / problem.points_scale;
    proposal.bound = found.bound / problem.points_scale;
    if (proposal.has_members() && proposal.gap() == 0) proposal.status = SelectionStatus::optimal;
    proposal.claimed = found.claimed;
    if (proposal.has_members()) distribute(proposal, setting, candidates.options, found.chosen);
    if (proposal.cut && proposal.status == SelectionStatus::infeasible) proposal.status = SelectionStatus::unknown;
    if (!found.conflict) return proposal;
    for (const int at : found.conflict->clauses) proposal.conflict.push_back(clause(policies, at));
    proposal.proof = found.conflict->proof;
    return proposal;
}

}  // namespace cadre

#include "planning/higher_post.hpp"
#include "planning/policy_verdicts.hpp"
#include "planning/proposal/same_term.hpp"

#include <cadre/planning/proposal.hpp>
#include <cadre/targets/bounds.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

class ProposalCheck {
public:
    ProposalCheck(const Pack& pack, const Roster& roster, const EvaluationOptions& options, const Proposal& proposal)
        : proposal_(proposal),
          policies_(read_pool_policies(pack)),
          plan_(read_plan(roster, options)),
          verdicts_(pack, policies_, plan_, roster, options),
          higher_post_(pack, roster, options),
          terms_(plan_, roster),
          cadres_(pack.schema()->find_table("cadres").value_or(-1)) {
        members_.resize(plan_.pools.size());
        asked_.resize(plan_.pools.size());
        for (const PoolProposal& pool : proposal.pools) {
            asked_[pool.pool] = true;
            for (const ProposedMember& member : pool.members)
                members_[pool.pool].push_back(proposed(pool.pool, member));
        }
        for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) {
            if (asked_[pool]) continue;
            for (const std::size_t at : plan_.pools[pool].members) members_[pool].push_back(plan_.members[at]);
        }
    }

    std::vector<ProposalBreach> find() {
        for (at_ = 0; at_ < policies_.size(); ++at_) {
            const PoolPolicy::Rule& rule = policies_[at_].rule;
            if (is_unjudged(std::nullopt)) continue;
            if (const auto* share = std::get_if<ShareRule>(&rule); share && share->scope == PolicyScope::plan) {
                check_plan(share->share, 0);
            } else if (const auto* bands = std::get_if<AgeBandsRule>(&rule);
                       bands && bands->scope == PolicyScope::plan) {
                for (std::size_t band = 0; band < bands->bands.size(); ++band) check_plan(bands->members, band);
            } else if (const auto* posts = std::get_if<PostsPerPersonRule>(&rule)) {
                check_posts(*posts);
            } else {
                check_pools(rule);
            }
        }
        return std::move(breaches_);
    }

private:
    PlanMember proposed(std::size_t pool, const ProposedMember& member) const {
        PlanMember found;
        if (member.present) found = plan_.members[*member.present];
        if (!member.present) found.incumbent = Verdict::not_met;
        found.pool = pool;
        found.person = member.person;
        found.planned = Verdict::met;
        return found;
    }

    void check_pools(const PoolPolicy::Rule& rule) {
        for (const PoolProposal& pool : proposal_.pools) {
            if (verdicts_.is_for(at_, pool.pool) == Verdict::not_met || is_unjudged(pool.pool)) continue;
            const auto size = static_cast<std::int64_t>(members_[pool.pool].size());
            if (std::holds_alternative<EntryRule>(rule)) check_entry(pool.pool);
            if (std::holds_alternative<HigherPostRule>(rule)) check_higher(pool.pool);
            const auto* removal = std::get_if<RemovalRule>(&rule);
            if (removal != nullptr) check_removal(*removal, pool);
            if (const auto* members = std::get_if<MembersRule>(&rule))
                report(members->members.accepts({size, 1}), pool.pool);
            if (const auto* ratio = std::get_if<RatioRule>(&rule)) check_ratio(*ratio, pool.pool, size);
            if (const auto* share = std::get_if<ShareRule>(&rule)) check_count(share->share, pool.pool, 0);
            if (const auto* bands = std::get_if<AgeBandsRule>(&rule)) {
                for (std::size_t band = 0; band < bands->bands.size(); ++band)
                    check_count(bands->members, pool.pool, band);
            }
        }
    }

    void check_higher(std::size_t pool) {
        for (const PlanMember& member : members_[pool]) {
            if (higher_post_.is_higher(*plan_.pools[pool].post, *member.person) == Verdict::met) continue;
            breaches_.push_back({policies_[at_].id, pool, member.person});
        }
    }

    void check_entry(std::size_t pool) {
        for (const PlanMember& member : members_[pool]) {
            if (verdicts_.holds(at_, member) == Verdict::met) continue;
            breaches_.push_back({policies_[at_].id, pool, member.person});
        }
    }

    void check_removal(const RemovalRule& rule, const PoolProposal& pool) {
        for (std::size_t i = 0; i < pool.members.size(); ++i) {
            const bool present = pool.members[i].present.has_value();
            if (rule.table != cadres_ && !present) continue;
            const Verdict under = verdicts_.is_for(at_, pool.pool) && verdicts_.holds(at_, members_[pool.pool][i]);
            if (under == Verdict::not_met || (present && under == Verdict::undetermined)) continue;
            breaches_.push_back({policies_[at_].id, pool.pool, pool.members[i].person});
        }
    }

    void check_ratio(const RatioRule& rule, std::size_t pool, std::int64_t size) {
        if (rule.base == RatioRule::Base::seats) {
            const auto& seats = plan_.pools[pool].seats;
            return report(seats && *seats > 0 && rule.share.accepts({size, *seats}), pool);
        }
        std::int64_t sure = 0;
        std::int64_t possible = 0;
        for (const PlanMember& member : members_[pool]) {
            sure += member.incumbent == Verdict::met ? 1 : 0;
            possible += member.incumbent != Verdict::not_met ? 1 : 0;
        }
        report(sure > 0 && rule.share.accepts({size, rule.share.asks_for_more() ? possible : sure}), pool);
    }

    void check_count(const Threshold& threshold, std::size_t pool, std::size_t band) {
        ClassCounts counts;
        for (const PlanMember& member : members_[pool]) add(counts, Verdict::met, verdicts_.holds(at_, member, band));
        judge_counts(counts, threshold, pool);
    }

    void check_plan(const Threshold& threshold, std::size_t band) {
        std::map<std::size_t, std::pair<Verdict, Verdict>> people;
        ClassCounts counts;
        for (std::size_t pool = 0; pool < members_.size(); ++pool) {
            const Verdict is_for = verdicts_.is_for(at_, pool);
            for (const PlanMember& member : members_[pool]) {
                const Verdict in = is_for && member.planned;
                const Verdict holds = verdicts_.holds(at_, member, band);
                if (!member.person) {
                    if (in != Verdict::not_met) add(counts, Verdict::undetermined, holds);
                    continue;
                }
                auto& known = people.try_emplace(*member.person, Verdict::not_met, holds).first->second;
                known.first = known.first || in;
            }
        }
        for (const auto& [person, verdicts] : people) add(counts, verdicts.first, verdicts.second);
        judge_counts(counts, threshold, std::nullopt);
    }

    static void add(ClassCounts& counts, Verdict in, Verdict holds) {
        if (in == Verdict::not_met) return;
        const bool sure = in == Verdict::met;
        switch (holds) {
            case Verdict::met: ++(sure ? counts.met : counts.maybe_met); return;
            case Verdict::not_met: ++(sure ? counts.not_met : counts.maybe_not_met); return;
            case Verdict::undetermined: ++(sure ? counts.undetermined : counts.maybe_undetermined); return;
        }
    }

    void judge_counts(const ClassCounts& counts, const Threshold& threshold, std::optional<std::size_t> pool) {
        report(judge(counts, threshold) == Verdict::met, pool);
    }

    void check_posts(const PostsPerPersonRule& rule) {
        std::map<std::size_t, std::vector<std::pair<std::size_t, bool>>> pools;
        for (std::size_t pool = 0; pool < members_.size(); ++pool) {
            if (verdicts_.is_for(at_, pool) == Verdict::not_met) continue;
            for (const PlanMember& member : members_[pool]) {
                if (member.person) pools[*member.person].push_back({pool, asked_[pool]});
            }
        }
        for (const auto& [person, stands] : pools) {
            if (!keeps_to(rule, stands)) breaches_.push_back({policies_[at_].id, std::nullopt, person});
        }
    }

    /// Pools that are not asked for may break the rule among themselves: that is no matter of the proposal.
    bool keeps_to(const PostsPerPersonRule& rule, const std::vector<std::pair<std::size_t, bool>>& stands) const {
        return std::none_of(stands.begin(), stands.end(), [&](const auto& from) {
            const auto together = [&](const auto& other) {
                return terms_.may_count_together(rule.within, from.first, other.first);
            };
            return from.second && !rule.pools.accepts({std::count_if(stands.begin(), stands.end(), together), 1});
        });
    }

    bool is_unjudged(std::optional<std::size_t> pool) const {
        return std::any_of(proposal_.unjudged.begin(), proposal_.unjudged.end(), [&](const UnjudgedClause& clause) {
            return clause.policy == policies_[at_].id && clause.pool == pool;
        });
    }

    void report(bool holds, std::optional<std::size_t> pool) {
        if (!holds) breaches_.push_back({policies_[at_].id, pool, std::nullopt});
    }

    const Proposal& proposal_;
    std::vector<PoolPolicy> policies_;
    Plan plan_;
    PolicyVerdicts verdicts_;
    HigherPost higher_post_;
    SameTerm terms_;
    int cadres_;
    std::vector<bool> asked_;  ///< by pool
    std::vector<std::vector<PlanMember>> members_;
    std::size_t at_ = 0;
    std::vector<ProposalBreach> breaches_;
};

}  // namespace

std::vector<ProposalBreach> check_proposal(const Pack& pack, const Roster& roster, const EvaluationOptions& options,
                                           const Proposal& proposal) {
    return ProposalCheck(pack, roster, options, proposal).find();
}

}  // namespace cadre

#include "planning/proposal/proposal_problem.hpp"

#include "planning/pool_sizes.hpp"
#include "planning/proposal/policy_needs.hpp"
#include "planning/proposal/same_term.hpp"

#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

class ProblemBuilder {
public:
    ProblemBuilder(const ProposalSetting& setting, const std::vector<ProposalOption>& options)
        : setting_(setting), options_(options), terms_(setting.plan, setting.roster) {
        of_pool_.resize(setting.plan.pools.size());
        asked_.resize(setting.plan.pools.size());
        for (const std::size_t pool : setting.pools) asked_[pool] = true;
        const auto is_present = [](const ProposalOption& option) { return option.member.has_value(); };
        found_.points_scale = 1 + std::count_if(options.begin(), options.end(), is_present);
        for (std::size_t at = 0; at < options.size(); ++at) {
            found_.selection.scores.push_back(options[at].points * found_.points_scale +
                                              (is_present(options[at]) ? 1 : 0));
            of_pool_[options[at].pool].push_back(static_cast<int>(at));
            of_person_[options[at].person].push_back(static_cast<int>(at));
        }
    }

    ProposalProblem build() {
        for (clause_ = 0; clause_ < setting_.policies.size(); ++clause_) state(setting_.policies[clause_].rule);
        keep();
        return std::move(found_);
    }

private:
    void state(const PoolPolicy::Rule& rule) {
        if (std::holds_alternative<EntryRule>(rule) || std::holds_alternative<RemovalRule>(rule)) return;
        if (const auto* members = std::get_if<MembersRule>(&rule))
            return each_pool([&](std::size_t pool) { add(limits_of(members->members, 1), everybody(pool)); });
        if (const auto* ratio = std::get_if<RatioRule>(&rule))
            return each_pool([&](std::size_t p) { state(*ratio, p); });
        if (const auto* posts = std::get_if<PostsPerPersonRule>(&rule)) return state(*posts);
        if (std::holds_alternative<HigherPostRule>(rule))
            return each_pool([&](std::size_t pool) {
                if (!setting_.plan.pools[pool].post) leave_unjudged(pool, texts::proposal_no_post);
            });
        for (const PersonNeed& need : person_needs(rule)) {
            if (need.scope == PolicyScope::plan) {
                state_of_plan(need);
            } else {
                each_pool([&](std::size_t pool) {
                    if (need.of_share && !has_base(pool, everybody(pool), texts::proposal_share_of_nobody)) return;
                    state(need, pool, [&](const PlanMember& member) {
                        return setting_.verdicts.holds(clause_, member, need.band);
                    });
                });
            }
        }
        if (person_needs(rule).empty()) leave_unjudged();
    }

    template <class State>
    void each_pool(State state) {
        for (const std::size_t pool : setting_.pools) {
            if (setting_.verdicts.is_for(clause_, pool) != Verdict::not_met) state(pool);
        }
    }

    void leave_unjudged() {
        const auto is_for_some = [&](std::size_t pool) {
            return setting_.verdicts.is_for(clause_, pool) != Verdict::not_met;
        };
        if (!std::any_of(setting_.pools.begin(), setting_.pools.end(), is_for_some)) return;
        leave_unjudged(std::nullopt, texts::proposal_rule_unjudged);
    }

    void leave_unjudged(std::optional<std::size_t> pool, MessageId why) {
        found_.unjudged.push_back({setting_.policies[clause_].id, pool, {why, {}}});
    }

    void state(const RatioRule& rule, std::size_t pool) {
        if (rule.base == RatioRule::Base::seats) {
            const auto& seats = setting_.plan.pools[pool].seats;
            const bool known = seats && *seats > 0 && *seats < most_seats;
            if (known) return add(limits_of(rule.share, *seats), everybody(pool));
            return leave_unjudged(pool, texts::proposal_seats_unknown);
        }
        const auto holds_seat = [](const PlanMember& member) { return member.incumbent == Verdict::met ? 1 : 0; };
        if (!has_base(pool, terms(pool, holds_seat), texts::proposal_no_incumbents)) return;
        state(need_of(rule.share), pool, [](const PlanMember& member) { return member.incumbent; });
    }

    /// Asks for one at least of those of whom a share is taken: a share of nobody is not known. Where nobody could be
    /// one of them the clause is left unjudged.
    bool has_base(std::optional<std::size_t> pool, std::vector<SelectionTerm> base, MessageId why) {
        if (base.empty()) {
            leave_unjudged(pool, why);
            return false;
        }
        add({1, std::nullopt}, std::move(base));
        return true;
    }

    template <class Holds>
    void state(const PersonNeed& need, std::size_t pool, Holds holds) {
        add({need.least, std::nullopt}, terms(pool, [&](const PlanMember& member) { return need.of(holds(member)); }));
    }

    /// Sums over the distinct people of the pools that the policy is for. One who counts against it counts wherever the
    /// policy may be for the pool, one who counts for it only where it surely is.
    void state_of_plan(const PersonNeed& need) {
        std::int64_t fixed = 0;
        std::map<std::size_t, Verdict> standing = people_elsewhere(need, fixed);
        if (need.of_share && !plan_has_base(standing)) return;
        SelectionConstraint sum{static_cast<int>(clause_), std::nullopt, std::nullopt, {}};
        for (const auto& [person, at] : of_person_) standing.try_emplace(person, Verdict::not_met);
        for (const auto& [person, elsewhere] : standing) {
            const std::int64_t weight = need.of(setting_.verdicts.holds(clause_, as_member(person), need.band));
            if (weight == 0) continue;
            if (elsewhere == Verdict::met || (elsewhere == Verdict::undetermined && weight < 0)) {
                fixed += weight;
            } else if (const auto in_plan = in_plan_option(person, weight)) {
                sum.terms.push_back({*in_plan, weight});
            }
        }
        sum.lower = need.least - fixed;
        found_.selection.constraints.push_back(std::move(sum));
    }

    /// The same of a share over the plan, given who stands in the pools that are not asked for.
    bool plan_has_base(const std::map<std::size_t, Verdict>& elsewhere) {
        const auto is_in = [](const auto& one) { return one.second == Verdict::met; };
        if (std::any_of(elsewhere.begin(), elsewhere.end(), is_in)) return true;
        std::vector<SelectionTerm> base;
        for (const std::size_t pool : setting_.pools) {
            if (setting_.verdicts.is_for(clause_, pool) != Verdict::met) continue;
            for (const int option : of_pool_[pool]) base.push_back({option, 1});
        }
        return has_base(std::nullopt, std::move(base), texts::proposal_share_of_nobody);
    }

    /// Who stands in the pools that are not asked for; one who is not known counts against the policy.
    std::map<std::size_t, Verdict> people_elsewhere(const PersonNeed& need, std::int64_t& fixed) const {
        std::map<std::size_t, Verdict> standing;
        for (std::size_t pool = 0; pool < setting_.plan.pools.size(); ++pool) {
            const Verdict is_for = setting_.verdicts.is_for(clause_, pool);
            if (asked_[pool] || is_for == Verdict::not_met) continue;
            for (const std::size_t at : setting_.plan.pools[pool].members) {
                const PlanMember& member = setting_.plan.members[at];
                if (!member.person) {
                    fixed += std::min({std::int64_t{0}, need.met, need.not_met});
                    continue;
                }
                Verdict& known = standing.try_emplace(*member.person, Verdict::not_met).first->second;
                known = known || (is_for && member.planned);
            }
        }
        return standing;
    }

    PlanMember as_member(std::size_t person) const {
        PlanMember member;
        member.pool = setting_.plan.pools.empty() ? std::nullopt : std::optional<std::size_t>(0);
        member.person = person;
        return member;
    }

    /// The option that says whether a person is in the plan: the only one that puts the person there, or one of its
    /// own, bound to them in the direction that matters.
    std::optional<int> in_plan_option(std::size_t person, std::int64_t weight) {
        std::vector<int> ways;
        const auto found = of_person_.find(person);
        if (found == of_person_.end()) return std::nullopt;
        for (const int option : found->second) {
            const Verdict is_for = setting_.verdicts.is_for(clause_, options_[static_cast<std::size_t>(option)].pool);
            if (is_for == Verdict::met || (is_for == Verdict::undetermined && weight < 0)) ways.push_back(option);
        }
        if (ways.size() <= 1) return ways.empty() ? std::nullopt : std::optional(ways.front());
        const auto in_plan = static_cast<int>(found_.selection.scores.size());
        found_.selection.scores.push_back(0);
        std::vector<SelectionTerm> terms{{in_plan, -1}};
        for (const int way : ways) {
            if (weight > 0) {
                terms.push_back({way, 1});
            } else {
                add({0, std::nullopt}, {{in_plan, 1}, {way, -1}});
            }
        }
        if (weight > 0) add({0, std::nullopt}, std::move(terms));
        return in_plan;
    }

    /// Seen from each pool, a person stands in as many pools of its tier and term as allowed, one of which that is not
    /// known counted with all.
    void state(const PostsPerPersonRule& rule) {
        const CountLimits limits = limits_of(rule.pools, 1);
        if (limits.lower && *limits.lower > 1) leave_unjudged();
        if (!limits.upper) return;
        std::map<std::size_t, std::vector<std::size_t>> elsewhere = pools_elsewhere();
        for (const auto& [person, options] : of_person_) {
            std::vector<int> own;
            for (const int option : options) {
                if (setting_.verdicts.is_for(clause_, pool_of(option)) != Verdict::not_met) own.push_back(option);
            }
            limit_posts(rule.within, *limits.upper, own, elsewhere[person]);
        }
    }

    std::size_t pool_of(int option) const { return options_[static_cast<std::size_t>(option)].pool; }

    std::map<std::size_t, std::vector<std::size_t>> pools_elsewhere() const {
        std::map<std::size_t, std::vector<std::size_t>> found;
        for (std::size_t pool = 0; pool < setting_.plan.pools.size(); ++pool) {
            if (asked_[pool] || setting_.verdicts.is_for(clause_, pool) == Verdict::not_met) continue;
            for (const std::size_t at : setting_.plan.pools[pool].members) {
                if (const auto& person = setting_.plan.members[at].person) found[*person].push_back(pool);
            }
        }
        return found;
    }

    void limit_posts(PostsPerPersonRule::Within within, std::int64_t most, const std::vector<int>& own,
                     const std::vector<std::size_t>& elsewhere) {
        std::vector<std::size_t> seen;
        for (const int from : own) {
            const std::size_t pool = pool_of(from);
            const auto together = [&](std::size_t other) { return terms_.may_count_together(within, pool, other); };
            const auto same = [&](std::size_t other) { return terms_.says_the_same(within, pool, other); };
            const bool whole = terms_.is_known(within, pool);
            if (whole && std::any_of(seen.begin(), seen.end(), same)) continue;
            if (whole) seen.push_back(pool);
            const std::int64_t left =
                std::max<std::int64_t>(0, most - std::count_if(elsewhere.begin(), elsewhere.end(), together));
            std::vector<SelectionTerm> terms;
            for (const int option : own) {
                if (together(pool_of(option))) terms.push_back({option, 1});
            }
            const auto others = static_cast<std::int64_t>(terms.size());
            if (others <= left) continue;
            // Of a pool that is not known the limit is asked only where the person stands in it.
            if (!whole) terms.push_back({from, others - 1 - left});
            add({std::nullopt, whole ? left : others - 1}, std::move(terms));
        }
    }

    void keep() {
        if (setting_.options.keep.numerator == 0) return;
        for (const std::size_t pool : setting_.pools) {
            auto kept = everybody(pool);
            std::erase_if(kept, [&](const SelectionTerm& term) {
                return !options_[static_cast<std::size_t>(term.option)].member;
            });
            const Threshold least{Threshold::Measure::share, Threshold::Comparison::at_least, setting_.options.keep};
            const CountLimits limits = limits_of(least, static_cast<std::int64_t>(kept.size()));
            if (!kept.empty()) add(limits, std::move(kept));
        }
    }

    template <class Weight>
    std::vector<SelectionTerm> terms(std::size_t pool, Weight weight) const {
        std::vector<SelectionTerm> terms;
        for (const int at : of_pool_[pool]) {
            const std::int64_t own = weight(planned(options_[static_cast<std::size_t>(at)]));
            if (own != 0) terms.push_back({at, own});
        }
        return terms;
    }

    std::vector<SelectionTerm> everybody(std::size_t pool) const {
        return terms(pool, [](const PlanMember&) { return 1; });
    }

    PlanMember planned(const ProposalOption& option) const {
        PlanMember member;
        if (option.member) member = setting_.plan.members[*option.member];
        if (!option.member) member.incumbent = Verdict::not_met;
        member.pool = option.pool;
        member.person = option.person;
        return member;
    }

    void add(const CountLimits& limits, std::vector<SelectionTerm> terms) {
        if (!limits.lower && !limits.upper) return;
        found_.selection.constraints.push_back(
            {static_cast<int>(clause_), limits.lower, limits.upper, std::move(terms)});
    }

    const ProposalSetting& setting_;
    const std::vector<ProposalOption>& options_;
    SameTerm terms_;
    std::vector<std::vector<int>> of_pool_;
    std::map<std::size_t, std::vector<int>> of_person_;
    std::vector<bool> asked_;
    std::size_t clause_ = 0;
    ProposalProblem found_;
};

}  // namespace

ProposalProblem state_problem(const ProposalSetting& setting, const std::vector<ProposalOption>& options) {
    return ProblemBuilder(setting, options).build();
}

}  // namespace cadre

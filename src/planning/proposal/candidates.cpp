#include "planning/proposal/candidates.hpp"

#include "planning/higher_post.hpp"
#include "planning/proposal/open_questions.hpp"
#include "planning/proposal/ranking.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <utility>

namespace cadre {
namespace {

/// What decides over the candidates of a pool.
struct Conditions {
    std::vector<const VerdictColumn*> entry;  ///< null where the day of a condition is not known
    std::vector<const VerdictColumn*> removal;
    std::vector<const VerdictColumn*> perhaps_removal;  ///< it is not known whether the policy is for the pool
    std::vector<std::size_t> components;                ///< surely for the pool
    std::vector<HelpfulClass> classes;                  ///< those of its quotas

    auto operator<=>(const Conditions&) const = default;
};

/// Calls with each row whose bit is set.
template <class Use>
void each_bit(const std::vector<std::uint64_t>& words, Use use) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (std::uint64_t word = words[at]; word != 0; word &= word - 1) {
            if (!use(at * 64 + static_cast<std::size_t>(std::countr_zero(word)))) return;
        }
    }
}

/// The people of a roster by what the conditions say of them.
struct People {
    std::vector<std::uint64_t> eligible;
    std::vector<std::uint64_t> open;

    People(const Conditions& conditions, std::size_t rows);
};

People::People(const Conditions& conditions, std::size_t rows)
    : eligible((rows + 63) / 64, ~std::uint64_t{0}), open(eligible.size()) {
    if (rows % 64 != 0) eligible.back() = (std::uint64_t{1} << (rows % 64)) - 1;
    open = eligible;
    for (const VerdictColumn* column : conditions.entry) {
        for (std::size_t at = 0; at < eligible.size(); ++at) {
            eligible[at] &= column != nullptr ? column->met()[at] : 0;
            open[at] &= column != nullptr ? ~column->not_met()[at] : ~std::uint64_t{0};
        }
    }
    for (const VerdictColumn* column : conditions.removal) {
        for (std::size_t at = 0; at < eligible.size(); ++at) {
            eligible[at] &= column != nullptr ? column->not_met()[at] : 0;
            open[at] &= column != nullptr ? ~column->met()[at] : ~std::uint64_t{0};
        }
    }
    for (const VerdictColumn* column : conditions.perhaps_removal) {
        for (std::size_t at = 0; at < eligible.size(); ++at) {
            eligible[at] &= column != nullptr ? column->not_met()[at] : 0;
        }
    }
    for (std::size_t at = 0; at < eligible.size(); ++at) open[at] &= ~eligible[at];
}

std::size_t count(const std::vector<std::uint64_t>& words) {
    std::size_t sum = 0;
    for (const std::uint64_t word : words) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
}

class CandidateSearch {
public:
    explicit CandidateSearch(const ProposalSetting& setting)
        : setting_(setting), cadres_(setting.pack.schema()->find_table("cadres").value_or(-1)), questions_(setting) {
        const auto compares = [](const PoolPolicy& policy) {
            return std::holds_alternative<HigherPostRule>(policy.rule);
        };
        if (std::any_of(setting.policies.begin(), setting.policies.end(), compares)) {
            higher_post_.emplace(setting.pack, setting.roster, setting.options.evaluation);
        }
    }

    Candidates find() {
        std::map<Conditions, std::size_t> known;  // only looked up: the order of pointers never counts
        std::vector<std::pair<Conditions, std::vector<std::size_t>>> groups;
        for (std::size_t at = 0; at < setting_.pools.size(); ++at) {
            quotas_.push_back(quotas_of(setting_, setting_.pools[at]));
            Conditions conditions = conditions_of(setting_.pools[at]);
            for (const ClassQuota& quota : quotas_.back().classes) conditions.classes.push_back(quota.people);
            const auto [group, fresh] = known.try_emplace(conditions, groups.size());
            if (fresh) groups.push_back({std::move(conditions), {}});
            groups[group->second].second.push_back(at);
        }
        found_.pools.resize(setting_.pools.size());
        options_.resize(setting_.pools.size());
        for (const auto& [conditions, pools] : groups) add_group(conditions, pools);
        for (const auto& options : options_) {
            found_.options.insert(found_.options.end(), options.begin(), options.end());
        }
        return std::move(found_);
    }

private:
    Conditions conditions_of(std::size_t pool) const {
        Conditions conditions;
        for (std::size_t policy = 0; policy < setting_.policies.size(); ++policy) {
            const PoolPolicy::Rule& rule = setting_.policies[policy].rule;
            const Verdict is_for = setting_.verdicts.is_for(policy, pool);
            if (std::holds_alternative<EntryRule>(rule) && is_for != Verdict::not_met) {
                conditions.entry.push_back(setting_.verdicts.column(policy, pool));
            }
            const auto* removal = std::get_if<RemovalRule>(&rule);
            if (removal == nullptr || removal->table != cadres_ || is_for == Verdict::not_met) continue;
            auto& columns = is_for == Verdict::met ? conditions.removal : conditions.perhaps_removal;
            columns.push_back(setting_.verdicts.column(policy, pool));
        }
        for (std::size_t at = 0; at < setting_.components.size(); ++at) {
            if (setting_.suitability.is_for(at, pool) == Verdict::met) conditions.components.push_back(at);
        }
        return conditions;
    }

    void add_group(const Conditions& conditions, const std::vector<std::size_t>& pools) {
        const People people(conditions, setting_.roster.size());
        std::vector<Ranked> eligible;
        each_bit(people.eligible, [&](std::size_t person) {
            eligible.push_back({setting_.suitability.points(conditions.components, person), person});
            return true;
        });
        const Ranking ranking(std::move(eligible), conditions.classes);
        const std::size_t open = count(people.open);
        for (std::size_t turn = 0; turn < pools.size(); ++turn) {
            PoolProposal& proposal = found_.pools[pools[turn]];
            proposal.pool = setting_.pools[pools[turn]];
            proposal.key = setting_.plan.pools[proposal.pool].key;
            proposal.eligible = ranking.size();
            proposal.undetermined = open;
            higher_than_ = post_to_exceed(proposal.pool);
            add_open(proposal, people);
            std::vector<ProposalOption>& options = options_[pools[turn]];
            const std::set<std::size_t> present = add_present(options, proposal, conditions);
            add_new(options, proposal, present, ranking, quotas_[pools[turn]], turn);
            std::sort(options.begin(), options.end(),
                      [](const ProposalOption& a, const ProposalOption& b) { return a.person < b.person; });
            proposal.options = options.size();
        }
    }

    /// Returns who is in the pool already.
    std::set<std::size_t> add_present(std::vector<ProposalOption>& options, PoolProposal& proposal,
                                      const Conditions& conditions) {
        std::set<std::size_t> present;
        for (const std::size_t at : setting_.plan.pools[proposal.pool].members) {
            const PlanMember& member = setting_.plan.members[at];
            const auto dropped = why_dropped(member);
            if (member.person) present.insert(*member.person);
            if (dropped) {
                proposal.dropped.push_back(*dropped);
            } else {
                const std::int64_t points = setting_.suitability.points(conditions.components, *member.person);
                options.push_back({proposal.pool, *member.person, at, points});
            }
        }
        return present;
    }

    void add_new(std::vector<ProposalOption>& options, PoolProposal& proposal, const std::set<std::size_t>& present,
                 const Ranking& ranking, const PoolQuotas& quotas, std::size_t turn) {
        std::vector<std::size_t> staying;
        for (const ProposalOption& option : options) staying.push_back(option.person);
        const auto fits = [&](std::size_t person) {
            return !present.contains(person) && is_higher(person) == Verdict::met;
        };
        const Ranking::Choice choice = ranking.choose(quotas, turn, staying, fits);
        for (const Ranked& one : choice.people) options.push_back({proposal.pool, one.person, {}, one.points});
        proposal.cut = choice.is_cut;
    }

    /// The policy that asks for a higher post than the present one, where the pool has a post.
    std::optional<std::size_t> post_to_exceed(std::size_t pool) {
        for (std::size_t policy = 0; policy < setting_.policies.size(); ++policy) {
            if (!std::holds_alternative<HigherPostRule>(setting_.policies[policy].rule)) continue;
            if (setting_.verdicts.is_for(policy, pool) == Verdict::not_met) continue;
            higher_policy_ = policy;
            return setting_.plan.pools[pool].post;
        }
        return std::nullopt;
    }

    Verdict is_higher(std::size_t person) {
        return higher_than_ ? higher_post_->is_higher(*higher_than_, person) : Verdict::met;
    }

    std::optional<DroppedMember> why_dropped(const PlanMember& member) {
        using Why = DroppedMember::Why;
        if (!member.person) return DroppedMember{member.row, Why::person_unknown, {}};
        std::optional<DroppedMember> open;
        for (std::size_t policy = 0; policy < setting_.policies.size(); ++policy) {
            const PoolPolicy& judged = setting_.policies[policy];
            const Verdict is_for = setting_.verdicts.is_for(policy, *member.pool);
            if (is_for == Verdict::not_met) continue;
            if (std::holds_alternative<RemovalRule>(judged.rule) && is_for == Verdict::met &&
                setting_.verdicts.holds(policy, member) == Verdict::met) {
                return DroppedMember{member.row, Why::removal, judged.id};
            }
            if (!std::holds_alternative<EntryRule>(judged.rule)) continue;
            const Verdict holds = setting_.verdicts.holds(policy, member);
            if (holds == Verdict::not_met && is_for == Verdict::met) {
                return DroppedMember{member.row, Why::entry_not_met, judged.id};
            }
            if (holds != Verdict::met && !open) open = DroppedMember{member.row, Why::entry_undetermined, judged.id};
        }
        if (open) return open;
        const Verdict higher = is_higher(*member.person);
        if (higher == Verdict::met) return std::nullopt;
        const Why why = higher == Verdict::not_met ? Why::entry_not_met : Why::entry_undetermined;
        return DroppedMember{member.row, why, setting_.policies[higher_policy_].id};
    }

    void add_open(PoolProposal& proposal, const People& people) {
        if (setting_.options.open_listed == 0) return;
        each_bit(people.open, [&](std::size_t person) {
            proposal.open.push_back({person, questions_.of_candidate(proposal.pool, person)});
            return proposal.open.size() < setting_.options.open_listed;
        });
    }

    const ProposalSetting& setting_;
    int cadres_;
    OpenQuestions questions_;
    std::optional<HigherPost> higher_post_;
    std::optional<std::size_t> higher_than_;  ///< the post of the pool looked at, where members have to be below it
    std::size_t higher_policy_ = 0;
    Candidates found_;
    std::vector<PoolQuotas> quotas_;                    ///< by pool asked for
    std::vector<std::vector<ProposalOption>> options_;  ///< by pool asked for
};

}  // namespace

Candidates find_candidates(const ProposalSetting& setting) {
    return CandidateSearch(setting).find();
}

}  // namespace cadre

#include "planning/contradictions.hpp"

#include "planning/pool_sizes.hpp"

#include <cadre/messages/texts/planning.hpp>

#include <utility>

namespace cadre {
namespace {

/// Whether no number satisfies both, the first of which asks for more.
bool exclude(const Threshold& least, const Threshold& most) {
    if (!least.asks_for_more() || most.asks_for_more()) return false;
    if (least.measure == Threshold::Measure::count) return turning_point(least, 1) > turning_point(most, 1);
    if (least.value != most.value) return least.value > most.value;
    return !least.accepts(least.value) || !most.accepts(least.value);
}

LocalizedText text(const Threshold& threshold) {
    return {threshold.to_text(Language::vi), threshold.to_text(Language::en)};
}

class ContradictionSearch {
public:
    ContradictionSearch(const Schema& schema, const std::vector<PoolPolicy>& policies, const Plan& plan,
                        const PolicyVerdicts& verdicts)
        : schema_(schema), policies_(policies), plan_(plan), verdicts_(verdicts) {}

    std::vector<PlanFinding> find() {
        for (std::size_t least = 0; least < policies_.size(); ++least) {
            for (std::size_t most = 0; most < policies_.size(); ++most) compare(least, most);
        }
        return std::move(found_);
    }

private:
    void compare(std::size_t least, std::size_t most) {
        if (const auto* share = std::get_if<ShareRule>(&policies_[least].rule)) {
            const auto* other = std::get_if<ShareRule>(&policies_[most].rule);
            if (other == nullptr || share->scope != other->scope || !exclude(share->share, other->share)) return;
            if (to_text(*share->condition, schema_) != to_text(*other->condition, schema_)) return;
            if (share->scope == PolicyScope::plan) return add_of_plan({least, share->share}, {most, other->share});
            return add_of_pools({least, share->share}, {most, other->share});
        }
        const auto* posts = std::get_if<PostsPerPersonRule>(&policies_[least].rule);
        const auto* other = std::get_if<PostsPerPersonRule>(&policies_[most].rule);
        const bool same = posts != nullptr && other != nullptr && posts->within == other->within;
        if (same && exclude(posts->pools, other->pools)) add_of_plan({least, posts->pools}, {most, other->pools});
    }

    struct Demand {
        std::size_t policy;
        const Threshold& threshold;
    };

    void add_of_pools(const Demand& least, const Demand& most) {
        for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) {
            if (verdicts_.is_for(least.policy, pool) != Verdict::met) continue;
            if (verdicts_.is_for(most.policy, pool) != Verdict::met) continue;
            add(texts::composition_shares_contradict, pool, {plan_.pools[pool].key, static_cast<std::int64_t>(pool)},
                least, most);
        }
    }

    /// Both are for the same pools, and so on the same people.
    void add_of_plan(const Demand& least, const Demand& most) {
        std::optional<std::size_t> first;
        for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) {
            const Verdict is_for = verdicts_.is_for(least.policy, pool);
            if (is_for == Verdict::undetermined || is_for != verdicts_.is_for(most.policy, pool)) return;
            if (is_for == Verdict::met && !first) first = pool;
        }
        if (first) add(texts::composition_plan_contradicts, *first, {}, least, most);
    }

    void add(MessageId message, std::size_t pool, std::vector<Argument> place, const Demand& least,
             const Demand& most) {
        for (const Demand* demand : {&least, &most}) {
            place.emplace_back(policies_[demand->policy].title);
            place.emplace_back(policies_[demand->policy].id);
            place.emplace_back(text(demand->threshold));
        }
        found_.push_back({"pools", pool, {message, std::move(place)}});
    }

    const Schema& schema_;
    const std::vector<PoolPolicy>& policies_;
    const Plan& plan_;
    const PolicyVerdicts& verdicts_;
    std::vector<PlanFinding> found_;
};

}  // namespace

std::vector<PlanFinding> find_contradictions(const Schema& schema, const std::vector<PoolPolicy>& policies,
                                             const Plan& plan, const PolicyVerdicts& verdicts) {
    return ContradictionSearch(schema, policies, plan, verdicts).find();
}

}  // namespace cadre

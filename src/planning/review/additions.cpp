#include "planning/review/additions.hpp"

#include "planning/review/pool_room.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>

namespace cadre {
namespace {

using Words = std::vector<std::uint64_t>;
constexpr std::size_t bits = 64;

/// Members of pools, by pool and by what those pools are for.
class Taken {
public:
    explicit Taken(const Plan& plan) : plan_(plan) {
        for (std::size_t pool = 0; pool < plan.pools.size(); ++pool) {
            if (plan.pools[pool].post) pools_of_[*plan.pools[pool].post].push_back(pool);
        }
    }

    /// Takes those away who are, or may be, in a pool of the post; counts those not identified.
    std::int64_t take_from(Words& cadres, std::size_t pool) const {
        std::int64_t unidentified = take(cadres, plan_.unplaced);
        const auto post = plan_.pools[pool].post;
        const std::vector<std::size_t> alone{pool};
        for (const std::size_t other : post ? pools_of_.at(*post) : alone) {
            unidentified += take(cadres, plan_.pools[other].members);
        }
        return unidentified;
    }

private:
    std::int64_t take(Words& cadres, const std::vector<std::size_t>& members) const {
        std::int64_t unidentified = 0;
        for (const std::size_t at : members) {
            const auto person = plan_.members[at].person;
            unidentified += person ? 0 : 1;
            if (person) cadres[*person / bits] &= ~(std::uint64_t{1} << (*person % bits));
        }
        return unidentified;
    }

    const Plan& plan_;
    std::map<std::size_t, std::vector<std::size_t>> pools_of_;  ///< by post
};

void keep(Words& cadres, const Words& those) {
    for (std::size_t word = 0; word < cadres.size(); ++word) cadres[word] &= those[word];
}

/// Who surely meets every entry policy of a pool and surely no removal policy; nothing where no entry policy is for it.
std::optional<Words> admissible(const JudgedPlan& judged, std::size_t pool) {
    std::optional<Words> cadres;
    for (std::size_t policy = 0; policy < judged.policies.size(); ++policy) {
        if (judged.rule<EntryRule>(policy) == nullptr) continue;
        if (judged.verdicts.is_for(policy, pool) == Verdict::not_met) continue;
        const VerdictColumn* column = judged.verdicts.column(policy, pool);
        const Words met = column != nullptr ? column->met() : Words((judged.roster.size() + bits - 1) / bits);
        if (!cadres) cadres = met;
        keep(*cadres, met);
    }
    for (std::size_t policy = 0; cadres && policy < judged.policies.size(); ++policy) {
        if (judged.rule<RemovalRule>(policy) == nullptr || judged.is_on_rows(policy)) continue;
        if (judged.verdicts.is_for(policy, pool) == Verdict::not_met) continue;
        const VerdictColumn* column = judged.verdicts.column(policy, pool);
        keep(*cadres, column != nullptr ? column->not_met() : Words(cadres->size()));
    }
    return cadres;
}

void list(const Words& cadres, PoolAdditions& additions) {
    for (std::size_t word = 0; word < cadres.size(); ++word) {
        additions.cadres += std::popcount(cadres[word]);
        for (std::uint64_t rest = cadres[word]; rest != 0 && additions.rows.size() < most_additions_listed;
             rest &= rest - 1) {
            additions.rows.push_back(word * bits + static_cast<std::size_t>(std::countr_zero(rest)));
        }
    }
}

}  // namespace

std::vector<PoolAdditions> find_additions(const JudgedPlan& judged) {
    const Taken taken(judged.plan);
    std::vector<PoolAdditions> found;
    for (std::size_t pool = 0; pool < judged.plan.pools.size(); ++pool) {
        std::optional<Words> cadres = admissible(judged, pool);
        if (!cadres) continue;
        PoolAdditions additions;
        additions.pool = pool;
        additions.unidentified = taken.take_from(*cadres, pool);
        list(*cadres, additions);
        add_room(judged, additions);
        found.push_back(std::move(additions));
    }
    return found;
}

}  // namespace cadre

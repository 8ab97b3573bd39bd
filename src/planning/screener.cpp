#include "planning/screener.hpp"

#include "evaluation/columnar/bit_kernels.hpp"
#include "evaluation/program.hpp"
#include "planning/conjunctions.hpp"
#include "planning/people.hpp"

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

std::vector<PoolPolicy> entry_policies(const Pack& pack) {
    std::vector<PoolPolicy> all = read_pool_policies(pack);
    std::erase_if(all, [](const PoolPolicy& policy) { return !std::holds_alternative<EntryRule>(policy.rule); });
    return all;
}

void add(Counts& counts, Verdict verdict, std::int64_t rows) {
    (verdict == Verdict::met ? counts.met : verdict == Verdict::not_met ? counts.not_met : counts.undetermined) += rows;
}

}  // namespace

Screener::Screener(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
    : policies_(entry_policies(pack)),
      as_of_(decision_days(options).as_of),
      result_{pack.id(),
              as_of_,
              decision_days(options).law_as_of,
              read_plan(roster, options),
              {},
              {},
              pack.schema()->find_table("cadres").value_or(-1),
              roster.size()},
      verdicts_(pack, policies_, result_.plan, roster, options),
      sexes_(roster),
      members_(members_by_pool(result_.plan)) {}

Screening Screener::screen() {
    for (std::size_t pool = 0; pool < result_.plan.pools.size(); ++pool) {
        result_.pools.push_back(screened(pool));
    }
    count_all();
    for (std::size_t pool = 0; pool < result_.pools.size(); ++pool) count_members(result_.pools[pool], pool);
    return std::move(result_);
}

PoolScreening Screener::screened(std::size_t pool) {
    PoolScreening found;
    for (std::size_t policy = 0; policy < policies_.size(); ++policy) {
        const Verdict applies = verdicts_.is_for(policy, pool);
        if (applies == Verdict::not_met) continue;
        (applies == Verdict::met ? found.criteria : found.doubtful).push_back(criterion(policy, pool));
    }
    return found;
}

std::size_t Screener::criterion(std::size_t policy, std::size_t pool) {
    std::shared_ptr<const VerdictColumn> verdicts = verdicts_.shared_column(policy, pool);
    const auto [known, fresh] = criteria_.try_emplace({policy, verdicts.get()}, result_.criteria.size());
    if (!fresh) return known->second;
    const PoolPolicy& asked = policies_[policy];
    const bool on_day = std::get<EntryRule>(asked.rule).day == PolicyDay::as_of;
    if (!verdicts) verdicts = std::make_shared<VerdictColumn>(asked.id, result_.table, result_.cadres);
    const Counts counts = verdicts->counts();
    const SexCounts excluded = sexes_.of_failing(*verdicts);
    result_.criteria.push_back({asked.id, asked.title, asked.citation,
                                on_day ? std::optional(as_of_) : result_.plan.pools[pool].term_start,
                                std::move(verdicts), counts, excluded});
    return known->second;
}

void Screener::count_all() {
    std::vector<const VerdictColumn*> columns;
    for (const EntryCriterion& criterion : result_.criteria) columns.push_back(criterion.verdicts.get());
    Conjunctions sets(std::move(columns), result_.cadres);
    std::map<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>, std::size_t> known;
    std::vector<std::size_t> set_of;
    for (const PoolScreening& pool : result_.pools) {
        const auto [set, fresh] = known.try_emplace({pool.criteria, pool.doubtful}, known.size());
        if (fresh) sets.add(pool.criteria, pool.doubtful);
        set_of.push_back(set->second);
    }
    const std::vector<Counts> counts = sets.counts();
    for (std::size_t pool = 0; pool < set_of.size(); ++pool) result_.pools[pool].all = counts[set_of[pool]];
}

void Screener::count_members(PoolScreening& screened, std::size_t pool) const {
    screened.newcomers = screened.all;
    for (const Person& person : people_among(result_.plan, members_[pool], in_known_pool)) {
        if (!person.cadre) continue;
        const Verdict verdict = result_.may_enter(pool, *person.cadre);
        add(screened.newcomers, verdict, -1);
        if (person.in == Verdict::met) add(screened.members, verdict, 1);
    }
}

Verdict Screening::may_enter(std::size_t pool, std::size_t cadre) const {
    Verdict verdict = Verdict::met;
    for (const std::size_t at : pools[pool].criteria) verdict = verdict && (*criteria[at].verdicts)[cadre];
    for (const std::size_t at : pools[pool].doubtful) {
        if (verdict == Verdict::met && (*criteria[at].verdicts)[cadre] != Verdict::met) verdict = Verdict::undetermined;
    }
    return verdict;
}

VerdictColumn Screening::who_may_enter(std::size_t pool) const {
    VerdictColumn all("may_enter", table, cadres);
    const std::size_t words = all.met().size();
    std::uint64_t* met = all.met_words();
    std::uint64_t* not_met = all.not_met_words();
    std::fill_n(met, words, ~std::uint64_t{0});
    if (cadres % 64 != 0) met[words - 1] = columnar::low_bits(cadres % 64);
    const auto keep_met = [&](const VerdictColumn& part) {
        for (std::size_t word = 0; word < words; ++word) met[word] &= part.met()[word];
    };
    for (const std::size_t at : pools[pool].criteria) {
        keep_met(*criteria[at].verdicts);
        for (std::size_t word = 0; word < words; ++word) not_met[word] |= criteria[at].verdicts->not_met()[word];
    }
    for (const std::size_t at : pools[pool].doubtful) keep_met(*criteria[at].verdicts);
    return all;
}

Screening screen(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    return Screener(pack, roster, options).screen();
}

}  // namespace cadre

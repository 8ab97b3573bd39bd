#include "planning/screener.hpp"

#include "evaluation/program.hpp"
#include "planning/people.hpp"

#include <algorithm>

namespace cadre {
namespace {

/// So many criteria are put together once for all the pools that have them: few enough that their sets recur.
constexpr std::size_t group_size = 4;

std::vector<PoolPolicy> entry_policies(const Pack& pack) {
    std::vector<PoolPolicy> all = read_pool_policies(pack);
    std::erase_if(all, [](const PoolPolicy& policy) { return !std::holds_alternative<EntryRule>(policy.rule); });
    return all;
}

void add(Counts& counts, Verdict verdict, std::int64_t rows) {
    (verdict == Verdict::met ? counts.met : verdict == Verdict::not_met ? counts.not_met : counts.undetermined) += rows;
}

/// Puts verdicts together block by block, so that a block stays in the nearest cache while all parts are read. A
/// doubtful part never makes a verdict "not met".
void put_together(VerdictColumn& all, const std::vector<const VerdictColumn*>& parts,
                  const std::vector<const VerdictColumn*>& doubtful) {
    constexpr std::size_t block = 512;
    const std::size_t words = all.met().size();
    std::uint64_t* met = all.met_words();
    std::uint64_t* not_met = all.not_met_words();
    for (std::size_t first = 0; first < words; first += block) {
        const std::size_t last = std::min(first + block, words);
        std::fill(met + first, met + last, ~std::uint64_t{0});
        for (const VerdictColumn* part : parts) {
            for (std::size_t word = first; word < last; ++word) met[word] &= part->met()[word];
            for (std::size_t word = first; word < last; ++word) not_met[word] |= part->not_met()[word];
        }
        for (const VerdictColumn* part : doubtful) {
            for (std::size_t word = first; word < last; ++word) met[word] &= part->met()[word];
        }
    }
    if (all.size() % 64 != 0) met[words - 1] &= (std::uint64_t{1} << (all.size() % 64)) - 1;
}

}  // namespace

Screener::Screener(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
    : policies_(entry_policies(pack)),
      cadres_(roster.size()),
      table_(pack.schema()->find_table("cadres").value_or(-1)),
      as_of_(decision_days(options).as_of),
      result_{pack.id(), as_of_, decision_days(options).law_as_of, read_plan(roster, options), {}, {}, {}},
      verdicts_(pack, policies_, result_.plan, roster, options),
      sexes_(roster),
      members_(members_by_pool(result_.plan)) {}

Screening Screener::screen() {
    for (std::size_t pool = 0; pool < result_.plan.pools.size(); ++pool) {
        result_.pools.push_back(screened(pool));
    }
    return std::move(result_);
}

PoolScreening Screener::screened(std::size_t pool) {
    PoolScreening found;
    for (std::size_t policy = 0; policy < policies_.size(); ++policy) {
        const Verdict applies = verdicts_.is_for(policy, pool);
        if (applies == Verdict::not_met) continue;
        (applies == Verdict::met ? found.criteria : found.doubtful).push_back(criterion(policy, pool));
    }
    found.column = column(found);
    found.all = result_.columns[found.column].counts();
    count_members(found, pool);
    return found;
}

std::size_t Screener::criterion(std::size_t policy, std::size_t pool) {
    const VerdictColumn* judged = verdicts_.column(policy, pool);
    const auto [known, fresh] = criteria_.try_emplace({policy, judged}, result_.criteria.size());
    if (!fresh) return known->second;
    const PoolPolicy& asked = policies_[policy];
    const bool on_day = std::get<EntryRule>(asked.rule).day == PolicyDay::as_of;
    VerdictColumn verdicts = judged != nullptr ? *judged : VerdictColumn(asked.id, table_, cadres_);
    const Counts counts = verdicts.counts();
    const SexCounts excluded = sexes_.of_failing(verdicts);
    result_.criteria.push_back({asked.id, asked.title, asked.citation,
                                on_day ? std::optional(as_of_) : result_.plan.pools[pool].term_start,
                                std::move(verdicts), counts, excluded});
    return known->second;
}

std::size_t Screener::column(const PoolScreening& pool) {
    const auto [known, fresh] = columns_.try_emplace({pool.criteria, pool.doubtful}, result_.columns.size());
    if (fresh) result_.columns.push_back(conjunction(pool));
    return known->second;
}

VerdictColumn Screener::conjunction(const PoolScreening& pool) {
    std::vector<std::size_t> criteria = pool.criteria;
    std::sort(criteria.begin(), criteria.end());
    std::vector<const VerdictColumn*> parts;
    for (auto first = criteria.begin(); first != criteria.end();) {
        const std::size_t group = *first / group_size;
        const auto last =
            std::find_if(first, criteria.end(), [&](std::size_t other) { return other / group_size != group; });
        parts.push_back(&together({first, last}));
        first = last;
    }
    VerdictColumn found("may_enter", table_, cadres_);
    put_together(found, parts, verdicts_of(pool.doubtful));
    return found;
}

const VerdictColumn& Screener::together(const std::vector<std::size_t>& group) {
    if (group.size() == 1) return result_.criteria[group.front()].verdicts;
    const auto [known, fresh] = groups_.try_emplace(group, "may_enter", table_, cadres_);
    if (fresh) put_together(known->second, verdicts_of(group), {});
    return known->second;
}

std::vector<const VerdictColumn*> Screener::verdicts_of(const std::vector<std::size_t>& criteria) const {
    std::vector<const VerdictColumn*> verdicts;
    for (const std::size_t criterion : criteria) verdicts.push_back(&result_.criteria[criterion].verdicts);
    return verdicts;
}

void Screener::count_members(PoolScreening& screened, std::size_t pool) const {
    const VerdictColumn& verdicts = result_.columns[screened.column];
    screened.newcomers = screened.all;
    for (const Person& person : people_among(result_.plan, members_[pool], in_known_pool)) {
        if (!person.cadre) continue;
        add(screened.newcomers, verdicts[*person.cadre], -1);
        if (person.in == Verdict::met) add(screened.members, verdicts[*person.cadre], 1);
    }
}

Screening screen(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    return Screener(pack, roster, options).screen();
}

}  // namespace cadre

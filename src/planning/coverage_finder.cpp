#include "planning/coverage_finder.hpp"

#include "planning/seat_openings.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace cadre {
namespace {

std::vector<PoolPolicy> policies_of(const Pack& pack) {
    std::vector<PoolPolicy> policies = read_pool_policies(pack);
    std::erase_if(policies, [](const PoolPolicy& policy) {
        return !std::holds_alternative<EntryRule>(policy.rule) && !std::holds_alternative<DepartureRule>(policy.rule);
    });
    return policies;
}

}  // namespace

CoverageFinder::CoverageFinder(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
    : pack_(pack),
      roster_(roster),
      options_(options),
      days_(decision_days(options)),
      plan_(read_plan(roster, options)),
      policies_(policies_of(pack)),
      verdicts_(pack, policies_, plan_, roster, options),
      incumbents_(plan_, roster, options),
      departures_(pack, policies_, plan_, verdicts_, roster, options),
      seen_(plan_.members.size()) {}

Coverage CoverageFinder::find() {
    coverage_.as_of = days_.as_of;
    coverage_.law_as_of = days_.law_as_of;
    coverage_.unplaced = static_cast<std::int64_t>(plan_.unplaced.size());
    coverage_.unlisted = incumbents_.unlisted();
    for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) add_pool(pool);
    judge_entry();
    judge_pools();
    coverage_.at_worst = cover_jointly(graph_, plan_, Reading::at_worst);
    coverage_.at_best = cover_jointly(graph_, plan_, Reading::at_best);
    coverage_.findings = std::move(plan_.findings);
    return std::move(coverage_);
}

void CoverageFinder::add_pool(std::size_t pool) {
    const PlanPool& row = plan_.pools[pool];
    PoolCoverage& coverage = coverage_.pools.emplace_back();
    coverage.key = row.key;
    coverage.reason = obstacle(row);
    if (coverage.reason != CoverageReason::decided) return;
    const std::int64_t unlisted = row.of_committee ? incumbents_.unplaced() : incumbents_.unlisted();
    const std::size_t for_unlisted = seats_for_unlisted(row, incumbents_.of(pool), unlisted);
    coverage.openings = seat_openings(row, leaving(pool, for_unlisted), days_.as_of);
    add_groups(pool, for_unlisted > 0);
}

std::vector<LeavingDay> CoverageFinder::leaving(std::size_t pool, std::size_t for_unlisted) const {
    std::vector<LeavingDay> days(for_unlisted, LeavingDay::unknown());
    for (const Incumbent& incumbent : incumbents_.of(pool)) {
        LeavingDay day = earlier(incumbent.end, departures_.of(incumbent.person, pool));
        if (incumbent.holds != Verdict::met) {
            day.first = days_.as_of;
            day.last = std::max<std::int64_t>(day.last, days_.as_of);
        }
        days.push_back(day);
    }
    return days;
}

void CoverageFinder::add_groups(std::size_t pool, bool has_room) {
    const std::vector<SeatOpening>& openings = coverage_.pools[pool].openings;
    for (auto opening = openings.begin(); opening != openings.end();) {
        const auto next = std::find_if(opening, openings.end(), [&](const SeatOpening& o) { return o != *opening; });
        add_edges({pool, *opening, static_cast<std::int32_t>(next - opening)}, has_room);
        opening = next;
    }
}

void CoverageFinder::add_edges(SeatGroup group, bool has_room) {
    group.first_edge = graph_.edges.size();
    for (const std::size_t member : plan_.pools[group.pool].members) {
        const Verdict candidate = is_candidate(group.pool, member, has_room);
        if (candidate == Verdict::not_met) continue;
        graph_.edges.push_back({member, candidate});
        requests_.push_back({group.pool, member, group.opening.first, group.opening.last});
    }
    group.last_edge = graph_.edges.size();
    graph_.groups.push_back(group);
}

Verdict CoverageFinder::is_candidate(std::size_t pool, std::size_t at, bool has_room) const {
    const PlanMember& member = plan_.members[at];
    const bool of_post = !plan_.pools[pool].of_committee;
    const bool may_hold = of_post && has_room && (!member.person || incumbents_.is_unlisted(*member.person));
    const Verdict elsewhere = may_hold ? Verdict::undetermined : Verdict::met;
    return member.planned && !incumbents_.is_incumbent(pool, member) && elsewhere;
}

void CoverageFinder::judge_entry() {
    const std::vector<Verdict> may_enter =
        EntryDays(pack_, policies_, plan_, verdicts_, roster_, options_).judge(requests_);
    for (std::size_t i = 0; i < may_enter.size(); ++i) graph_.edges[i].ready = graph_.edges[i].ready && may_enter[i];
}

void CoverageFinder::judge_pools() {
    std::size_t group = 0;
    for (std::size_t pool = 0; pool < coverage_.pools.size(); ++pool) {
        const std::size_t first = group;
        while (group < graph_.groups.size() && graph_.groups[group].pool == pool) ++group;
        if (coverage_.pools[pool].reason == CoverageReason::decided) judge_pool(coverage_.pools[pool], first, group);
    }
}

void CoverageFinder::judge_pool(PoolCoverage& coverage, std::size_t first_group, std::size_t last_group) {
    count_candidates(coverage, first_group, last_group);
    const auto seats = static_cast<std::int64_t>(coverage.openings.size());
    const std::int64_t unplaced = coverage_.unplaced;
    const std::int64_t at_best = filled(first_group, last_group, Reading::at_best) + unplaced;
    coverage.least_short = std::max<std::int64_t>(coverage.certain_openings - at_best, 0);
    coverage.most_short = seats - filled(first_group, last_group, Reading::at_worst);
    const bool opens = coverage.certain_openings > 0;
    if (seats == 0) {
        coverage.status = CoverageStatus::no_opening;
    } else if (coverage.least_short > 0) {
        coverage.status = CoverageStatus::gap;
    } else if (opens && coverage.most_short == 0 && coverage.sure_candidates > seats) {
        coverage.status = CoverageStatus::covered;
    } else if (opens && coverage.most_short == 0 &&
               coverage.possible_candidates + unplaced <= coverage.certain_openings) {
        coverage.status = CoverageStatus::thin;
    } else {
        coverage.reason = CoverageReason::missing_data;
    }
}

void CoverageFinder::count_candidates(PoolCoverage& coverage, std::size_t first_group, std::size_t last_group) {
    constexpr std::uint8_t possible = 1;
    constexpr std::uint8_t sure = 2;
    for (std::size_t at = first_group; at < last_group; ++at) {
        const SeatGroup& group = graph_.groups[at];
        if (group.opening.certain) coverage.certain_openings += group.seats;
        for (std::size_t i = group.first_edge; i < group.last_edge; ++i) {
            const SeatEdge& edge = graph_.edges[i];
            std::uint8_t& seen = seen_[edge.member];
            if (edge.ready != Verdict::not_met && (seen & possible) == 0) {
                ++coverage.possible_candidates;
                seen |= possible;
            }
            if (edge.ready == Verdict::met && group.opening.certain && (seen & sure) == 0) {
                ++coverage.sure_candidates;
                seen |= sure;
            }
        }
    }
}

std::int64_t CoverageFinder::filled(std::size_t first_group, std::size_t last_group, Reading reading) const {
    if (first_group == last_group) return 0;
    if (first_group + 1 < last_group) return most_filled(graph_, first_group, last_group, plan_, reading);
    const SeatGroup& group = graph_.groups[first_group];
    if (!counts(group, reading)) return 0;
    const auto begin = graph_.edges.begin() + static_cast<std::ptrdiff_t>(group.first_edge);
    const auto end = graph_.edges.begin() + static_cast<std::ptrdiff_t>(group.last_edge);
    const auto ready = std::count_if(begin, end, [&](const SeatEdge& edge) { return counts(edge, reading); });
    return std::min<std::int64_t>(group.seats, ready);
}

}  // namespace cadre

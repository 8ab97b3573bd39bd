#include "planning/review/comparison.hpp"
#include "roster/roster_column.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

/// Pool and cadre, by this year's rows where they have one.
using Place = std::pair<std::size_t, std::size_t>;
using Members = std::map<Place, const PlanMember*>;

/// Not known where rows of one cadre differ.
std::string status_of(const Roster& roster, const PlanMember& member) {
    const RosterColumn column(roster, "pool_members", "status");
    const auto status = column.value(member.row);
    const bool differs = std::any_of(member.rows.begin(), member.rows.end(),
                                     [&](const PlanRow& said) { return column.value(said.row) != status; });
    return status && !differs ? std::string(roster.text(static_cast<std::int32_t>(*status))) : std::string();
}

class MemberComparison {
public:
    MemberComparison(const Comparison& comparison, PlanReview& review) : comparison_(comparison), review_(review) {}

    void run() {
        const Members before = members_before();
        const Members now = members_now();
        for (const auto& [place, member] : now) {
            const auto earlier = before.find(place);
            if (earlier == before.end()) {
                add_new(*member);
            } else {
                compare(*earlier->second, *member);
            }
        }
        for (const auto& [place, member] : before) {
            if (now.find(place) == now.end()) add_gone(*member, MemberChange::Kind::removed);
        }
        for (const PlanMember* member : gone_) add_gone(*member, MemberChange::Kind::removed);
    }

private:
    template <class Keep>
    void each_member(const Plan& plan, const Keep& keep) {
        for (const PlanPool& pool : plan.pools) {
            for (const std::size_t at : pool.members) keep(plan.members[at]);
        }
    }

    Members members_now() {
        Members members;
        each_member(comparison_.now.plan, [&](const PlanMember& member) {
            const bool known = member.person && comparison_.cadres.is_known_now(*member.person) &&
                               comparison_.pools.is_known_now(*member.pool);
            if (known) members.emplace(Place(*member.pool, *member.person), &member);
            review_.not_compared += known ? 0 : 1;
        });
        return members;
    }

    /// Those of pools or cadres that are not in this year's roster are gone in any case.
    Members members_before() {
        Members members;
        each_member(comparison_.before.plan, [&](const PlanMember& member) {
            const bool known = member.person && comparison_.cadres.is_known_before(*member.person) &&
                               comparison_.pools.is_known_before(*member.pool);
            review_.not_compared += known ? 0 : 1;
            if (!known) return;
            const auto pool = comparison_.pools.now(*member.pool);
            const auto person = comparison_.cadres.now(*member.person);
            if (pool && person) members.emplace(Place(*pool, *person), &member);
            if (!pool || !person) gone_.push_back(&member);
        });
        return members;
    }

    void add_new(const PlanMember& member) {
        review_.member_changes.push_back({MemberChange::Kind::added, member.planned,
                                          comparison_.now.plan.pools[*member.pool].key, member.row, std::nullopt,
                                          status_of(comparison_.now.roster, member), ""});
    }

    void add_gone(const PlanMember& member, MemberChange::Kind kind) {
        review_.member_changes.push_back({kind, member.planned, comparison_.before.plan.pools[*member.pool].key,
                                          std::nullopt, member.row, "", status_of(comparison_.before.roster, member)});
    }

    void compare(const PlanMember& before, const PlanMember& now) {
        const std::string status_before = status_of(comparison_.before.roster, before);
        const std::string status = status_of(comparison_.now.roster, now);
        if (status == status_before) return;
        const bool known = !status.empty() && !status_before.empty();
        review_.member_changes.push_back({MemberChange::Kind::status, known ? Verdict::met : Verdict::undetermined,
                                          comparison_.now.plan.pools[*now.pool].key, now.row, before.row, status,
                                          status_before});
    }

    const Comparison& comparison_;
    PlanReview& review_;
    std::vector<const PlanMember*> gone_;
};

}  // namespace

void compare_members(const Comparison& comparison, PlanReview& review) {
    MemberComparison(comparison, review).run();
}

}  // namespace cadre

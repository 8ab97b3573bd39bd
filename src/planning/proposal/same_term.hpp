#pragma once

#include "roster/roster_column.hpp"

#include <cadre/planning/plan.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <cstddef>
#include <optional>

namespace cadre {

/// Whether pools are of one tier and term.
class SameTerm {
public:
    using Within = PostsPerPersonRule::Within;

    SameTerm(const Plan& plan, const Roster& roster) : plan_(plan), tiers_(roster, "pools", "tier") {}

    /// True also where one of the two does not say so.
    bool may_count_together(Within within, std::size_t a, std::size_t b) const {
        if (within == Within::plan || a == b) return true;
        const PlanPool& one = plan_.pools[a];
        const PlanPool& other = plan_.pools[b];
        return may_equal(tiers_.value(a), tiers_.value(b)) && may_equal(one.term_start, other.term_start) &&
               may_equal(one.term_end, other.term_end);
    }
    bool is_known(Within within, std::size_t a) const {
        return within == Within::plan || (tiers_.value(a) && plan_.pools[a].term_start && plan_.pools[a].term_end);
    }
    bool says_the_same(Within within, std::size_t a, std::size_t b) const {
        return is_known(within, a) && is_known(within, b) && may_count_together(within, a, b);
    }

private:
    template <class T>
    static bool may_equal(const std::optional<T>& a, const std::optional<T>& b) {
        return !a || !b || *a == *b;
    }

    const Plan& plan_;
    RosterColumn tiers_;
};

}  // namespace cadre

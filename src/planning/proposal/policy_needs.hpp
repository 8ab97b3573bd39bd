#pragma once

#include <cadre/evaluation/verdict.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// Between which whole numbers a count lies, both included.
struct CountLimits {
    std::optional<std::int64_t> lower;
    std::optional<std::int64_t> upper;
};

/// The counts that keep to a threshold on count / base.
CountLimits limits_of(const Threshold& threshold, std::int64_t base);

/// What a rule asks of the sum over people: at least `least`, where one who meets weighs `met`, one who does not
/// `not_met`, and one of whom it is not known the lesser of the two.
struct PersonNeed {
    std::int64_t met = 0;
    std::int64_t not_met = 0;
    std::int64_t least = 0;
    bool of_share = false;
    std::size_t band = 0;
    PolicyScope scope = PolicyScope::pool;

    std::int64_t of(Verdict holds) const {
        if (holds == Verdict::undetermined) return met < not_met ? met : not_met;
        return holds == Verdict::met ? met : not_met;
    }
};

/// Of a share: who meets / all; of a ratio to those who meet, see `need_of`.
std::vector<PersonNeed> person_needs(const PoolPolicy::Rule& rule);

/// Of all / who meets.
PersonNeed need_of(const Threshold& ratio);

}  // namespace cadre

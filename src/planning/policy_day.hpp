#pragma once

#include <cadre/planning/pool_policy.hpp>

namespace cadre {

/// The day of a policy that decides over people one by one, on entry or removal; null of any other.
inline const PolicyDay* day_of(const PoolPolicy& policy) {
    if (const auto* entry = std::get_if<EntryRule>(&policy.rule)) return &entry->day;
    if (const auto* removal = std::get_if<RemovalRule>(&policy.rule)) return &removal->day;
    return nullptr;
}

}  // namespace cadre

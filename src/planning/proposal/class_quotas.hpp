#pragma once

#include "planning/proposal/proposal_setting.hpp"

#include <compare>
#include <cstddef>
#include <vector>

namespace cadre {

/// The people who help a pool to keep to a share or to its bands of ages: those of whom the condition surely holds, or
/// surely does not.
struct HelpfulClass {
    const VerdictColumn* condition = nullptr;  ///< of every cadre
    Verdict helps = Verdict::met;

    bool has(std::size_t person) const { return (*condition)[person] == helps; }
    auto operator<=>(const HelpfulClass&) const = default;
};

/// A class, and so many of it are enough for the policies at the pool's greatest size.
struct ClassQuota {
    HelpfulClass people;
    std::size_t enough = 0;
};

/// How many people a pool considers.
struct PoolQuotas {
    std::size_t most_options = most_options_a_pool;  ///< unless the classes need more
    std::vector<ClassQuota> classes;                 ///< each once, in the order of the policies
};

PoolQuotas quotas_of(const ProposalSetting& setting, std::size_t pool);

}  // namespace cadre

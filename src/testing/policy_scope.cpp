#include "testing/policy_scope.hpp"

namespace cadre {

bool is_on_plan(const PoolPolicy& policy) {
    if (const auto* share = std::get_if<ShareRule>(&policy.rule)) return share->scope == PolicyScope::plan;
    if (const auto* bands = std::get_if<AgeBandsRule>(&policy.rule)) return bands->scope == PolicyScope::plan;
    return std::holds_alternative<PostsPerPersonRule>(policy.rule);
}

}  // namespace cadre

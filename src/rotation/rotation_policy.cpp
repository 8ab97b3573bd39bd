#include "rotation/policy_reader.hpp"

#include <cadre/error.hpp>

#include <iterator>
#include <utility>

namespace cadre {

std::string_view to_code(const RotationPolicy::Rule& rule) {
    static constexpr std::string_view codes[] = {"overstay",  "least_stay", "cooling_off", "no_return", "terms",
                                                 "condition", "return",     "move",        "direction"};
    static_assert(std::size(codes) == std::variant_size_v<RotationPolicy::Rule>);
    return codes[rule.index()];
}

std::vector<RotationPolicy> read_rotation_policies(const Pack& pack, Diagnostics& diagnostics) {
    return RotationPolicyReader(pack, diagnostics).read();
}

std::vector<RotationPolicy> read_rotation_policies(const Pack& pack) {
    Diagnostics diagnostics;
    std::vector<RotationPolicy> policies = read_rotation_policies(pack, diagnostics);
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
    return policies;
}

}  // namespace cadre

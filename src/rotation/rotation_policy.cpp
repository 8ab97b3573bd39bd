#include "rotation/policy_reader.hpp"

#include <cadre/error.hpp>

#include <utility>

namespace cadre {

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

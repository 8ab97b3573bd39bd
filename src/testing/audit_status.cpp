#include "testing/audit_status.hpp"

#include <algorithm>
#include <array>

namespace cadre {

bool is_finding(std::string_view code) {
    constexpr std::array all{AuditStatus::violated, AuditStatus::due, AuditStatus::exempt, AuditStatus::undetermined};
    return std::any_of(all.begin(), all.end(), [&](AuditStatus status) { return to_code(status) == code; });
}

bool is_audit_status(std::string_view code) {
    return is_finding(code) || code == no_finding || code == policy_not_in_force;
}

Outcome outcome_of_status(std::string_view code) {
    if (code == policy_not_in_force) return Outcome::not_in_force;
    if (code == to_code(AuditStatus::violated)) return Outcome::not_met;
    return code == to_code(AuditStatus::undetermined) ? Outcome::undetermined : Outcome::met;
}

}  // namespace cadre

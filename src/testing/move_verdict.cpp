#include "testing/move_verdict.hpp"

#include "testing/outcome.hpp"

namespace cadre {

std::string_view to_code(const MoveVerdict& verdict) {
    const bool is_exempt = verdict.meets != Verdict::met && verdict.exempt == Verdict::met;
    return is_exempt ? exempt_move : to_code(outcome_of(verdict.allowed()));
}

bool is_move_verdict(std::string_view code) {
    return code == exempt_move || parse_outcome(code).has_value();
}

Outcome outcome_of_move(std::string_view code) {
    return parse_outcome(code).value_or(Outcome::met);
}

}  // namespace cadre

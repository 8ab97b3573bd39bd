#include "testing/outcome.hpp"

#include <array>

namespace cadre {
namespace {

constexpr std::array all{Outcome::met, Outcome::not_met, Outcome::undetermined, Outcome::not_in_force};

}  // namespace

std::string_view to_code(Outcome outcome) {
    switch (outcome) {
        case Outcome::met: return "met";
        case Outcome::not_met: return "not_met";
        case Outcome::undetermined: return "undetermined";
        case Outcome::not_in_force: return "not_in_force";
    }
    return "";
}

std::optional<Outcome> parse_outcome(std::string_view code) {
    for (const Outcome outcome : all) {
        if (to_code(outcome) == code) return outcome;
    }
    return std::nullopt;
}

Outcome outcome_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return Outcome::met;
        case Verdict::not_met: return Outcome::not_met;
        case Verdict::undetermined: break;
    }
    return Outcome::undetermined;
}

}  // namespace cadre

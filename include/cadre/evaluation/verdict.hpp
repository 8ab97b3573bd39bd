#pragma once

#include <cstdint>

namespace cadre {

/// The answer of one criterion for one row. `undetermined` means that missing data, or a reason such
/// as an empty list, leaves it open; it is never a failure.
enum class Verdict : std::uint8_t { not_met = 0, met = 1, undetermined = 2 };

/// How many rows have each verdict.
struct Counts {
    std::int64_t met = 0;
    std::int64_t not_met = 0;
    std::int64_t undetermined = 0;

    bool operator==(const Counts&) const = default;
};

/// Strong Kleene logic.
constexpr Verdict operator&&(Verdict a, Verdict b) {
    if (a == Verdict::not_met || b == Verdict::not_met) return Verdict::not_met;
    return a == Verdict::met && b == Verdict::met ? Verdict::met : Verdict::undetermined;
}
constexpr Verdict operator!(Verdict a) {
    if (a == Verdict::undetermined) return a;
    return a == Verdict::met ? Verdict::not_met : Verdict::met;
}
constexpr Verdict operator||(Verdict a, Verdict b) {
    return !(!a && !b);
}

}  // namespace cadre

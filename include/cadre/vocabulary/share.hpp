#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cadre {

/// An exact share of a whole, compared as a rational number; the denominator is positive.
struct Share {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    /// Compares by cross-multiplication in 128 bits; exact for all values.
    CADRE_EXPORT std::strong_ordering operator<=>(const Share& other) const;
    CADRE_EXPORT bool operator==(const Share& other) const;
};

/// "35,9 %" (vi) or "35.9 %" (en), with at most `decimals` decimals, cut toward the side that never
/// shows a share as having reached a bound that it has not: truncated, never rounded up.
CADRE_EXPORT std::string format_percent(const Share& share, Language language, int decimals = 1);

}  // namespace cadre

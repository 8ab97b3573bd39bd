#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cadre {

/// A length of time in whole months (P1Y = P12M) or in whole days; the two never mix.
struct Duration {
    enum class Unit { months, days };

    Unit unit = Unit::months;
    std::int64_t count = 0;

    bool operator==(const Duration&) const = default;
};

/// Reads ISO 8601 durations without a time of day: `P3Y6M`, `-P2M`, `P30D`. Years or months together
/// with days, weeks, and anything out of range are refused.
CADRE_EXPORT std::optional<Duration> parse_duration(std::string_view text);

/// `P3Y6M`, `-P1M`, `P0M`, `P30D`.
CADRE_EXPORT std::string to_iso(Duration duration);

/// "3 năm 6 tháng" and "3 years 6 months", for people.
CADRE_EXPORT LocalizedText describe(Duration duration);

}  // namespace cadre

#pragma once

#include <cadre/vocabulary/date.hpp>

#include <optional>

namespace cadre {

/// Days from `from` (included) to `to` (excluded); an absent end is unbounded.
struct DateInterval {
    std::optional<DayNumber> from;
    std::optional<DayNumber> to;

    constexpr bool contains(DayNumber day) const { return (!from || *from <= day) && (!to || day < *to); }
    bool operator==(const DateInterval&) const = default;
};

}  // namespace cadre

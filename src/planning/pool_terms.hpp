#pragma once

#include "roster/roster_column.hpp"

#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <optional>

namespace cadre {

/// The terms of the pools of a roster.
class PoolTerms {
public:
    explicit PoolTerms(const Roster& roster)
        : starts_(roster, "pools", "term_start"), ends_(roster, "pools", "term_end") {}

    struct Term {
        std::optional<DayNumber> start;
        std::optional<DayNumber> end;  ///< excluded
        bool reversed = false;
    };
    /// A term that ends before it begins is wrong somewhere: neither of its days counts as known.
    Term of(std::size_t pool) const {
        const auto start = starts_.value(pool);
        const auto end = ends_.value(pool);
        if (start && end && *end <= *start) return {std::nullopt, std::nullopt, true};
        return {day(start), day(end), false};
    }

private:
    static std::optional<DayNumber> day(std::optional<std::int64_t> value) {
        return value ? std::optional(static_cast<DayNumber>(*value)) : std::nullopt;
    }

    RosterColumn starts_, ends_;
};

}  // namespace cadre

#pragma once

#include "roster/cell_reading.hpp"

#include <cadre/evaluation/verdict.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace cadre {

/// The spells of a roster's cadres: rows of `cadres.appointments`.
class SpellHistory {
public:
    explicit SpellHistory(const Roster& roster);

    std::size_t cadres() const { return cadres_; }
    /// Those of a cadre that are listed.
    std::pair<std::size_t, std::size_t> spells_of(std::size_t cadre) const;
    /// Whether a cadre may have spells that are not listed.
    bool may_have_more(std::size_t cadre) const { return !lists_.is_present(cadre) || lists_.is_open(cadre); }

    DayRange from(std::size_t spell) const { return days_of(from_, spell); }
    DayRange to(std::size_t spell) const { return days_of(to_, spell); }
    DayRange held_since(std::size_t spell) const { return days_of(held_since_, spell); }
    DayRange return_due(std::size_t spell) const { return days_of(return_due_, spell); }
    /// Whether a day on which one is to return was set.
    Verdict returns(std::size_t spell) const;
    std::optional<std::int64_t> post(std::size_t spell) const { return cell(post_, spell); }
    std::optional<std::int64_t> unit(std::size_t spell) const { return cell(unit_, spell); }
    std::optional<std::int64_t> title(std::size_t spell) const { return cell(title_, spell); }
    std::optional<std::int64_t> unit_of_post(std::int64_t post) const {
        return cell(unit_of_post_, static_cast<std::size_t>(post));
    }

private:
    static std::optional<std::int64_t> cell(const Column& column, std::size_t row);

    std::size_t cadres_;
    Column lists_, from_, to_, held_since_, return_due_, post_, unit_, title_, unit_of_post_;
};

}  // namespace cadre

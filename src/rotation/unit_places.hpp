#pragma once

#include "roster/roster_column.hpp"

#include <cadre/evaluation/verdict.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Where units stand among the tiers and bodies. A unit is a row of `units`, -1 one that is not known.
class UnitPlaces {
public:
    explicit UnitPlaces(const Roster& roster);

    Verdict is_of_tier(std::int32_t unit, std::string_view tier) const;
    Verdict is_of_sector(std::int32_t unit, std::string_view sector) const;
    /// Whether two units of one tier are of one body (see `Direction`).
    Verdict is_same_body(std::int32_t a, std::int32_t b) const;

private:
    struct Body {
        std::int32_t top = -1;
        bool is_certain = false;  ///< else the top may have others above it
    };

    /// A code of each unit, empty where it is not known.
    static std::vector<std::string> codes(const Roster& roster, const char* attribute);
    Body find_body(std::int32_t unit) const;
    Verdict goes_up(std::int32_t unit, std::int32_t parent) const;

    RosterColumn parent_;
    std::vector<std::string> tiers_, sectors_, kinds_;
    std::vector<Body> bodies_;
};

}  // namespace cadre

#pragma once

#include "rotation/unit_places.hpp"

#include <cadre/rotation/directions.hpp>

#include <cstdint>
#include <string_view>

namespace cadre {

/// Classifies moves from one unit to another.
class DirectionFinder {
public:
    explicit DirectionFinder(const Roster& roster) : places_(roster) {}

    /// Units are rows of `units`, -1 one that is not known.
    MoveDirections find(std::int32_t left, std::int32_t taken) const;

private:
    struct Ends {
        std::int32_t left;
        std::int32_t taken;
    };
    void find_form(const Ends& ends, MoveDirections& found) const;
    void find_programme(const Ends& ends, MoveDirections& found) const;

    Verdict between_tiers(const Ends& ends, const char* from, const char* to) const;
    Verdict between_sectors(const Ends& ends, const char* from, const char* to) const;
    Verdict between_bodies(const Ends& ends, const char* tier) const;

    UnitPlaces places_;
};

/// Whether a move has the direction of a code (see `direction_ids`).
Verdict has_direction(const MoveDirections& directions, std::string_view id);
/// What a direction is called, by its code.
LocalizedText direction_label(std::string_view id);

}  // namespace cadre

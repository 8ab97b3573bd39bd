#pragma once

#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/rotation/moves.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// The directions of the form on results of rotation (Biểu 11-BTCTW), in its order: five at province level and above,
/// five at commune level. A move has one of them at most.
///
/// The body of a unit is the highest unit above it, or itself, in its own tier, the province or city itself set aside:
/// a department with its divisions, a district, a commune.
enum class Direction : std::uint8_t {
    central_to_province,
    province_to_district,
    district_to_province,
    district_to_district,  ///< between two bodies of the tier district
    body_to_body,          ///< between two bodies of the tier city
    province_to_commune,
    district_to_commune,
    commune_to_district,
    commune_to_commune,    ///< between two bodies of the tier commune
    division_to_division,  ///< between two units of one body of the tier city or district
};
inline constexpr std::size_t direction_count = 10;
inline constexpr std::size_t province_directions = 5;  ///< the first of them

/// The directions that Programme 01-CTr/TU of the Hanoi Party Committee (2011), III.1.2.2b, names. A move may have
/// several.
enum class ProgrammeDirection : std::uint8_t {
    city_to_grassroots,  ///< from the tier city to a lower one
    grassroots_to_city,
    party_to_government,
    government_to_party,
    party_to_mass_organisations,
    mass_organisations_to_party,
    among_city_bodies,
    among_districts,
    of_internal_affairs,  ///< from a unit of the internal affairs bloc to another unit
};
inline constexpr std::size_t programme_direction_count = 9;

/// Whether a move has each direction; undetermined where tier, sector, kind or parent of a unit leaves it open.
struct MoveDirections {
    std::array<Verdict, direction_count> form{};
    std::array<Verdict, programme_direction_count> programme{};

    Verdict operator[](Direction direction) const { return form[static_cast<std::size_t>(direction)]; }
    Verdict operator[](ProgrammeDirection direction) const { return programme[static_cast<std::size_t>(direction)]; }
    bool operator==(const MoveDirections&) const = default;
};

/// Classifies moves by the units that were left and taken, whatever the grouping; one for each move. Thread-safe.
///
///     const auto directions = move_directions(roster, moves);
///     directions[0][Direction::district_to_district] == Verdict::met;
CADRE_EXPORT std::vector<MoveDirections> move_directions(const Roster& roster, const Moves& moves);

/// The codes of all directions, those of the form first: what a rule on directions may name.
CADRE_EXPORT std::vector<std::string> direction_ids();
/// "district_to_district".
CADRE_EXPORT std::string direction_id(Direction direction);
CADRE_EXPORT std::string direction_id(ProgrammeDirection direction);
CADRE_EXPORT LocalizedText direction_label(Direction direction);
CADRE_EXPORT LocalizedText direction_label(ProgrammeDirection direction);

}  // namespace cadre

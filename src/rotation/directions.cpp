#include <cadre/rotation/directions.hpp>

#include "evaluation/value_text.hpp"
#include "rotation/direction_finder.hpp"

#include <cadre/messages/texts/rotation.hpp>

namespace cadre {
namespace {

struct DirectionWords {
    const char* id;
    MessageId label;
};

constexpr std::array<DirectionWords, direction_count> form_words{{
    {"central_to_province", texts::direction_central_to_province},
    {"province_to_district", texts::direction_province_to_district},
    {"district_to_province", texts::direction_district_to_province},
    {"district_to_district", texts::direction_district_to_district},
    {"body_to_body", texts::direction_body_to_body},
    {"province_to_commune", texts::direction_province_to_commune},
    {"district_to_commune", texts::direction_district_to_commune},
    {"commune_to_district", texts::direction_commune_to_district},
    {"commune_to_commune", texts::direction_commune_to_commune},
    {"division_to_division", texts::direction_division_to_division},
}};

constexpr std::array<DirectionWords, programme_direction_count> programme_words{{
    {"city_to_grassroots", texts::direction_city_to_grassroots},
    {"grassroots_to_city", texts::direction_grassroots_to_city},
    {"party_to_government", texts::direction_party_to_government},
    {"government_to_party", texts::direction_government_to_party},
    {"party_to_mass_organisations", texts::direction_party_to_mass},
    {"mass_organisations_to_party", texts::direction_mass_to_party},
    {"among_city_bodies", texts::direction_among_city_bodies},
    {"among_districts", texts::direction_among_districts},
    {"of_internal_affairs", texts::direction_internal_affairs},
}};

const DirectionWords& words(Direction direction) {
    return form_words[static_cast<std::size_t>(direction)];
}
const DirectionWords& words(ProgrammeDirection direction) {
    return programme_words[static_cast<std::size_t>(direction)];
}

}  // namespace

Verdict DirectionFinder::between_tiers(const Ends& ends, const char* from, const char* to) const {
    return places_.is_of_tier(ends.left, from) && places_.is_of_tier(ends.taken, to);
}

Verdict DirectionFinder::between_sectors(const Ends& ends, const char* from, const char* to) const {
    return places_.is_of_sector(ends.left, from) && places_.is_of_sector(ends.taken, to);
}

Verdict DirectionFinder::between_bodies(const Ends& ends, const char* tier) const {
    return between_tiers(ends, tier, tier) && !places_.is_same_body(ends.left, ends.taken);
}

void DirectionFinder::find_form(const Ends& ends, MoveDirections& found) const {
    const Verdict within_body = places_.is_same_body(ends.left, ends.taken);
    found.form = {
        between_tiers(ends, "central", "city"),
        between_tiers(ends, "city", "district"),
        between_tiers(ends, "district", "city"),
        between_bodies(ends, "district"),
        between_bodies(ends, "city"),
        between_tiers(ends, "city", "commune"),
        between_tiers(ends, "district", "commune"),
        between_tiers(ends, "commune", "district"),
        between_bodies(ends, "commune"),
        within_body && (between_tiers(ends, "city", "city") || between_tiers(ends, "district", "district")),
    };
}

void DirectionFinder::find_programme(const Ends& ends, MoveDirections& found) const {
    found.programme = {
        found[Direction::province_to_district] || found[Direction::province_to_commune],
        found[Direction::district_to_province] || between_tiers(ends, "commune", "city"),
        between_sectors(ends, "party", "government"),
        between_sectors(ends, "government", "party"),
        between_sectors(ends, "party", "front_and_mass"),
        between_sectors(ends, "front_and_mass", "party"),
        found[Direction::body_to_body],
        found[Direction::district_to_district],
        places_.is_of_sector(ends.left, "internal_affairs"),
    };
}

MoveDirections DirectionFinder::find(std::int32_t left, std::int32_t taken) const {
    const Ends ends{left, taken};
    MoveDirections found;
    if (left == taken && left >= 0) return found;
    find_form(ends, found);
    find_programme(ends, found);
    // Where a unit is not known it may be the other one.
    if (left >= 0 && taken >= 0) return found;
    Verdict& bloc = found.programme[static_cast<std::size_t>(ProgrammeDirection::of_internal_affairs)];
    bloc = bloc && Verdict::undetermined;
    return found;
}

std::vector<MoveDirections> move_directions(const Roster& roster, const Moves& moves) {
    const DirectionFinder finder(roster);
    std::vector<MoveDirections> found;
    found.reserve(moves.moves.size());
    for (const Move& move : moves.moves) found.push_back(finder.find(move.left_unit, move.taken_unit));
    return found;
}

Verdict has_direction(const MoveDirections& directions, std::string_view id) {
    for (std::size_t i = 0; i < direction_count; ++i) {
        if (form_words[i].id == id) return directions.form[i];
    }
    for (std::size_t i = 0; i < programme_direction_count; ++i) {
        if (programme_words[i].id == id) return directions.programme[i];
    }
    return Verdict::not_met;
}

LocalizedText direction_label(std::string_view id) {
    for (const DirectionWords& direction : form_words) {
        if (direction.id == id) return localized(direction.label);
    }
    for (const DirectionWords& direction : programme_words) {
        if (direction.id == id) return localized(direction.label);
    }
    return {};
}

std::vector<std::string> direction_ids() {
    std::vector<std::string> ids;
    for (const DirectionWords& direction : form_words) ids.emplace_back(direction.id);
    for (const DirectionWords& direction : programme_words) ids.emplace_back(direction.id);
    return ids;
}

std::string direction_id(Direction direction) {
    return words(direction).id;
}
std::string direction_id(ProgrammeDirection direction) {
    return words(direction).id;
}
LocalizedText direction_label(Direction direction) {
    return localized(words(direction).label);
}
LocalizedText direction_label(ProgrammeDirection direction) {
    return localized(words(direction).label);
}

}  // namespace cadre

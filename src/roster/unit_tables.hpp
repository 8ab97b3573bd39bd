#pragma once

#include <cadre/schema/schema.hpp>

#include <optional>

namespace cadre {

/// Where units, their successions and the spells in them stand in a schema.
struct UnitTables {
    /// Nothing for a schema without one of them.
    static std::optional<UnitTables> find(const Schema& schema);

    int cadres = -1;
    int appointments = -1;
    int units = -1;
    int successions = -1;
    int posts = -1;

    int spells = -1;  ///< the list `appointments` of `cadres`
    struct {
        int post = -1, unit = -1, title = -1, from = -1, to = -1, kind = -1, held_since = -1, end_reason = -1;
    } spell;
    struct {
        int from = -1, to = -1;
    } unit;
    struct {
        int predecessor = -1, successor = -1, date = -1, kind = -1;
    } succession;
    int post_unit = -1;
};

}  // namespace cadre

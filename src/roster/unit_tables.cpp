#include "roster/unit_tables.hpp"

namespace cadre {

namespace {

/// Looks names up and remembers whether one was not there.
class Finder {
public:
    explicit Finder(const Schema& schema) : schema_(schema) {}

    int table(std::string_view id) { return known(schema_.find_table(id)); }
    int attribute(int table, std::string_view id, TypeKind kind) {
        const int found = complete_ ? known(schema_.table(table).find(id)) : -1;
        complete_ = complete_ && schema_.attribute(table, found).type.kind == kind;
        return found;
    }
    bool complete() const { return complete_; }

private:
    int known(std::optional<int> index) {
        complete_ = complete_ && index.has_value();
        return index.value_or(-1);
    }

    const Schema& schema_;
    bool complete_ = true;
};

}  // namespace

std::optional<UnitTables> UnitTables::find(const Schema& schema) {
    Finder find(schema);
    UnitTables at;
    at.cadres = find.table("cadres");
    at.appointments = find.table("cadres.appointments");
    at.units = find.table("units");
    at.successions = find.table("unit_successions");
    at.posts = find.table("posts");
    at.spells = find.attribute(at.cadres, "appointments", TypeKind::list);
    at.spell.post = find.attribute(at.appointments, "post", TypeKind::reference);
    at.spell.unit = find.attribute(at.appointments, "unit", TypeKind::reference);
    at.spell.title = find.attribute(at.appointments, "title", TypeKind::text);
    at.spell.from = find.attribute(at.appointments, "from", TypeKind::date);
    at.spell.to = find.attribute(at.appointments, "to", TypeKind::date);
    at.spell.kind = find.attribute(at.appointments, "kind", TypeKind::text);
    at.spell.held_since = find.attribute(at.appointments, "held_since", TypeKind::date);
    at.spell.end_reason = find.attribute(at.appointments, "end_reason", TypeKind::text);
    at.unit.from = find.attribute(at.units, "from", TypeKind::date);
    at.unit.to = find.attribute(at.units, "to", TypeKind::date);
    at.succession.predecessor = find.attribute(at.successions, "old", TypeKind::reference);
    at.succession.successor = find.attribute(at.successions, "new", TypeKind::reference);
    at.succession.date = find.attribute(at.successions, "date", TypeKind::date);
    at.succession.kind = find.attribute(at.successions, "kind", TypeKind::text);
    at.post_unit = find.attribute(at.posts, "unit", TypeKind::reference);
    if (!find.complete()) return std::nullopt;
    return at;
}

}  // namespace cadre

#include "rotation/unit_places.hpp"

#include "rotation/vertex_of.hpp"

namespace cadre {
namespace {

/// Parents that go round are cut off here.
constexpr int highest = 64;

Verdict is_code(const std::string& code, std::string_view asked) {
    if (code.empty()) return Verdict::undetermined;
    return code == asked ? Verdict::met : Verdict::not_met;
}

}  // namespace

UnitPlaces::UnitPlaces(const Roster& roster)
    : parent_(roster, "units", "parent"),
      tiers_(codes(roster, "tier")),
      sectors_(codes(roster, "sector")),
      kinds_(codes(roster, "kind")) {
    for (std::size_t unit = 0; unit < tiers_.size(); ++unit) {
        bodies_.push_back(find_body(static_cast<std::int32_t>(unit)));
    }
}

std::vector<std::string> UnitPlaces::codes(const Roster& roster, const char* attribute) {
    std::vector<std::string> found(roster.size("units"));
    const Schema& schema = roster.schema();
    const int table = *schema.find_table("units");
    const auto index = schema.table(table).find(attribute);
    if (!index) return found;
    const Type& type = schema.attribute(table, *index).type;
    const RosterColumn column(roster, "units", attribute);
    for (std::size_t unit = 0; unit < found.size(); ++unit) {
        const auto value = column.value(unit);
        if (!value) continue;
        found[unit] = type.kind == TypeKind::level
                          ? schema.scale(type.domain).codes[static_cast<std::size_t>(*value)].id
                          : std::string(roster.text(static_cast<std::int32_t>(*value)));
    }
    return found;
}

Verdict UnitPlaces::is_of_tier(std::int32_t unit, std::string_view tier) const {
    return unit < 0 ? Verdict::undetermined : is_code(tiers_[static_cast<std::size_t>(unit)], tier);
}

Verdict UnitPlaces::is_of_sector(std::int32_t unit, std::string_view sector) const {
    return unit < 0 ? Verdict::undetermined : is_code(sectors_[static_cast<std::size_t>(unit)], sector);
}

/// Whether the body of a unit is that of its parent.
Verdict UnitPlaces::goes_up(std::int32_t unit, std::int32_t parent) const {
    const std::string& own = tiers_[static_cast<std::size_t>(unit)];
    const std::string& above = tiers_[static_cast<std::size_t>(parent)];
    const std::string& kind = kinds_[static_cast<std::size_t>(parent)];
    if (own.empty() || above.empty()) return Verdict::undetermined;
    if (own != above) return Verdict::not_met;
    const bool may_be_whole = own == "city";
    return !may_be_whole ? Verdict::met : !(is_code(kind, "municipality") || is_code(kind, "province"));
}

UnitPlaces::Body UnitPlaces::find_body(std::int32_t unit) const {
    Body body{unit, false};
    for (int step = 0; step < highest; ++step) {
        const auto row = static_cast<std::size_t>(body.top);
        if (parent_.is_none(row)) return {body.top, true};
        const std::int32_t parent = row_or_none(parent_, row);
        if (parent < 0) return body;
        const Verdict up = goes_up(body.top, parent);
        if (up == Verdict::undetermined) return body;
        if (up == Verdict::not_met) return {body.top, true};
        body.top = parent;
    }
    return body;
}

Verdict UnitPlaces::is_same_body(std::int32_t a, std::int32_t b) const {
    if (a < 0 || b < 0) return Verdict::undetermined;
    const Body& first = bodies_[static_cast<std::size_t>(a)];
    const Body& second = bodies_[static_cast<std::size_t>(b)];
    if (first.top == second.top) return Verdict::met;
    return first.is_certain && second.is_certain ? Verdict::not_met : Verdict::undetermined;
}

}  // namespace cadre

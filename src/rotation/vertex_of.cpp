#include "rotation/vertex_of.hpp"

#include "roster/roster_column.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

std::vector<std::string> localities(const Roster& roster) {
    const RosterColumn locality(roster, "units", "locality");
    std::vector<std::string> texts(roster.size("units"));
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (const auto text = locality.value(row)) texts[row] = roster.text(static_cast<std::int32_t>(*text));
    }
    return texts;
}

/// The fields of a unit in one text, by name; empty where one of them is not known.
std::string field_set(const Roster& roster, const RosterColumn& fields, const RosterColumn& items, std::size_t unit) {
    if (fields.may_have_more(unit)) return {};
    std::vector<std::string> names;
    const auto [first, last] = fields.members(unit);
    for (std::size_t member = first; member < last; ++member) {
        const auto text = items.value(member);
        if (!text) return {};
        names.emplace_back(roster.text(static_cast<std::int32_t>(*text)));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string joined;
    for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

std::vector<std::string> field_sets(const Roster& roster) {
    const RosterColumn fields(roster, "units", "fields");
    const RosterColumn items(roster, "units.fields", "item");
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < roster.size("units"); ++row) {
        texts.push_back(field_set(roster, fields, items, row));
    }
    return texts;
}

}  // namespace

std::int32_t row_or_none(const RosterColumn& reference, std::size_t row) {
    return static_cast<std::int32_t>(reference.value(row).value_or(-1));
}

VertexOf::VertexOf(const Roster& roster, Grouping by) : by_(by) {
    const RosterColumn unit(roster, "posts", "unit");
    for (std::size_t row = 0; row < roster.size("posts"); ++row) post_units_.push_back(row_or_none(unit, row));
    switch (by) {
        case Grouping::post: number_rows(roster, "posts"); break;
        case Grouping::unit: number_rows(roster, "units"); break;
        case Grouping::tier: number_codes(roster, "tier"); break;
        case Grouping::sector: number_codes(roster, "sector"); break;
        case Grouping::locality: number_texts(localities(roster)); break;
        case Grouping::field: number_texts(field_sets(roster)); break;
    }
}

void VertexOf::number_rows(const Roster& roster, const char* table) {
    const RosterColumn key(roster, table, "id");
    for (std::size_t row = 0; row < roster.size(table); ++row) {
        const auto text = key.value(row);
        keys_.emplace_back(text ? roster.text(static_cast<std::int32_t>(*text)) : "");
        units_.push_back(static_cast<std::int32_t>(row));
    }
}

void VertexOf::number_codes(const Roster& roster, const char* attribute) {
    const Schema& schema = roster.schema();
    const int table = *schema.find_table("units");
    const auto index = schema.table(table).find(attribute);
    if (!index) return units_.assign(roster.size("units"), -1);
    const Type& type = schema.attribute(table, *index).type;
    for (const auto& code : schema.scale(type.domain).codes) keys_.push_back(code.id);
    const RosterColumn codes(roster, "units", attribute);
    for (std::size_t row = 0; row < roster.size("units"); ++row) {
        const auto value = codes.value(row);
        if (!value || type.kind == TypeKind::level) {
            units_.push_back(static_cast<std::int32_t>(value.value_or(-1)));
            continue;
        }
        const auto found = std::find(keys_.begin(), keys_.end(), roster.text(static_cast<std::int32_t>(*value)));
        units_.push_back(found == keys_.end() ? -1 : static_cast<std::int32_t>(found - keys_.begin()));
    }
}

/// A vertex for each distinct text that is not empty.
void VertexOf::number_texts(const std::vector<std::string>& texts) {
    std::map<std::string, std::int32_t> vertices;
    for (const std::string& text : texts) {
        const auto [found, fresh] = vertices.try_emplace(text, static_cast<std::int32_t>(keys_.size()));
        if (text.empty()) found->second = -1;
        if (fresh && !text.empty()) keys_.push_back(text);
        units_.push_back(found->second);
    }
}

std::vector<std::string> vertex_keys(const Roster& roster, Grouping by) {
    return VertexOf(roster, by).take_keys();
}

}  // namespace cadre

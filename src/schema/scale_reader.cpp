#include "schema/schema_reader.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>

#include <map>

namespace cadre {
namespace {

constexpr std::int64_t highest_rank = 1'000'000;
constexpr std::size_t most_levels = 255;  // a roster stores a level in one byte

bool is_reserved(std::string_view id) {
    // A list's `of` may name a scalar type or a scale.
    for (const char* type : {"boolean", "integer", "decimal", "text", "date", "months", "days"}) {
        if (id == type) return true;
    }
    return false;
}

}  // namespace

void SchemaReader::read_scale(const Node& node, bool ordered) {
    FieldReader fields(node, ordered ? "scale" : "nominal", diagnostics_);
    const char* const codes = ordered ? "levels" : "codes";
    fields.allow_only({"id", "label", "doubts", codes});
    Scale scale;
    scale.id = fields.text("id");
    scale.label = fields.localized("label");
    scale.ordered = ordered;
    scale.doubts = fields.texts("doubts");
    for (const Node& code : fields.tables(codes)) read_code(code, scale);
    if (ordered && scale.codes.size() > most_levels) {
        fields.report(fields.place(codes), {texts::too_many_codes, {scale.id, static_cast<std::int64_t>(most_levels)}});
    }
    check_spellings(scale, node);
    if (!accept_id(scale.id, fields, is_reserved(scale.id) || schema_.find_scale(scale.id).has_value())) return;
    schema_.scales_.push_back(std::move(scale));
}

void SchemaReader::read_code(const Node& node, Scale& scale) {
    FieldReader fields(node, scale.ordered ? "levels" : "codes", diagnostics_);
    if (!fields.usable()) return;
    if (scale.ordered) {
        fields.allow_only({"code", "rank", "label", "spellings"});
    } else {
        fields.allow_only({"code", "label", "spellings"});
    }
    Code code;
    code.id = fields.text("code");
    code.label = fields.localized("label");
    code.spellings = fields.texts("spellings");
    if (code.id.empty()) return;
    if (scale.ordered) {
        const auto rank = fields.integer("rank");
        if (!node.find("rank")) fields.report(node.place(), {texts::missing_key, {std::string("rank")}});
        if (rank && (*rank < 0 || *rank > highest_rank)) {
            fields.report(fields.place("rank"), {texts::rank_out_of_range, {code.id, std::int64_t{highest_rank}}});
            return;
        }
        if (rank) code.rank = static_cast<int>(*rank);
        if (rank && !scale.codes.empty() && *rank < scale.codes.back().rank) {
            fields.report(fields.place("rank"), {texts::rank_descends, {code.id}},
                          Message{texts::list_levels_ascending, {}});
        }
    }
    if (scale.find(code.id)) {
        fields.report(fields.place("code"), {texts::duplicate_id, {code.id}});
        return;
    }
    scale.codes.push_back(std::move(code));
}

void SchemaReader::check_spellings(const Scale& scale, const Node& node) {
    FieldReader fields(node, scale.id, diagnostics_);
    std::map<std::string, const Code*> owners;
    for (const Code& code : scale.codes) owners.emplace(normalized_spelling(code.id).value_or(code.id), &code);
    for (const Code& code : scale.codes) {
        for (const std::string& spelling : code.spellings) {
            const auto [owner, added] = owners.emplace(normalized_spelling(spelling).value_or(spelling), &code);
            if (added || owner->second == &code) continue;
            fields.report(fields.place(scale.ordered ? "levels" : "codes"),
                          {texts::spelling_of_two_codes, {spelling, owner->second->id, code.id}},
                          Message{texts::keep_one_spelling, {}});
        }
    }
}

}  // namespace cadre

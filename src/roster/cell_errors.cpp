#include "roster/cell_errors.hpp"

#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <array>

namespace cadre {

namespace {

LocalizedText both(MessageId id) {
    return {std::string(pattern(id, Language::vi)), std::string(pattern(id, Language::en))};
}

std::vector<Argument> arguments(const CellPlace& place) {
    return {std::string(place.table), static_cast<std::int64_t>(place.row), std::string(place.attribute)};
}

Error invalid(Message message, std::optional<Message> hint) {
    Diagnostic diagnostic;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return {ErrorCode::invalid_argument, Diagnostics{std::move(diagnostic)}};
}

MessageId kind_message(const Attribute& attribute) {
    if (attribute.key) return texts::roster_kind_key;
    switch (attribute.type.kind) {
        case TypeKind::boolean: return texts::roster_kind_boolean;
        case TypeKind::integer: return texts::roster_kind_integer;
        case TypeKind::decimal: return texts::roster_kind_decimal;
        case TypeKind::text: return attribute.type.domain < 0 ? texts::roster_kind_text : texts::roster_kind_code;
        case TypeKind::date: return texts::roster_kind_date;
        case TypeKind::months: return texts::roster_kind_months;
        case TypeKind::days: return texts::roster_kind_days;
        case TypeKind::level: return texts::roster_kind_code;
        case TypeKind::reference: return texts::roster_kind_key;
        case TypeKind::record:
        case TypeKind::list: break;
    }
    return texts::roster_kind_list;
}

}  // namespace

LocalizedText expected_kind(const Attribute& attribute) {
    return both(kind_message(attribute));
}

LocalizedText kind_of(const Value& value) {
    static constexpr std::array ids{
        texts::roster_kind_missing, texts::roster_kind_none,        texts::roster_kind_ongoing,
        texts::roster_kind_boolean, texts::roster_kind_integer,     texts::roster_kind_decimal,
        texts::roster_kind_text,    texts::roster_kind_date,        texts::roster_kind_duration,
        texts::roster_kind_list,    texts::roster_kind_partial_date};
    static_assert(ids.size() == std::variant_size_v<Value::variant>);
    return both(ids[value.index()]);
}

Error wrong_kind(const CellPlace& place, const Attribute& attribute, const Value& value) {
    auto list = arguments(place);
    list.emplace_back(expected_kind(attribute));
    list.emplace_back(kind_of(value));
    return invalid({texts::roster_wrong_kind, std::move(list)}, std::nullopt);
}

Error unknown_code(const CellPlace& place, const Scale& scale, std::string_view text) {
    std::vector<std::string> known;
    for (const Code& code : scale.codes) known.push_back(code.id);
    auto hint = suggestion(text, known);
    if (!hint || hint->id != texts::did_you_mean) {
        std::vector<std::string> spelled;
        for (const Code& code : scale.codes) {
            spelled.insert(spelled.end(), code.spellings.begin(), code.spellings.end());
        }
        if (const auto near = closest(text, spelled)) hint = Message{texts::did_you_mean, {*near}};
    }
    auto list = arguments(place);
    list.emplace_back(std::string(text));
    list.emplace_back(scale.id);
    return invalid({texts::roster_unknown_code, std::move(list)}, std::move(hint));
}

Error cell_error(const CellPlace& place, MessageId id) {
    return invalid({id, arguments(place)}, std::nullopt);
}

Error unknown_name(MessageId id, std::string_view name, std::string_view table, const std::vector<std::string>& known) {
    Diagnostic diagnostic;
    diagnostic.message = {id, {std::string(name), std::string(table)}};
    diagnostic.hint = suggestion(name, known);
    return {ErrorCode::not_found, Diagnostics{std::move(diagnostic)}};
}

}  // namespace cadre

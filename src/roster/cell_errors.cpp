#include "roster/cell_errors.hpp"

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
    if (attribute.key) return MessageId::roster_kind_key;
    switch (attribute.type.kind) {
        case TypeKind::boolean: return MessageId::roster_kind_boolean;
        case TypeKind::integer: return MessageId::roster_kind_integer;
        case TypeKind::decimal: return MessageId::roster_kind_decimal;
        case TypeKind::text:
            return attribute.type.domain < 0 ? MessageId::roster_kind_text : MessageId::roster_kind_code;
        case TypeKind::date: return MessageId::roster_kind_date;
        case TypeKind::months: return MessageId::roster_kind_months;
        case TypeKind::days: return MessageId::roster_kind_days;
        case TypeKind::level: return MessageId::roster_kind_code;
        case TypeKind::reference: return MessageId::roster_kind_key;
        case TypeKind::record:
        case TypeKind::list: break;
    }
    return MessageId::roster_kind_list;
}

}  // namespace

LocalizedText expected_kind(const Attribute& attribute) {
    return both(kind_message(attribute));
}

LocalizedText kind_of(const Value& value) {
    static constexpr std::array ids{
        MessageId::roster_kind_missing, MessageId::roster_kind_none,        MessageId::roster_kind_ongoing,
        MessageId::roster_kind_boolean, MessageId::roster_kind_integer,     MessageId::roster_kind_decimal,
        MessageId::roster_kind_text,    MessageId::roster_kind_date,        MessageId::roster_kind_duration,
        MessageId::roster_kind_list,    MessageId::roster_kind_partial_date};
    static_assert(ids.size() == std::variant_size_v<Value::variant>);
    return both(ids[value.index()]);
}

Error wrong_kind(const CellPlace& place, const Attribute& attribute, const Value& value) {
    auto list = arguments(place);
    list.emplace_back(expected_kind(attribute));
    list.emplace_back(kind_of(value));
    return invalid({MessageId::roster_wrong_kind, std::move(list)}, std::nullopt);
}

Error unknown_code(const CellPlace& place, const Scale& scale, std::string_view text) {
    std::vector<std::string> known;
    for (const Code& code : scale.codes) known.push_back(code.id);
    auto hint = suggestion(text, known);
    if (!hint || hint->id != MessageId::did_you_mean) {
        std::vector<std::string> spelled;
        for (const Code& code : scale.codes) {
            spelled.insert(spelled.end(), code.spellings.begin(), code.spellings.end());
        }
        if (const auto near = closest(text, spelled)) hint = Message{MessageId::did_you_mean, {*near}};
    }
    auto list = arguments(place);
    list.emplace_back(std::string(text));
    list.emplace_back(scale.id);
    return invalid({MessageId::roster_unknown_code, std::move(list)}, std::move(hint));
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

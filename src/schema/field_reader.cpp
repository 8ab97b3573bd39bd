#include "schema/field_reader.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre {

LocalizedText words(MessageId id) {
    return {std::string(pattern(id, Language::vi)), std::string(pattern(id, Language::en))};
}

FieldReader::FieldReader(const Node& table, std::string_view name, Diagnostics& diagnostics)
    : node_(table), diagnostics_(diagnostics), usable_(table.is_table()) {
    if (!usable_) report_kind(table, name, texts::kind_table);
}

void FieldReader::allow_only(const std::vector<std::string_view>& keys) {
    const auto* members = node_.get_if<Node::Members>();
    if (!members) return;
    for (const auto& [key, value] : *members) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        const std::vector<std::string> known(keys.begin(), keys.end());
        report(value.place(), {texts::unknown_key, {key}}, suggestion(key, known));
    }
}

std::string FieldReader::text(std::string_view key) {
    if (usable_ && !node_.find(key)) require(key);
    return optional_text(key).value_or("");
}

std::optional<std::string> FieldReader::optional_text(std::string_view key) {
    const Node* found = node_.find(key);
    if (!found) return std::nullopt;
    const auto* value = found->get_if<std::string>();
    if (!value) {
        report_kind(*found, key, texts::kind_text);
        return std::nullopt;
    }
    if (value->empty()) {
        report(found->place(), {texts::empty_value, {std::string(key)}});
        return std::nullopt;
    }
    return *value;
}

bool FieldReader::flag(std::string_view key) {
    const Node* found = node_.find(key);
    if (!found) return false;
    if (const bool* value = found->get_if<bool>()) return *value;
    report_kind(*found, key, texts::kind_boolean);
    return false;
}

std::optional<std::int64_t> FieldReader::integer(std::string_view key) {
    const Node* found = node_.find(key);
    if (!found) return std::nullopt;
    if (const auto* value = found->get_if<std::int64_t>()) return *value;
    report_kind(*found, key, texts::kind_integer);
    return std::nullopt;
}

LocalizedText FieldReader::localized(std::string_view key) {
    if (usable_ && !node_.find(key)) require(key);
    return optional_localized(key).value_or(LocalizedText{});
}

std::optional<LocalizedText> FieldReader::optional_localized(std::string_view key) {
    const Node* found = node_.find(key);
    if (!found) return std::nullopt;
    if (!found->is_table()) {
        report_kind(*found, key, texts::kind_localized);
        return std::nullopt;
    }
    FieldReader both(*found, key, diagnostics_);
    both.allow_only({"vi", "en"});
    LocalizedText text;
    text.vi = both.text("vi");
    text.en = both.text("en");
    return text;
}

std::vector<std::string> FieldReader::texts(std::string_view key) {
    const Node* found = node_.find(key);
    if (!found) return {};
    const auto* array = found->get_if<Node::Array>();
    if (!array) {
        report_kind(*found, key, texts::kind_texts);
        return {};
    }
    std::vector<std::string> values;
    for (const Node& item : *array) {
        if (const auto* value = item.get_if<std::string>()) {
            values.push_back(*value);
        } else {
            report_kind(item, key, texts::kind_texts);
        }
    }
    return values;
}

const Node::Array& FieldReader::tables(std::string_view key) {
    static const Node::Array none;
    const Node* found = node_.find(key);
    if (!found) return none;
    if (const auto* array = found->get_if<Node::Array>()) return *array;
    report_kind(*found, key, texts::kind_tables);
    return none;
}

const Place& FieldReader::place(std::string_view key) const {
    const Node* found = node_.find(key);
    return found ? found->place() : node_.place();
}

void FieldReader::report(const Place& place, Message message, std::optional<Message> hint) {
    diagnostics_.push_back({Severity::error, place, std::move(message), std::move(hint)});
}

void FieldReader::report_kind(const Node& found, std::string_view key, MessageId kind) {
    report(found.place(), {texts::wrong_value_kind, {std::string(key), words(kind)}});
}

void FieldReader::require(std::string_view key) {
    report(node_.place(), {texts::missing_key, {std::string(key)}});
}

}  // namespace cadre

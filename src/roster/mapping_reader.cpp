#include "roster/mapping_reader.hpp"

#include "roster/date_format.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <array>

namespace cadre {

namespace {

constexpr std::array<std::string_view, 4> list_keys{"column", "owner", "open", "blank"};

const std::vector<std::string> encoding_names{"unicode", "tcvn3", "vni"};

bool is_list_key(std::string_view key) {
    return std::find(list_keys.begin(), list_keys.end(), key) != list_keys.end();
}

std::vector<std::string> attribute_names(const Table& table) {
    std::vector<std::string> names;
    for (const Attribute& attribute : table.attributes) names.push_back(attribute.id);
    return names;
}

bool has_codes(const Attribute& attribute) {
    return attribute.type.kind == TypeKind::level ||
           (attribute.type.kind == TypeKind::text && attribute.type.domain >= 0);
}

std::vector<std::string> code_names(const Scale& scale) {
    std::vector<std::string> names;
    for (const Code& code : scale.codes) names.push_back(code.id);
    return names;
}

}  // namespace

Mapping MappingReader::read() {
    const auto* members = document_.get_if<Node::Members>();
    if (members == nullptr) FieldReader(document_, "mapping", diagnostics_);
    read_schema();
    read_snapshot();
    read_encoding();
    std::vector<std::string> known{"vocabulary", "snapshot", "encoding", "attribute"};
    for (const Table& table : mapping_.schema_->tables()) {
        if (table.parent < 0) known.push_back(table.id);
    }
    for (std::size_t at = 0; members != nullptr && at < members->size(); ++at) {
        const auto& [key, section] = (*members)[at];
        const auto name = std::find(known.begin(), known.end(), key);
        if (name == known.end()) {
            diagnostics_.push_back(
                {Severity::error, section.place(), {texts::unknown_table, {key}}, suggestion(key, known)});
        } else if (name - known.begin() >= 4) {
            read_table(*mapping_.schema_->find_table(key), section);
        }
    }
    if (has_errors(diagnostics_)) throw Error(ErrorCode::invalid_document, std::move(diagnostics_));
    return std::move(mapping_);
}

void MappingReader::read_schema() {
    if (const Node* vocabulary = document_.find("vocabulary")) {
        if (const auto* name = vocabulary->get_if<std::string>()) {
            mapping_.schema_ = load_vocabulary(*name);
        } else {
            diagnostics_.push_back({Severity::error,
                                    vocabulary->place(),
                                    {texts::wrong_value_kind, {"vocabulary", words(texts::kind_text)}},
                                    {}});
        }
    }
    if (const Node* added = document_.find("attribute")) {
        mapping_.schema_ = std::make_shared<const Schema>(mapping_.schema_->extended(*added, diagnostics_));
    }
}

void MappingReader::read_snapshot() {
    const Node* snapshot = document_.find("snapshot");
    if (snapshot == nullptr) return;
    if (const auto* date = snapshot->get_if<CivilDate>()) {
        mapping_.snapshot_ = make_day(date->year, date->month, date->day);
    }
    if (!mapping_.snapshot_) {
        diagnostics_.push_back({Severity::error,
                                snapshot->place(),
                                {texts::wrong_value_kind, {"snapshot", words(texts::roster_kind_date)}},
                                Message{texts::write_plain_date, {}}});
    }
}

void MappingReader::read_encoding() {
    const Node* encoding = document_.find("encoding");
    if (encoding == nullptr) return;
    const auto* name = encoding->get_if<std::string>();
    if (name == nullptr) {
        diagnostics_.push_back(
            {Severity::error, encoding->place(), {texts::wrong_value_kind, {"encoding", words(texts::kind_text)}}, {}});
    } else if (const auto found = find_text_encoding(*name)) {
        mapping_.encoding_ = *found;
    } else {
        diagnostics_.push_back({Severity::error,
                                encoding->place(),
                                {texts::roster_unknown_encoding, {*name}},
                                suggestion(*name, encoding_names)});
    }
}

void MappingReader::read_table(int table, const Node& section) {
    const auto* members = section.get_if<Node::Members>();
    if (members == nullptr) {
        FieldReader(section, mapping_.schema_->table(table).id, diagnostics_);
        return;
    }
    for (const auto& [id, attribute] : *members) read_attribute(table, id, attribute);
}

void MappingReader::read_attribute(int table, const std::string& id, const Node& section) {
    const Table& owner = mapping_.schema_->table(table);
    const auto at = owner.find(id);
    if (!at) {
        diagnostics_.push_back({Severity::error,
                                section.place(),
                                {texts::roster_unknown_attribute, {id, owner.id}},
                                suggestion(id, attribute_names(owner))});
        return;
    }
    FieldReader fields(section, id, diagnostics_);
    if (!fields.usable()) return;
    AttributeMapping entry;
    entry.table = table;
    entry.attribute = *at;
    entry.column = id;
    entry.place = section.place();
    const bool is_list = owner.attributes[static_cast<std::size_t>(*at)].type.kind == TypeKind::list;
    if (is_list) {
        read_list(std::move(entry), fields);
    } else {
        read_scalar(std::move(entry), fields);
    }
}

void MappingReader::read_scalar(AttributeMapping entry, FieldReader& fields) {
    const Attribute& attribute = mapping_.schema_->attribute(entry.table, entry.attribute);
    fields.allow_only({"column", "read", "blank", "missing", "unmentioned", "format", "partial", "encoding"});
    read_column(entry, fields);
    entry.missing = fields.texts("missing");
    read_mode(entry, attribute, fields);
    read_unmentioned(entry, attribute, fields);
    read_format(entry, attribute, fields);
    read_partial(entry, attribute, fields);
    read_encoding(entry, fields);
    read_blank(entry, attribute, fields);
    mapping_.entries_.push_back(std::move(entry));
}

void MappingReader::read_list(AttributeMapping entry, FieldReader& fields) {
    const Attribute& attribute = mapping_.schema_->attribute(entry.table, entry.attribute);
    const Table& members = mapping_.schema_->table(attribute.child_table);
    bool own_keys = false;
    for (const auto& [key, value] : *fields.node().get_if<Node::Members>()) {
        if (value.is_table()) {
            read_attribute(attribute.child_table, key, value);
        } else if (is_list_key(key)) {
            own_keys = true;
        } else {
            auto known = attribute_names(members);
            known.insert(known.end(), list_keys.begin(), list_keys.end());
            fields.report(value.place(), {texts::unknown_key, {key}}, suggestion(key, known));
        }
    }
    if (!own_keys) return;
    read_column(entry, fields);
    entry.owner = fields.optional_text("owner").value_or("");
    entry.open = fields.flag("open");
    read_blank(entry, attribute, fields);
    mapping_.entries_.push_back(std::move(entry));
}

void MappingReader::read_column(AttributeMapping& entry, FieldReader& fields) {
    if (auto column = fields.optional_text("column")) entry.column = std::move(*column);
}

void MappingReader::refuse_key(FieldReader& fields, std::string_view key, const Attribute& attribute) {
    fields.report(fields.place(key), {texts::roster_mapping_key_unfit, {std::string(key), attribute.id}}, std::nullopt);
}

void MappingReader::read_mode(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields) {
    const auto mode = fields.optional_text("read");
    if (!mode || *mode == "exact") return;
    if (*mode != "highest_mentioned") {
        fields.report(fields.place("read"), {texts::roster_unknown_read_mode, {*mode}},
                      suggestion(*mode, {"exact", "highest_mentioned"}));
    } else if (attribute.type.kind != TypeKind::level) {
        refuse_key(fields, "read", attribute);
    } else if (scale_of(attribute)->id == "political_theory") {
        // "Cử nhân Chính trị học" is a degree and "Đang học Trung cấp" is not yet a level: a mention decides nothing
        // here.
        fields.report(fields.place("read"), {texts::roster_read_must_be_exact, {attribute.id}});
    }
    entry.read = ReadMode::highest_mentioned;
}

void MappingReader::read_unmentioned(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields) {
    const auto word = fields.optional_text("unmentioned");
    if (!word) return;
    const Scale* scale = scale_of(attribute);
    if (scale == nullptr || entry.read != ReadMode::highest_mentioned) {
        refuse_key(fields, "unmentioned", attribute);
    } else if (const auto code = scale->find(*word)) {
        entry.unmentioned = *code;
    } else {
        fields.report(fields.place("unmentioned"), {texts::roster_mapping_unknown_level, {*word, scale->id}},
                      suggestion(*word, code_names(*scale)));
    }
}

void MappingReader::read_format(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields) {
    auto format = fields.optional_text("format");
    if (!format) return;
    if (attribute.type.kind != TypeKind::date) {
        refuse_key(fields, "format", attribute);
    } else if (!parse_date_format(*format)) {
        fields.report(fields.place("format"), {texts::roster_wrong_date_format, {*format}},
                      Message{texts::roster_date_formats, {}});
    }
    entry.format = std::move(*format);
}

void MappingReader::read_partial(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields) {
    const auto word = fields.optional_text("partial");
    if (!word) return;
    if (attribute.type.kind != TypeKind::date) {
        refuse_key(fields, "partial", attribute);
    } else if (*word == "range") {
        entry.partial = PartialDates::range;
    } else if (*word != "not_understood") {
        fields.report(fields.place("partial"), {texts::roster_unknown_partial, {*word}},
                      suggestion(*word, {"range", "not_understood"}));
    }
}

void MappingReader::read_encoding(AttributeMapping& entry, FieldReader& fields) {
    entry.encoding = mapping_.encoding_;
    const auto name = fields.optional_text("encoding");
    if (!name) return;
    if (const auto found = find_text_encoding(*name)) {
        entry.encoding = *found;
    } else {
        fields.report(fields.place("encoding"), {texts::roster_unknown_encoding, {*name}},
                      suggestion(*name, encoding_names));
    }
}

void MappingReader::read_blank(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields) {
    const Node* blank = fields.node().find("blank");
    if (blank == nullptr) return;
    const auto* truth = blank->get_if<bool>();
    const auto* members = blank->get_if<Node::Array>();
    const auto* word = blank->get_if<std::string>();
    if (truth != nullptr && !*truth && attribute.type.kind == TypeKind::boolean) {
        entry.blank = BlankMeaning::is_false;
    } else if (members != nullptr && members->empty() && attribute.type.kind == TypeKind::list) {
        entry.blank = BlankMeaning::empty_list;
    } else if (word == nullptr || !read_blank_word(entry, attribute, *word)) {
        std::vector<std::string> known{"missing"};
        if (attribute.allows_none) known.emplace_back("none");
        if (attribute.allows_ongoing) known.emplace_back("ongoing");
        if (const Scale* scale = scale_of(attribute)) {
            for (auto& name : code_names(*scale)) known.push_back(std::move(name));
        }
        auto hint = word == nullptr ? std::nullopt : suggestion(*word, known);
        fields.report(blank->place(), {texts::roster_wrong_blank, {attribute.id}}, std::move(hint));
    }
}

bool MappingReader::read_blank_word(AttributeMapping& entry, const Attribute& attribute, const std::string& word) {
    if (word == "missing") return true;
    if (const Scale* scale = scale_of(attribute)) {
        if (const auto code = scale->find(word)) {
            entry.blank = BlankMeaning::level;
            entry.blank_level = *code;
            return true;
        }
    }
    if (word == "none" && attribute.allows_none) {
        entry.blank = BlankMeaning::none;
        return true;
    }
    if (word == "ongoing" && attribute.allows_ongoing) {
        entry.blank = BlankMeaning::ongoing;
        return true;
    }
    return false;
}

const Scale* MappingReader::scale_of(const Attribute& attribute) const {
    return has_codes(attribute) ? &mapping_.schema_->scale(attribute.type.domain) : nullptr;
}

}  // namespace cadre

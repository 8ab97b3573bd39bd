#include "targets/entry_reader.hpp"

#include "criteria/citation_reader.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr int first_year = 1400;
constexpr int last_year = 9999;
constexpr int most_years = 100;

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::vector<std::string> criterion_names(const Pack& pack) {
    std::vector<std::string> names;
    for (const Criterion& criterion : pack.criteria()) names.push_back(criterion.id);
    return names;
}

}  // namespace

EntryHead EntryReader::head(FieldReader& fields) {
    EntryHead head;
    head.id = fields.text("id");
    if (!head.id.empty()) {
        if (!is_name(head.id) || head.id.front() < 'a') {
            fields.report(fields.place("id"), {texts::invalid_id, {head.id}}, Message{texts::write_valid_id, {}});
        } else if (!ids_.insert(head.id).second) {
            fields.report(fields.place("id"), {texts::duplicate_id, {head.id}});
        }
    }
    head.title = fields.optional_localized("title").value_or(LocalizedText{});
    head.citation = criteria::read_citation(fields, pack_.source(), head.id);
    return head;
}

int EntryReader::table(FieldReader& fields) {
    const Schema& schema = *pack_.schema();
    const std::string id = fields.optional_text("on").value_or("cadres");
    const auto table = schema.find_table(id);
    if (!table) {
        std::vector<std::string> names;
        for (const Table& known : schema.tables()) {
            if (known.parent < 0) names.push_back(known.id);
        }
        fields.report(fields.place("on"), {texts::unknown_table, {id}}, suggestion(id, names));
        return -1;
    }
    if (schema.table(*table).parent < 0) return *table;
    fields.report(fields.place("on"), {texts::target_on_child_table, {id}});
    return -1;
}

std::optional<int> EntryReader::year(FieldReader& fields, std::string_view key) {
    if (fields.node().find(key) == nullptr) {
        fields.report(fields.node().place(), {texts::missing_key, {std::string(key)}});
        return std::nullopt;
    }
    return optional_year(fields, key);
}

std::optional<int> EntryReader::optional_year(FieldReader& fields, std::string_view key) {
    const auto year = fields.integer(key);
    if (!year) return std::nullopt;
    if (*year >= first_year && *year <= last_year) return static_cast<int>(*year);
    fields.report(fields.place(key), {texts::years_not_a_year, {*year}}, Message{texts::years_write_a_year, {}});
    return std::nullopt;
}

std::optional<YearSpan> EntryReader::years(FieldReader& fields) {
    const auto every = fields.optional_text("every");
    if (!every) {
        for (const std::string_view key : {"from", "to"}) {
            if (fields.node().find(key) == nullptr || fields.node().find("every") != nullptr) continue;
            fields.report(fields.place(key), {texts::years_without_every, {std::string(key)}});
        }
        return std::nullopt;
    }
    if (*every != "year") {
        fields.report(fields.place("every"), {texts::years_unknown_period, {*every}}, suggestion(*every, {"year"}));
    }
    const auto from = year(fields, "from");
    const auto to = year(fields, "to");
    if (!from || !to) return std::nullopt;
    if (*from > *to) {
        fields.report(fields.place("to"), {texts::years_out_of_order, {std::int64_t{*from}, std::int64_t{*to}}});
    } else if (*to - *from >= most_years) {
        fields.report(fields.place("to"), {texts::years_too_many, {std::int64_t{most_years}}});
    }
    return YearSpan{*from, *to};
}

std::optional<int> EntryReader::attribute(FieldReader& fields, std::string_view key, int index) {
    const auto id = fields.optional_text(key);
    if (!id) return std::nullopt;
    const auto found = table(index).find(*id);
    if (found) return found;
    std::vector<std::string> names;
    for (const Attribute& attribute : table(index).attributes) names.push_back(attribute.id);
    fields.report(fields.place(key), {texts::target_unknown_attribute, {*id, table(index).id}}, suggestion(*id, names));
    return std::nullopt;
}

ExpressionPtr EntryReader::condition(FieldReader& fields, std::string_view key, const std::string& text, int table) {
    ExpressionPtr condition = pack_.parse(text, table, fields.place(key), diagnostics_);
    if (condition && condition->type.kind != TypeKind::boolean) {
        fields.report(fields.place(key), {texts::target_not_a_condition, {std::string(key)}});
        return nullptr;
    }
    return condition;
}

EntryCondition EntryReader::criterion_or_condition(FieldReader& fields, std::string_view key, const std::string& text,
                                                   int index) {
    const Criterion* criterion = pack_.find_criterion(text);
    if (criterion == nullptr) {
        if (!is_name(text) || names_something(table(index), text)) {
            return {condition(fields, key, text, index), nullptr};
        }
        fields.report(fields.place(key), {texts::target_unknown_criterion, {text}},
                      suggestion(text, criterion_names(pack_)));
        return {};
    }
    if (criterion->table != index) {
        const std::string& theirs = table(criterion->table).id;
        fields.report(fields.place(key), {texts::target_other_table, {text, theirs, table(index).id}},
                      Message{texts::target_declare_table, {theirs}});
        return {};
    }
    return {criterion->condition, criterion};
}

bool EntryReader::names_something(const Table& table, std::string_view name) const {
    const auto has_id = [&](const auto& entry) { return entry.id == name; };
    return table.find(name).has_value() || name == "true" || name == "false" ||
           std::any_of(pack_.definitions().begin(), pack_.definitions().end(), has_id) ||
           std::any_of(pack_.parameters().begin(), pack_.parameters().end(),
                       [&](const auto& parameter) { return parameter->id == name; });
}

}  // namespace cadre

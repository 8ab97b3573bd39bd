#include "planning/policy_entry_reader.hpp"

#include <cadre/messages/texts/planning.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre {

bool PolicyEntryReader::has_tables() {
    const std::vector<Node>& policies = pack().sections(form_.section);
    const auto is_known = [&](std::string_view table) { return pack().schema()->find_table(table).has_value(); };
    if (policies.empty() || std::all_of(form_.tables.begin(), form_.tables.end(), is_known)) return true;
    diagnostics().push_back(
        {Severity::error, policies.front().place(), {form_.without_tables, {}}, Message{form_.needs_tables, {}}});
    return false;
}

std::string PolicyEntryReader::rule(FieldReader& fields) {
    const std::string name = fields.text("rule");
    if (name.empty()) return {};
    std::vector<std::string> names;
    for (const PolicyRule& known : form_.rules) {
        names.emplace_back(known.name);
        if (known.name != name) continue;
        std::vector<std::string_view> keys{"id", "title", "cite", "mark", "from", "to", "rule", "overrides"};
        keys.insert(keys.end(), form_.keys.begin(), form_.keys.end());
        keys.insert(keys.end(), known.keys.begin(), known.keys.end());
        fields.allow_only(keys);
        return name;
    }
    fields.report(fields.place("rule"), {form_.unknown_rule, {name}}, suggestion(name, names));
    return {};
}

ExpressionPtr PolicyEntryReader::required_condition(FieldReader& fields, std::string_view key, int table) {
    const std::string text = fields.text(key);
    return text.empty() ? nullptr : criterion_or_condition(fields, key, text, table).condition;
}

Duration PolicyEntryReader::months(FieldReader& fields, std::string_view key, const std::string& text) {
    const auto duration = parse_duration(text);
    if (duration && duration->unit == Duration::Unit::months && duration->count > 0) return *duration;
    report_no_months(fields, key, text);
    return {};
}

void PolicyEntryReader::report_no_months(FieldReader& fields, std::string_view key, const std::string& text) {
    fields.report(fields.place(key), {texts::policy_no_duration, {text}}, Message{texts::policy_duration_example, {}});
}

}  // namespace cadre

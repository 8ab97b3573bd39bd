#include <cadre/targets/indicator.hpp>

#include "targets/entry_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/schema/suggestion.hpp>

namespace cadre {
namespace {

using Measure = Indicator::Measure;

Measure read_measure(FieldReader& fields) {
    const std::string text = fields.text("measure");
    if (text == "count") return Measure::count;
    if (text == "mean") return Measure::mean;
    if (!text.empty() && text != "share") {
        fields.report(fields.place("measure"), {texts::indicator_unknown_measure, {text}},
                      suggestion(text, {"share", "count", "mean"}));
    }
    return Measure::share;
}

ExpressionPtr read_value(EntryReader& entries, FieldReader& fields, int table) {
    const std::string text = fields.text("value");
    if (text.empty()) return nullptr;
    ExpressionPtr value = entries.pack().parse(text, table, fields.place("value"), entries.diagnostics());
    if (value && value->type.kind != TypeKind::integer && value->type.kind != TypeKind::months) {
        fields.report(fields.place("value"), {texts::indicator_value_kind, {}});
    }
    return value;
}

void read_rows(EntryReader& entries, FieldReader& fields, Indicator& indicator) {
    const bool mean = indicator.measure == Measure::mean;
    const std::string_view other = mean ? "meet" : "value";
    if (fields.node().find(other) != nullptr) {
        fields.report(fields.place(other), {texts::indicator_other_measure, {std::string(other)}});
    }
    const std::string among = fields.text("among");
    if (!among.empty()) indicator.among = entries.condition(fields, "among", among, indicator.table);
    if (mean) {
        indicator.value = read_value(entries, fields, indicator.table);
        return;
    }
    const std::string meet = fields.text("meet");
    if (!meet.empty()) {
        indicator.meet = entries.criterion_or_condition(fields, "meet", meet, indicator.table).condition;
    }
}

std::optional<Indicator> read_indicator(EntryReader& entries, const Node& node) {
    FieldReader fields(node, "indicator", entries.diagnostics());
    if (!fields.usable()) return std::nullopt;
    Indicator indicator;
    EntryHead head = entries.head(fields);
    indicator.id = std::move(head.id);
    indicator.title = fields.localized("title");
    indicator.citation = std::move(head.citation);
    indicator.not_collected = fields.optional_localized("not_collected");
    if (indicator.not_collected) {
        fields.allow_only({"id", "title", "cite", "mark", "not_collected", "overrides"});
        return indicator;
    }
    fields.allow_only(
        {"id", "title", "cite", "mark", "measure", "on", "among", "meet", "value", "every", "from", "to", "overrides"});
    indicator.measure = read_measure(fields);
    indicator.table = entries.table(fields);
    if (fields.text("every").empty()) return std::nullopt;
    indicator.years = entries.years(fields).value_or(YearSpan{});
    if (indicator.table >= 0) read_rows(entries, fields, indicator);
    return indicator;
}

}  // namespace

std::vector<Indicator> read_indicators(const Pack& pack, Diagnostics& diagnostics) {
    EntryReader entries(pack, diagnostics);
    return entries.read_all<Indicator>("indicator", [&](const Node& node) { return read_indicator(entries, node); });
}

std::vector<Indicator> read_indicators(const Pack& pack) {
    Diagnostics diagnostics;
    std::vector<Indicator> indicators = read_indicators(pack, diagnostics);
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
    return indicators;
}

}  // namespace cadre

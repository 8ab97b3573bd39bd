#include "targets/target_reader.hpp"

#include "criteria/pack_document.hpp"
#include "targets/threshold_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/schema/suggestion.hpp>

#include <utility>

namespace cadre {
namespace {

bool has_distinct_values(const Type& type) {
    return type.kind != TypeKind::decimal && type.kind != TypeKind::list && type.kind != TypeKind::record;
}

ExpressionPtr both(const ExpressionPtr& a, const ExpressionPtr& b) {
    Expression node;
    node.operation = Operation::conjunction;
    node.type = {TypeKind::boolean};
    node.children = {a, b};
    return std::make_shared<const Expression>(std::move(node));
}

}  // namespace

std::string Target::demand(Language language) const {
    return trend ? cadre::to_text(*trend, language) : threshold.to_text(language);
}

std::vector<Target> TargetReader::read() {
    return entries_.read_all<Target>("target", [this](const Node& node) { return read_target(node); });
}

std::optional<Target> TargetReader::read_target(const Node& node) {
    FieldReader fields(node, "target", entries_.diagnostics());
    if (!fields.usable()) return std::nullopt;
    fields.allow_only({"id", "title", "cite", "mark", "on", "among", "meet", "share", "count", "trend", "distinct",
                       "split", "by", "every", "from", "to", "group", "overrides"});
    Target target;
    read_head(fields, target);
    target.table = entries_.table(fields);
    read_days(fields, target);
    read_demand(fields, target);
    const std::string among = fields.text("among");
    if (target.table < 0) return std::nullopt;
    if (!among.empty()) target.among = entries_.condition(fields, "among", among, target.table);
    read_meet(fields, target);
    read_distinct(fields, target);
    read_split(fields, target);
    return target;
}

void TargetReader::read_head(FieldReader& fields, Target& target) {
    EntryHead head = entries_.head(fields);
    target.id = std::move(head.id);
    target.title = std::move(head.title);
    target.citation = std::move(head.citation);
    target.group = fields.optional_localized("group").value_or(LocalizedText{});
}

void TargetReader::read_days(FieldReader& fields, Target& target) {
    target.by = criteria::read_day(fields, "by");
    target.years = entries_.years(fields);
    if (target.by && target.years) fields.report(fields.place("by"), {texts::years_and_day, {}});
}

void TargetReader::read_demand(FieldReader& fields, Target& target) {
    int demands = 0;
    for (const std::string_view key : {"share", "count", "trend"})
        demands += fields.node().find(key) != nullptr ? 1 : 0;
    if (demands != 1) {
        const auto what = demands > 1 ? texts::target_two_thresholds : texts::target_without_threshold;
        fields.report(fields.place("count"), {what, {}}, Message{texts::target_one_threshold, {}});
    }
    if (const auto text = fields.optional_text("share")) read_share(fields, target, *text);
    if (const auto text = fields.optional_text("count")) read_count(fields, target, *text);
    if (const auto text = fields.optional_text("trend")) read_trend(fields, target, *text);
}

void TargetReader::read_share(FieldReader& fields, Target& target, const std::string& text) {
    if (const auto threshold = read_share_threshold(text)) {
        target.threshold = *threshold;
        check_share(fields, *threshold, text);
    } else {
        fields.report(fields.place("share"), {texts::target_share_syntax, {text}},
                      Message{texts::target_share_example, {}});
    }
}

void TargetReader::read_count(FieldReader& fields, Target& target, const std::string& text) {
    const auto threshold = read_count_threshold(text);
    if (threshold && (threshold->asks_for_more() || threshold->accepts({0, 1}))) {
        target.threshold = *threshold;
    } else if (threshold) {
        fields.report(fields.place("count"), {texts::target_unreachable, {text}});
    } else {
        fields.report(fields.place("count"), {texts::target_count_syntax, {text}},
                      Message{texts::target_count_example, {}});
    }
}

void TargetReader::read_trend(FieldReader& fields, Target& target, const std::string& text) {
    for (const Trend trend : {Trend::not_increasing, Trend::not_decreasing}) {
        if (text == to_text(trend, Language::en)) target.trend = trend;
    }
    if (!target.trend) {
        fields.report(fields.place("trend"), {texts::target_unknown_trend, {text}},
                      suggestion(text, {"not increasing", "not decreasing"}));
    }
    if (fields.node().find("every") == nullptr) {
        fields.report(fields.place("trend"), {texts::target_trend_needs_years, {}});
    }
    // Few rows are asked for, or many; how many is what the year before had.
    const auto comparison =
        target.trend == Trend::not_decreasing ? Threshold::Comparison::at_least : Threshold::Comparison::at_most;
    target.threshold = {Threshold::Measure::count, comparison, Share{0, 1}};
}

void TargetReader::check_share(FieldReader& fields, const Threshold& threshold, const std::string& text) {
    if (threshold.value > Share{1, 1}) {
        fields.report(fields.place("share"), {texts::target_over_100, {text}},
                      Message{texts::target_share_example, {}});
    } else if (!threshold.accepts(threshold.asks_for_more() ? Share{1, 1} : Share{0, 1})) {
        fields.report(fields.place("share"), {texts::target_unreachable, {text}});
    }
}

void TargetReader::read_distinct(FieldReader& fields, Target& target) {
    target.distinct = entries_.attribute(fields, "distinct", target.table);
    if (!target.distinct) return;
    if (fields.node().find("count") == nullptr) {
        fields.report(fields.place("distinct"), {texts::target_distinct_needs_count, {}});
    }
    const Attribute& attribute = entries_.pack().schema()->attribute(target.table, *target.distinct);
    if (!has_distinct_values(attribute.type)) {
        fields.report(fields.place("distinct"), {texts::target_distinct_kind, {attribute.id}});
    }
}

void TargetReader::read_split(FieldReader& fields, Target& target) {
    target.split = entries_.attribute(fields, "split", target.table);
    if (!target.split) return;
    const Attribute& attribute = entries_.pack().schema()->attribute(target.table, *target.split);
    if (attribute.type.domain < 0 ||
        (attribute.type.kind != TypeKind::text && attribute.type.kind != TypeKind::level)) {
        fields.report(fields.place("split"), {texts::target_split_kind, {attribute.id}});
    } else if (target.among) {
        add_parts(fields, target, attribute);
    }
}

void TargetReader::add_parts(FieldReader& fields, Target& target, const Attribute& attribute) {
    for (const Code& code : entries_.pack().schema()->scale(attribute.type.domain).codes) {
        const std::string text = attribute.id + " = \"" + code.id + '"';
        const ExpressionPtr has_code = entries_.condition(fields, "split", text, target.table);
        if (has_code) target.parts.push_back({code.id, code.label, both(target.among, has_code)});
    }
}

void TargetReader::read_meet(FieldReader& fields, Target& target) {
    const std::string meet = fields.text("meet");
    if (meet.empty()) return;
    const EntryCondition found = entries_.criterion_or_condition(fields, "meet", meet, target.table);
    target.meet = found.condition;
    if (found.criterion != nullptr) target.criterion = found.criterion->id;
    if (target.title == LocalizedText{}) {
        target.title = found.criterion != nullptr ? found.criterion->title : LocalizedText{target.id, target.id};
    }
}

std::vector<Target> read_targets(const Pack& pack, Diagnostics& diagnostics) {
    return TargetReader(pack, diagnostics).read();
}

std::vector<Target> read_targets(const Pack& pack) {
    Diagnostics diagnostics;
    std::vector<Target> targets = read_targets(pack, diagnostics);
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
    return targets;
}

}  // namespace cadre

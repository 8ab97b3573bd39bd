#include "targets/target_reader.hpp"

#include "criteria/citation_reader.hpp"
#include "criteria/pack_document.hpp"
#include "targets/threshold_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre {
namespace {

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

bool names_something(const Pack& pack, const Table& table, std::string_view name) {
    const auto has_id = [&](const auto& entry) { return entry.id == name; };
    return table.find(name).has_value() || name == "true" || name == "false" ||
           std::any_of(pack.definitions().begin(), pack.definitions().end(), has_id) ||
           std::any_of(pack.parameters().begin(), pack.parameters().end(),
                       [&](const auto& parameter) { return parameter->id == name; });
}

}  // namespace

std::vector<Target> TargetReader::read() {
    std::vector<Target> targets;
    for (const Node& node : pack_.sections("target")) {
        const std::size_t before = diagnostics_.size();
        auto target = read_target(node);
        const Diagnostics found(diagnostics_.begin() + static_cast<std::ptrdiff_t>(before), diagnostics_.end());
        if (target && !has_errors(found)) targets.push_back(*std::move(target));
    }
    return targets;
}

std::optional<Target> TargetReader::read_target(const Node& node) {
    FieldReader fields(node, "target", diagnostics_);
    if (!fields.usable()) return std::nullopt;
    fields.allow_only({"id", "title", "cite", "mark", "on", "among", "meet", "share", "count", "by", "group"});
    Target target;
    read_head(fields, target);
    read_table(fields, target);
    target.by = criteria::read_day(fields, "by");
    read_threshold(fields, target);
    const std::string among = fields.text("among");
    if (target.table < 0) return std::nullopt;
    if (!among.empty()) target.among = read_condition(fields, "among", among, target.table);
    read_meet(fields, target);
    return target;
}

void TargetReader::read_head(FieldReader& fields, Target& target) {
    target.id = fields.text("id");
    if (!target.id.empty()) {
        if (!is_name(target.id) || target.id.front() < 'a') {
            fields.report(fields.place("id"), {MessageId::invalid_id, {target.id}},
                          Message{MessageId::write_valid_id, {}});
        } else if (!ids_.insert(target.id).second) {
            fields.report(fields.place("id"), {MessageId::duplicate_id, {target.id}});
        }
    }
    target.title = fields.optional_localized("title").value_or(LocalizedText{});
    target.citation = criteria::read_citation(fields, pack_.source(), target.id);
    target.group = fields.optional_text("group").value_or("");
}

void TargetReader::read_table(FieldReader& fields, Target& target) {
    const Schema& schema = *pack_.schema();
    const std::string id = fields.optional_text("on").value_or("cadres");
    const auto table = schema.find_table(id);
    target.table = table.value_or(-1);
    if (!table) {
        std::vector<std::string> names;
        for (const Table& known : schema.tables()) {
            if (known.parent < 0) names.push_back(known.id);
        }
        fields.report(fields.place("on"), {MessageId::unknown_table, {id}}, suggestion(id, names));
    } else if (schema.table(*table).parent >= 0) {
        target.table = -1;
        fields.report(fields.place("on"), {MessageId::target_on_child_table, {id}});
    }
}

void TargetReader::read_threshold(FieldReader& fields, Target& target) {
    const bool has_share = fields.node().find("share") != nullptr;
    const bool has_count = fields.node().find("count") != nullptr;
    if (has_share == has_count) {
        const auto what = has_share ? MessageId::target_two_thresholds : MessageId::target_without_threshold;
        fields.report(fields.place("count"), {what, {}}, Message{MessageId::target_one_threshold, {}});
    }
    if (const auto text = fields.optional_text("share")) {
        if (const auto threshold = read_share_threshold(*text)) {
            target.threshold = *threshold;
            check_share(fields, *threshold, *text);
        } else {
            fields.report(fields.place("share"), {MessageId::target_share_syntax, {*text}},
                          Message{MessageId::target_share_example, {}});
        }
    }
    if (const auto text = fields.optional_text("count")) {
        const auto threshold = read_count_threshold(*text);
        if (threshold && (threshold->asks_for_more() || threshold->accepts({0, 1}))) {
            target.threshold = *threshold;
        } else if (threshold) {
            fields.report(fields.place("count"), {MessageId::target_unreachable, {*text}});
        } else {
            fields.report(fields.place("count"), {MessageId::target_count_syntax, {*text}},
                          Message{MessageId::target_count_example, {}});
        }
    }
}

void TargetReader::check_share(FieldReader& fields, const Threshold& threshold, const std::string& text) {
    if (threshold.value > Share{1, 1}) {
        fields.report(fields.place("share"), {MessageId::target_over_100, {text}},
                      Message{MessageId::target_share_example, {}});
    } else if (!threshold.accepts(threshold.asks_for_more() ? Share{1, 1} : Share{0, 1})) {
        fields.report(fields.place("share"), {MessageId::target_unreachable, {text}});
    }
}

void TargetReader::read_meet(FieldReader& fields, Target& target) {
    const std::string meet = fields.text("meet");
    if (meet.empty() || take_criterion(fields, meet, target)) return;
    if (is_name(meet) && !names_something(pack_, pack_.schema()->table(target.table), meet)) {
        fields.report(fields.place("meet"), {MessageId::target_unknown_criterion, {meet}},
                      suggestion(meet, criterion_names(pack_)));
        return;
    }
    target.meet = read_condition(fields, "meet", meet, target.table);
    if (target.title == LocalizedText{}) target.title = {target.id, target.id};
}

bool TargetReader::take_criterion(FieldReader& fields, const std::string& id, Target& target) {
    const Criterion* criterion = pack_.find_criterion(id);
    if (criterion == nullptr) return false;
    if (criterion->table != target.table) {
        const Schema& schema = *pack_.schema();
        const std::string& theirs = schema.table(criterion->table).id;
        fields.report(fields.place("meet"),
                      {MessageId::target_other_table, {id, theirs, schema.table(target.table).id}},
                      Message{MessageId::target_declare_table, {theirs}});
        return true;
    }
    target.criterion = id;
    target.meet = criterion->condition;
    if (target.title == LocalizedText{}) target.title = criterion->title;
    return true;
}

ExpressionPtr TargetReader::read_condition(FieldReader& fields, std::string_view key, const std::string& text,
                                           int table) {
    ExpressionPtr condition = pack_.parse(text, table, fields.place(key), diagnostics_);
    if (condition && condition->type.kind != TypeKind::boolean) {
        fields.report(fields.place(key), {MessageId::target_not_a_condition, {std::string(key)}});
        return nullptr;
    }
    return condition;
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

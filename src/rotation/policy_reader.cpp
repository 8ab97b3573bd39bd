#include "rotation/policy_reader.hpp"

#include "criteria/pack_document.hpp"
#include "criteria/sensitive_reads.hpp"

#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/rotation/directions.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace cadre {
namespace {

constexpr std::int64_t most_terms = 20;

struct RuleKeys {
    std::string_view rule;
    std::vector<std::string_view> keys;
};

const std::vector<RuleKeys>& rules() {
    static const std::vector<RuleKeys> all{
        {"overstay", {"spells", "longest"}},
        {"least_stay", {"spells", "least"}},
        {"cooling_off", {"after", "into", "pause"}},
        {"no_return", {"spells", "within"}},
        {"terms", {"spells", "most", "same", "counts_from"}},
        {"condition", {"meet"}},
        {"return", {"spells"}},
        {"move", {"into", "meet"}},
        {"direction", {"directions"}},
    };
    return all;
}

std::vector<std::string> rule_names() {
    std::vector<std::string> names;
    for (const RuleKeys& known : rules()) names.emplace_back(known.rule);
    return names;
}

void allow_keys_of(FieldReader& fields, const std::vector<std::string_view>& own) {
    std::vector<std::string_view> keys{"id",     "title",           "cite", "mark",     "from", "to", "cadres",
                                       "exempt", "reads_sensitive", "rule", "overrides"};
    keys.insert(keys.end(), own.begin(), own.end());
    fields.allow_only(keys);
}

}  // namespace

RotationPolicyReader::RotationPolicyReader(const Pack& pack, Diagnostics& diagnostics)
    : entries_(pack, diagnostics),
      cadres_(pack.schema()->find_table("cadres").value_or(-1)),
      spells_(pack.schema()->find_table("cadres.appointments").value_or(-1)),
      posts_(pack.schema()->find_table("posts").value_or(-1)) {}

std::vector<RotationPolicy> RotationPolicyReader::read() {
    const std::vector<Node>& nodes = entries_.pack().sections("rotation_policy");
    if (!nodes.empty() && (cadres_ < 0 || spells_ < 0 || posts_ < 0)) {
        entries_.diagnostics().push_back({Severity::error,
                                          nodes.front().place(),
                                          {texts::rotation_policy_without_tables, {}},
                                          Message{texts::rotation_policy_needs_tables, {}}});
        return {};
    }
    return entries_.read_all<RotationPolicy>("rotation_policy", [this](const Node& node) { return read_policy(node); });
}

std::optional<RotationPolicy> RotationPolicyReader::read_policy(const Node& node) {
    FieldReader fields(node, "rotation_policy", entries_.diagnostics());
    if (!fields.usable()) return std::nullopt;
    read_.clear();
    RotationPolicy policy;
    EntryHead head = entries_.head(fields);
    policy.id = std::move(head.id);
    policy.title = fields.localized("title");
    policy.citation = std::move(head.citation);
    policy.in_force = criteria::read_interval(fields);
    policy.cadres = optional_condition(fields, "cadres", cadres_);
    policy.exempt = optional_condition(fields, "exempt", cadres_);
    auto rule = read_rule(fields);
    if (!rule) return std::nullopt;
    policy.rule = *std::move(rule);
    check_sensitive(fields, policy.id);
    return policy;
}

std::optional<RotationPolicy::Rule> RotationPolicyReader::read_rule(FieldReader& fields) {
    const std::string rule = fields.text("rule");
    const auto known = std::find_if(rules().begin(), rules().end(), [&](const RuleKeys& k) { return k.rule == rule; });
    if (known == rules().end()) {
        if (!rule.empty()) {
            fields.report(fields.place("rule"), {texts::rotation_policy_unknown_rule, {rule}},
                          suggestion(rule, rule_names()));
        }
        return std::nullopt;
    }
    allow_keys_of(fields, known->keys);
    return read_rule(fields, rule);
}

RotationPolicy::Rule RotationPolicyReader::read_rule(FieldReader& fields, std::string_view rule) {
    if (rule == "overstay") return OverstayRule{spells(fields), period(fields, "longest")};
    if (rule == "least_stay") return LeastStayRule{spells(fields), period(fields, "least")};
    if (rule == "cooling_off") {
        return CoolingOffRule{condition(fields, "after", spells_), condition(fields, "into", spells_),
                              months(fields, "pause")};
    }
    if (rule == "no_return") return NoReturnRule{spells(fields), optional_months(fields, "within")};
    if (rule == "terms") return read_terms(fields);
    if (rule == "condition") return ConditionRule{condition(fields, "meet", cadres_)};
    if (rule == "return") return ReturnRule{spells(fields)};
    if (rule == "move") return MoveRule{optional_condition(fields, "into", posts_), condition(fields, "meet", cadres_)};
    return read_direction(fields);
}

TermsRule RotationPolicyReader::read_terms(FieldReader& fields) {
    TermsRule rule;
    rule.spells = spells(fields);
    if (fields.node().find("most") == nullptr) {
        fields.report(fields.node().place(), {texts::missing_key, {std::string("most")}});
    } else if (const auto most = fields.integer("most")) {
        if (*most < 1 || *most > most_terms) {
            fields.report(fields.place("most"), {texts::rotation_policy_most, {most_terms}});
        } else {
            rule.most = static_cast<int>(*most);
        }
    }
    if (const auto same = fields.optional_text("same"); same && *same != "post") {
        rule.same = TermsRule::Same::title;
        if (*same != "title") {
            fields.report(fields.place("same"), {texts::policy_unknown_choice, {*same, std::string("same")}},
                          Message{texts::policy_choices, {std::string("post"), std::string("title")}});
        }
    }
    rule.counts_from = optional_months(fields, "counts_from");
    return rule;
}

DirectionRule RotationPolicyReader::read_direction(FieldReader& fields) {
    DirectionRule rule{fields.texts("directions")};
    const std::set<std::string> distinct(rule.directions.begin(), rule.directions.end());
    if (distinct.empty() || distinct.size() != rule.directions.size()) {
        fields.report(fields.place("directions"), {texts::rotation_policy_directions, {}});
    }
    for (const std::string& direction : rule.directions) check_direction(fields, direction);
    return rule;
}

void RotationPolicyReader::check_direction(FieldReader& fields, const std::string& direction) {
    const std::vector<std::string> known = direction_ids();
    if (std::find(known.begin(), known.end(), direction) != known.end()) return;
    std::string names;
    for (const std::string& id : known) names += (names.empty() ? "" : ", ") + id;
    fields.report(fields.place("directions"), {texts::rotation_policy_unknown_direction, {direction}},
                  Message{texts::rotation_policy_known_directions, {names}});
}

ExpressionPtr RotationPolicyReader::condition(FieldReader& fields, std::string_view key, int table) {
    const std::string text = fields.text(key);
    if (text.empty()) return nullptr;
    ExpressionPtr found = entries_.criterion_or_condition(fields, key, text, table).condition;
    if (found) read_.push_back(found);
    return found;
}

ExpressionPtr RotationPolicyReader::optional_condition(FieldReader& fields, std::string_view key, int table) {
    return fields.node().find(key) == nullptr ? nullptr : condition(fields, key, table);
}

ExpressionPtr RotationPolicyReader::period(FieldReader& fields, std::string_view key) {
    const std::string text = fields.text(key);
    if (text.empty()) return nullptr;
    const auto fixed = parse_duration(text);
    if (fixed && (fixed->unit != Duration::Unit::months || fixed->count <= 0)) {
        report_no_months(fields, key, text);
        return nullptr;
    }
    const std::string expression = fixed ? "@\"" + to_iso(*fixed) + '"' : text;
    ExpressionPtr found = entries_.pack().parse(expression, spells_, fields.place(key), entries_.diagnostics());
    if (found && found->type.kind != TypeKind::months) {
        report_no_months(fields, key, text);
        return nullptr;
    }
    if (found) read_.push_back(found);
    return found;
}

Duration RotationPolicyReader::months(FieldReader& fields, std::string_view key) {
    const std::string text = fields.text(key);
    if (text.empty()) return {};
    const auto duration = parse_duration(text);
    if (duration && duration->unit == Duration::Unit::months && duration->count > 0) return *duration;
    report_no_months(fields, key, text);
    return {};
}

std::optional<Duration> RotationPolicyReader::optional_months(FieldReader& fields, std::string_view key) {
    if (fields.node().find(key) == nullptr) return std::nullopt;
    return months(fields, key);
}

void RotationPolicyReader::report_no_months(FieldReader& fields, std::string_view key, const std::string& text) {
    fields.report(fields.place(key), {texts::policy_no_duration, {text}}, Message{texts::policy_duration_example, {}});
}

void RotationPolicyReader::check_sensitive(FieldReader& fields, const std::string& id) {
    criteria::SensitiveReads(*entries_.pack().schema())
        .check({id, fields.place("id"), fields.texts("reads_sensitive")}, read_, entries_.diagnostics());
}

}  // namespace cadre

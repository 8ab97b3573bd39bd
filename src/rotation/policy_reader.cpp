#include "rotation/policy_reader.hpp"

#include "criteria/sensitive_reads.hpp"
#include "rotation/appointment_kinds.hpp"
#include "rotation/unknown_direction.hpp"

#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <set>
#include <utility>

namespace cadre {
namespace {

constexpr std::int64_t most_terms = 20;

const PolicyForm& form() {
    static const PolicyForm written{
        "rotation_policy",
        {"cadres", "cadres.appointments", "posts"},
        {"cadres", "exempt", "reads_sensitive"},
        {
            {"overstay", {"spells", "longest"}},
            {"least_stay", {"spells", "least"}},
            {"cooling_off", {"after", "into", "pause"}},
            {"no_return", {"spells", "within"}},
            {"terms", {"spells", "most", "same", "counts_from"}},
            {"condition", {"meet"}},
            {"return", {"spells"}},
            {"move", {"into", "meet", "kinds"}},
            {"direction", {"directions", "kinds"}},
        },
        texts::rotation_policy_without_tables,
        texts::rotation_policy_needs_tables,
        texts::rotation_policy_unknown_rule,
    };
    return written;
}

bool is_list_of_distinct(const std::vector<std::string>& codes) {
    const std::set<std::string> distinct(codes.begin(), codes.end());
    return !distinct.empty() && distinct.size() == codes.size();
}

}  // namespace

RotationPolicyReader::RotationPolicyReader(const Pack& pack, Diagnostics& diagnostics)
    : entries_(pack, form(), diagnostics),
      cadres_(pack.schema()->find_table("cadres").value_or(-1)),
      spells_(pack.schema()->find_table("cadres.appointments").value_or(-1)),
      posts_(pack.schema()->find_table("posts").value_or(-1)) {}

std::vector<RotationPolicy> RotationPolicyReader::read() {
    return entries_.read_policies<RotationPolicy>([this](FieldReader& fields, RotationPolicy& policy) {
        read_.clear();
        policy.cadres = optional_condition(fields, "cadres", cadres_);
        policy.exempt = optional_condition(fields, "exempt", cadres_);
        const std::string rule = entries_.rule(fields);
        if (rule.empty()) return false;
        policy.rule = read_rule(fields, rule);
        check_sensitive(fields, policy.id);
        return true;
    });
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
    if (rule == "move") return read_move(fields);
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

MoveRule RotationPolicyReader::read_move(FieldReader& fields) {
    return {optional_condition(fields, "into", posts_), condition(fields, "meet", cadres_), read_kinds(fields)};
}

DirectionRule RotationPolicyReader::read_direction(FieldReader& fields) {
    DirectionRule rule{fields.texts("directions"), read_kinds(fields)};
    if (!is_list_of_distinct(rule.directions)) {
        fields.report(fields.place("directions"), {texts::rotation_policy_directions, {}});
    }
    for (const std::string& direction : rule.directions) check_direction(fields, direction);
    return rule;
}

void RotationPolicyReader::check_direction(FieldReader& fields, const std::string& direction) {
    const auto finding = unknown_direction(direction);
    if (finding) fields.report(fields.place("directions"), finding->message, finding->hint);
}

std::vector<std::string> RotationPolicyReader::read_kinds(FieldReader& fields) {
    if (fields.node().find("kinds") == nullptr) return {};
    std::vector<std::string> kinds = fields.texts("kinds");
    const Place& place = fields.place("kinds");
    if (!is_list_of_distinct(kinds)) fields.report(place, {texts::rotation_policy_kinds, {}});
    const AppointmentKinds known(*entries_.pack().schema());
    for (const std::string& kind : kinds) {
        if (const auto finding = known.unknown(kind)) fields.report(place, finding->message, finding->hint);
    }
    return kinds;
}

ExpressionPtr RotationPolicyReader::condition(FieldReader& fields, std::string_view key, int table) {
    ExpressionPtr found = entries_.required_condition(fields, key, table);
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
        entries_.report_no_months(fields, key, text);
        return nullptr;
    }
    const std::string expression = fixed ? "@\"" + to_iso(*fixed) + '"' : text;
    ExpressionPtr found = entries_.pack().parse(expression, spells_, fields.place(key), entries_.diagnostics());
    if (found && found->type.kind != TypeKind::months) {
        entries_.report_no_months(fields, key, text);
        return nullptr;
    }
    if (found) read_.push_back(found);
    return found;
}

Duration RotationPolicyReader::months(FieldReader& fields, std::string_view key) {
    const std::string text = fields.text(key);
    return text.empty() ? Duration{} : entries_.months(fields, key, text);
}

std::optional<Duration> RotationPolicyReader::optional_months(FieldReader& fields, std::string_view key) {
    if (fields.node().find(key) == nullptr) return std::nullopt;
    return months(fields, key);
}

void RotationPolicyReader::check_sensitive(FieldReader& fields, const std::string& id) {
    criteria::SensitiveReads(*entries_.pack().schema())
        .check({id, fields.place("id"), fields.texts("reads_sensitive")}, read_, entries_.diagnostics());
}

}  // namespace cadre

#include <cadre/planning/suitability.hpp>

#include "criteria/lint.hpp"
#include "criteria/sensitive_reads.hpp"
#include "targets/entry_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <utility>

namespace cadre {
namespace {

class SuitabilityReader {
public:
    SuitabilityReader(const Pack& pack, Diagnostics& diagnostics)
        : entries_(pack, diagnostics),
          cadres_(pack.schema()->find_table("cadres").value_or(-1)),
          pools_(pack.schema()->find_table("pools").value_or(-1)) {}

    std::vector<SuitabilityComponent> read() {
        const std::vector<Node>& nodes = entries_.pack().sections("suitability");
        if (!nodes.empty() && (cadres_ < 0 || pools_ < 0)) {
            entries_.diagnostics().push_back({Severity::error,
                                              nodes.front().place(),
                                              {texts::policy_without_tables, {}},
                                              Message{texts::policy_needs_tables, {}}});
            return {};
        }
        return entries_.read_all<SuitabilityComponent>("suitability",
                                                       [this](const Node& node) { return read_component(node); });
    }

private:
    std::optional<SuitabilityComponent> read_component(const Node& node) {
        FieldReader fields(node, "suitability", entries_.diagnostics());
        if (!fields.usable()) return std::nullopt;
        fields.allow_only(
            {"id", "title", "cite", "mark", "value", "most", "weight", "pools", "reads_sensitive", "overrides"});
        SuitabilityComponent component;
        EntryHead head = entries_.head(fields);
        component.id = std::move(head.id);
        component.title = fields.localized("title");
        component.citation = std::move(head.citation);
        if (const auto pools = fields.optional_text("pools")) {
            component.pools = entries_.condition(fields, "pools", *pools, pools_);
        }
        read_value(fields, component);
        criteria::SensitiveReads(*entries_.pack().schema())
            .check({component.id, fields.place("id"), fields.texts("reads_sensitive")},
                   {component.value, component.pools}, entries_.diagnostics());
        component.weight = number(fields, "weight", most_suitability_weight);
        return component;
    }

    void read_value(FieldReader& fields, SuitabilityComponent& component) {
        const std::string text = fields.text("value");
        if (text.empty()) return;
        component.value = entries_.pack().parse(text, cadres_, fields.place("value"), entries_.diagnostics());
        if (!component.value) return;
        const TypeKind kind = component.value->type.kind;
        if (kind != TypeKind::boolean && kind != TypeKind::integer) {
            fields.report(fields.place("value"), {texts::suitability_value, {}});
        } else if (kind == TypeKind::boolean && fields.node().find("most") != nullptr) {
            fields.report(fields.place("most"), {texts::suitability_most_of_condition, {}});
        } else if (kind == TypeKind::integer) {
            component.most = number(fields, "most", most_suitability_value);
        }
        const auto trait =
            criteria::trait_without_clause(component.citation, *component.value, *entries_.pack().schema());
        if (!trait.empty()) {
            fields.report(fields.place("value"), {texts::trait_without_clause, {std::string(trait)}},
                          Message{texts::hint_trait_without_clause, {}});
        }
    }

    std::int64_t number(FieldReader& fields, std::string_view key, std::int64_t most) {
        if (fields.node().find(key) == nullptr) {
            fields.report(fields.node().place(), {texts::missing_key, {std::string(key)}});
            return 1;
        }
        const auto value = fields.integer(key);
        if (value && *value >= 1 && *value <= most) return *value;
        if (value) fields.report(fields.place(key), {texts::suitability_number, {std::string(key), most}});
        return 1;
    }

    EntryReader entries_;
    int cadres_;
    int pools_;
};

}  // namespace

std::vector<SuitabilityComponent> read_suitability(const Pack& pack, Diagnostics& diagnostics) {
    return SuitabilityReader(pack, diagnostics).read();
}

std::vector<SuitabilityComponent> read_suitability(const Pack& pack) {
    Diagnostics diagnostics;
    std::vector<SuitabilityComponent> components = read_suitability(pack, diagnostics);
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
    return components;
}

}  // namespace cadre

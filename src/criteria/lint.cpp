#include "criteria/lint.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace cadre::criteria {
namespace {

constexpr std::array<std::string_view, 3> traits{"sex", "ethnicity", "birth_date"};

/// The first trait of a person that the expression reads, also through definitions; empty when there is none.
std::string_view trait_read(const Expression& e, const Schema& schema, std::set<const Expression*>& visited) {
    if (!visited.insert(&e).second) return {};
    if (e.operation == Operation::attribute && schema.table(e.children[0]->type.domain).id == "cadres") {
        const std::string& id = schema.attribute(e.children[0]->type.domain, e.attribute).id;
        const auto trait = std::find(traits.begin(), traits.end(), id);
        if (trait != traits.end()) return *trait;
    }
    for (const ExpressionPtr& child : e.children) {
        if (const auto trait = trait_read(*child, schema, visited); !trait.empty()) return trait;
    }
    return {};
}

void lint_trait(const Citation& citation, const Expression& body, const Schema& schema, Findings& findings) {
    const std::string_view trait = trait_without_clause(citation, body, schema);
    if (trait.empty()) return;
    findings.warn(0, {texts::trait_without_clause, {std::string(trait)}},
                  Message{texts::hint_trait_without_clause, {}});
}

}  // namespace

std::string_view trait_without_clause(const Citation& citation, const Expression& body, const Schema& schema) {
    // A rule known from a summary has a document, but no clause that somebody has read.
    if (!citation.clause.empty() || citation.mark == VerificationMark::summary) return {};
    std::set<const Expression*> visited;
    return trait_read(body, schema, visited);
}

void lint_entry(const PackEntry& entry, const EntryVersion& version, const Expression& body, const Schema& schema,
                Findings& findings) {
    lint_ranges(body, schema, findings);
    lint_lists(body, schema, findings);
    lint_month_arithmetic(body, schema, findings);
    if (entry.is_criterion) {
        lint_trait(version.citation, body, schema, findings);
    } else {
        lint_thresholds(body, schema, findings);
    }
}

void lint_parameter(const Parameter& parameter, const Schema& schema, const Place& place, Diagnostics& diagnostics) {
    for (std::size_t i = 1; i < parameter.versions.size(); ++i) {
        const ParameterVersion& before = parameter.versions[i - 1];
        const ParameterVersion& after = parameter.versions[i];
        if (!(before.citation == after.citation) || to_text(*before.value, schema) != to_text(*after.value, schema))
            continue;
        diagnostics.push_back({Severity::warning,
                               place,
                               {texts::parameter_versions_equal, {parameter.id}},
                               Message{texts::hint_parameter_versions_equal, {}}});
    }
}

}  // namespace cadre::criteria

#pragma once

#include "criteria/pack_document.hpp"
#include "targets/entry_reader.hpp"

#include <cadre/vocabulary/duration.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre {

/// A kind of rule, and the keys of a policy with such a rule beside those of every policy.
struct PolicyRule {
    std::string_view name;
    std::vector<std::string_view> keys;
};

/// How the policies of a section are written.
struct PolicyForm {
    std::string_view section;
    std::vector<std::string_view> tables;  ///< which the vocabulary has to have
    std::vector<std::string_view> keys;    ///< of every policy, beside those of its head, its interval and its rule
    std::vector<PolicyRule> rules;
    MessageId without_tables, needs_tables, unknown_rule;
};

/// Reads what the policies of a section have in common.
class PolicyEntryReader : public EntryReader {
public:
    /// Keeps a reference to the form.
    PolicyEntryReader(const Pack& pack, const PolicyForm& form, Diagnostics& diagnostics)
        : EntryReader(pack, diagnostics), form_(form) {}

    /// Reads every policy, its own parts with `read_parts`, which tells whether there is a rule; those with an error
    /// are left out.
    template <class Policy, class ReadParts>
    std::vector<Policy> read_policies(ReadParts read_parts) {
        if (!has_tables()) return {};
        return read_all<Policy>(form_.section, [&](const Node& node) -> std::optional<Policy> {
            FieldReader fields(node, form_.section, diagnostics());
            if (!fields.usable()) return std::nullopt;
            Policy policy;
            EntryHead read = head(fields);
            policy.id = std::move(read.id);
            policy.title = fields.localized("title");
            policy.citation = std::move(read.citation);
            policy.in_force = criteria::read_interval(fields);
            return read_parts(fields, policy) ? std::optional(std::move(policy)) : std::nullopt;
        });
    }

    /// The kind of rule, all keys of the policy being allowed; empty after a report.
    std::string rule(FieldReader& fields);
    /// A criterion or condition on a table's rows that has to be there; null after a report.
    ExpressionPtr required_condition(FieldReader& fields, std::string_view key, int table);
    /// A number of months above 0; 0 months after a report.
    Duration months(FieldReader& fields, std::string_view key, const std::string& text);
    void report_no_months(FieldReader& fields, std::string_view key, const std::string& text);

private:
    bool has_tables();

    const PolicyForm& form_;
};

}  // namespace cadre

#pragma once

#include "planning/policy_entry_reader.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Reads `[[rotation_policy]]`.
class RotationPolicyReader {
public:
    RotationPolicyReader(const Pack& pack, Diagnostics& diagnostics);

    std::vector<RotationPolicy> read();

private:
    RotationPolicy::Rule read_rule(FieldReader& fields, std::string_view rule);
    TermsRule read_terms(FieldReader& fields);
    MoveRule read_move(FieldReader& fields);
    DirectionRule read_direction(FieldReader& fields);
    /// The codes of kinds of appointment; empty where the policy names none.
    std::vector<std::string> read_kinds(FieldReader& fields);
    void check_direction(FieldReader& fields, const std::string& direction);

    /// A criterion or condition on a table's rows that has to be there.
    ExpressionPtr condition(FieldReader& fields, std::string_view key, int table);
    ExpressionPtr optional_condition(FieldReader& fields, std::string_view key, int table);
    ExpressionPtr spells(FieldReader& fields) { return condition(fields, "spells", spells_); }
    ExpressionPtr period(FieldReader& fields, std::string_view key);
    Duration months(FieldReader& fields, std::string_view key);
    std::optional<Duration> optional_months(FieldReader& fields, std::string_view key);
    /// Reports sensitive attributes that the expressions of the policy read undeclared, or declared and not read.
    void check_sensitive(FieldReader& fields, const std::string& id);

    PolicyEntryReader entries_;
    std::vector<ExpressionPtr> read_;  ///< the expressions of the policy that is being read
    int cadres_;
    int spells_;
    int posts_;
};

}  // namespace cadre

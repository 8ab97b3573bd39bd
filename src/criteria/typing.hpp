#pragma once

#include "criteria/findings.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cadre::criteria {

inline bool is_number(const Type& type) {
    return type.kind == TypeKind::integer || type.kind == TypeKind::decimal;
}
inline bool is_duration(const Type& type) {
    return type.kind == TypeKind::months || type.kind == TypeKind::days;
}
/// A value that lists may hold: neither a list nor a record.
inline bool is_scalar(const Type& type) {
    return type.kind != TypeKind::list && type.kind != TypeKind::record;
}
/// A list that another may hold: lists nest two levels deep.
inline bool is_list_of_scalars(const Type& type) {
    return type.kind == TypeKind::list && is_scalar(*type.element);
}
/// Whether rows of a table stand behind the value.
inline bool is_row(const Type& type) {
    return type.kind == TypeKind::record || type.kind == TypeKind::reference;
}

/// "a date", "a level of “degree”": the type as diagnostics call it.
LocalizedText describe(const Type& type, const Schema& schema);

ExpressionPtr make_node(Operation operation, Type type, std::vector<ExpressionPtr> children, std::size_t offset);
ExpressionPtr make_literal(Type type, Constant constant, std::size_t offset);

/// Brings operands to a common type: texts become levels or codes of the scale that they meet, integers
/// become decimals where decimals are.
class Typing {
public:
    Typing(const Schema& schema, Findings& findings) : schema_(schema), findings_(findings) {}

    /// Gives both the same type. False, and reported, when that cannot be.
    bool unify(ExpressionPtr& left, ExpressionPtr& right);

    /// Gives all the same type.
    bool unify_all(std::vector<ExpressionPtr>& values);

    /// `value`, with its literal texts read as codes of the target's scale. Null, and reported, for a
    /// text that is no code of it.
    ExpressionPtr adapt(const ExpressionPtr& value, const Type& target);

    ExpressionPtr to_decimal(const ExpressionPtr& value) const;

    void report_mismatch(const Expression& left, const Expression& right);

private:
    ExpressionPtr adapt_children(const ExpressionPtr& value, const Type& target, std::size_t first);
    ExpressionPtr adapt_parameter(const ExpressionPtr& value, const Type& target);
    ExpressionPtr read_code(const Expression& value, const Type& target);

    const Schema& schema_;
    Findings& findings_;
};

}  // namespace cadre::criteria

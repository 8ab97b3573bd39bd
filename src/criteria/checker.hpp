#pragma once

#include "criteria/findings.hpp"
#include "criteria/function_catalogue.hpp"
#include "criteria/names.hpp"
#include "criteria/syntax.hpp"
#include "criteria/typing.hpp"

#include <cadre/criteria/expression.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// Turns syntax into a typed expression on the rows of one table. Goes on after a mistake to find the
/// others; whatever holds a mistake becomes null.
class Checker {
public:
    Checker(const Schema& schema, const Names& names, int table, Findings& findings)
        : schema_(schema), names_(names), table_(table), findings_(findings), typing_(schema, findings) {}

    ExpressionPtr check(const Syntax& syntax);
    /// Where the type of its members does not matter, the list may be empty: as a whole, or under a quantifier.
    ExpressionPtr check_whole(const Syntax& syntax);

private:
    ExpressionPtr check_leaf(const Syntax& syntax);

    /// What a list operation binds; filters bind `item`, quantifiers a variable.
    struct Binding {
        int slot;
        std::string variable;  ///< empty: a filter's item
        Type type;
        bool used = false;  ///< whether the text under it reads it
    };

    // check_names.cpp
    ExpressionPtr name(const Syntax& syntax);
    ExpressionPtr item(const Syntax& syntax);
    ExpressionPtr pack_name(const std::string& name, const NamedEntry& entry, std::size_t offset);
    ExpressionPtr path(const Syntax& syntax);
    ExpressionPtr member(const ExpressionPtr& value, const Syntax& syntax);
    ExpressionPtr attribute_of(const ExpressionPtr& row, const Syntax& syntax);
    ExpressionPtr property(const ExpressionPtr& date, const Syntax& syntax);
    ExpressionPtr variable_node(Binding& binding, std::size_t offset);
    ExpressionPtr judged_row(std::size_t offset) const;
    const Attribute* find_attribute(const Type& row, std::string_view name) const;
    std::optional<Message> unambiguous_form(const std::string& name) const;
    void report_unknown_name(const Syntax& syntax);
    std::vector<std::string> known_names() const;
    std::vector<std::string> attribute_names(int table) const;

    // check_values.cpp
    ExpressionPtr number(const Syntax& syntax, bool negative);
    ExpressionPtr at_text(const Syntax& syntax);
    ExpressionPtr date_literal(const std::string& text, std::size_t offset);
    ExpressionPtr duration_literal(const std::string& text, std::size_t offset);
    ExpressionPtr list(const Syntax& syntax);

    // check_operators.cpp
    ExpressionPtr negate(const Syntax& syntax);
    ExpressionPtr arithmetic(const Syntax& syntax);
    ExpressionPtr sum_or_difference(bool add, ExpressionPtr left, ExpressionPtr right, std::size_t offset);
    ExpressionPtr product(ExpressionPtr left, ExpressionPtr right, std::size_t offset);
    ExpressionPtr quotient(ExpressionPtr left, ExpressionPtr right, std::size_t offset);
    static bool may_scale(const Type& duration, const Type& number);
    ExpressionPtr refuse_arithmetic(std::string_view symbol, const Expression& left, const Expression& right);
    ExpressionPtr logical(Operation operation, const Syntax& syntax);
    ExpressionPtr conditional(const Syntax& syntax);
    bool require_boolean(const Expression& value);

    // check_comparisons.cpp
    ExpressionPtr comparison(const Syntax& syntax);
    ExpressionPtr compare_none(Operation operation, const Syntax& value, const Syntax& none, std::size_t offset);
    ExpressionPtr compare(Operation operation, ExpressionPtr left, ExpressionPtr right, std::size_t offset);
    ExpressionPtr compare_empty_list(Operation operation, const Syntax& list, std::size_t offset);
    ExpressionPtr between(const Syntax& syntax);
    ExpressionPtr range_test(const ExpressionPtr& value, const Syntax& range);
    ExpressionPtr in(const Syntax& syntax);
    bool add_tests(ExpressionPtr& value, const Syntax& test, std::vector<ExpressionPtr>& tests);
    bool add_test(Operation operation, ExpressionPtr& value, const Syntax& operand, std::vector<ExpressionPtr>& tests);
    ExpressionPtr contains_element(ExpressionPtr list, ExpressionPtr element, std::size_t offset);
    bool require_order(const Expression& value);
    bool require_equality(const Expression& value);

    // check_lists.cpp
    ExpressionPtr bracket(const Syntax& syntax);
    ExpressionPtr index(const ExpressionPtr& list, const ExpressionPtr& position, const Syntax& syntax);
    ExpressionPtr quantified(Operation operation, const Syntax& syntax);
    bool accept_variable(const Syntax& syntax);
    bool require_list(const Expression& value);

    // check_ranges.cpp
    struct Extent;
    using Relation = ExpressionPtr (Checker::*)(const Extent&, const Extent&);
    struct RangeFunction;
    static const RangeFunction* find_range_function(std::string_view name);
    ExpressionPtr range_call(const Syntax& syntax);
    std::optional<Extent> extent(const Syntax& syntax);
    bool unify_ends(Extent& a, Extent& b);
    ExpressionPtr ordered(const ExpressionPtr& low, const ExpressionPtr& high, bool may_be_equal) const;
    ExpressionPtr both(ExpressionPtr a, ExpressionPtr b) const;
    ExpressionPtr ends_equal(const ExpressionPtr& a, const ExpressionPtr& b, bool possible) const;
    ExpressionPtr before(const Extent& a, const Extent& b);
    ExpressionPtr meets(const Extent& a, const Extent& b);
    ExpressionPtr overlaps(const Extent& a, const Extent& b);
    ExpressionPtr overlaps_before(const Extent& a, const Extent& b);
    ExpressionPtr finishes(const Extent& a, const Extent& b);
    ExpressionPtr starts(const Extent& a, const Extent& b);
    ExpressionPtr includes(const Extent& a, const Extent& b);
    ExpressionPtr coincides(const Extent& a, const Extent& b);

    // check_list_functions.cpp
    ExpressionPtr aggregate(const CatalogueEntry& entry, const Syntax& syntax);
    ExpressionPtr aggregate_of_conditions(const CatalogueEntry& entry, const Syntax& syntax);
    ExpressionPtr aggregate_of(const CatalogueEntry& entry, const ExpressionPtr& list, std::size_t offset);
    ExpressionPtr list_call(const CatalogueEntry& entry, const Syntax& syntax);
    bool accept_in_list_call(Accepts accepts, const Expression& value);
    bool unify_elements(const CatalogueEntry& entry, std::vector<ExpressionPtr>& values);
    bool fit_element(ExpressionPtr& list, ExpressionPtr& element);
    ExpressionPtr element_call(const Syntax& syntax);

    // check_calls.cpp
    ExpressionPtr call(const Syntax& syntax);
    ExpressionPtr dispatch_call(const CatalogueEntry& entry, const Syntax& syntax);
    ExpressionPtr date_call(const Syntax& syntax);
    ExpressionPtr duration_call(const Syntax& syntax);
    bool refuse_constant_day(const std::vector<ExpressionPtr>& parts, std::size_t offset);
    ExpressionPtr plain_call(const CatalogueEntry& entry, const Syntax& syntax);
    bool accept(Accepts accepts, ExpressionPtr& value, const std::string& function);
    void unify_numbers(const CatalogueEntry& entry, std::vector<ExpressionPtr>& values) const;
    bool require_writable(const Expression& value);
    bool require_texts(const Expression& value);
    ExpressionPtr same_call(const Syntax& syntax);
    ExpressionPtr function_node(Function function, Type type, std::vector<ExpressionPtr> arguments,
                                std::size_t offset) const;
    std::optional<std::vector<ExpressionPtr>> arguments(const Syntax& syntax);
    ExpressionPtr law_at(const Syntax& syntax);
    ExpressionPtr known_call(const CatalogueEntry& entry, const Syntax& syntax);
    bool require_kind(const Expression& value, TypeKind kind);
    bool refuse_unavailable(const CatalogueEntry& entry, const Syntax& syntax);

    const Schema& schema_;
    const Names& names_;
    int table_;
    Findings& findings_;
    Typing typing_;
    std::vector<Binding> bindings_;
    int next_slot_ = 1;
};

}  // namespace cadre::criteria

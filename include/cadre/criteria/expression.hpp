#pragma once

#include <cadre/export.hpp>
#include <cadre/schema/schema.hpp>
#include <cadre/schema/type.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/interval.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace cadre {

/// What an expression node does with its children.
enum class Operation : std::uint8_t {
    // leaves
    literal,    ///< `constant`, of the node's type
    none,       ///< the fact that there is no such thing; only an operand of equal and not_equal
    as_of,      ///< the day on which facts are judged
    variable,   ///< the row bound to `slot`: 0 the judged row, above it members of lists
    parameter,  ///< the value of `parameter` that is law on law_as_of or, `at`, on the day that child 0 gives
    // names
    attribute,   ///< `attribute` of the row or rows that child 0 (record or reference) denotes
    definition,  ///< child 0, computed once a row, called `name`
    criterion,   ///< `body_on` the day of the law, undetermined outside `in_force`, called `name`
    // arithmetic on numbers, dates, durations; operands of equal number kind
    to_decimal,
    negate,
    add,
    subtract,
    multiply,
    divide,  ///< numbers: always decimal
    // comparisons, operands of one type
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    // logic
    conjunction,  ///< n-ary `and`
    disjunction,  ///< n-ary `or`
    negation,
    between,      ///< children x, low, high
    in,           ///< child 0 is x; the others are boolean tests on x, joined by `or`
    conditional,  ///< children condition, then, else
    // lists; the member under test is bound to `slot`
    some,     ///< children list, condition
    every,    ///< children list, condition
    filter,   ///< children list, condition
    project,  ///< children list, value: `list.field`
    index,    ///< children list, 1-based position (negative: from the end)
    list,     ///< children are the members
    call,     ///< `function` of the children
};

/// The built-in functions; `years and months duration` and the like by their FEEL meaning.
enum class Function : std::uint8_t {
    // numbers
    abs,
    floor,  ///< to an integer, or to a scale; so does ceiling
    ceiling,
    round_up,  ///< number, scale; so do the other roundings
    round_down,
    round_half_up,
    round_half_down,
    decimal,  ///< number, scale; halves to the even digit
    modulo,   ///< dividend, divisor; has the sign of the divisor
    sqrt,
    log,
    exp,
    odd,
    even,
    number,  ///< text; or text, grouping separator, decimal separator
    // texts
    string,  ///< of any scalar
    string_length,
    string_join,  ///< texts, delimiter, prefix, suffix
    substring,    ///< text, start, length
    substring_before,
    substring_after,
    upper_case,
    lower_case,
    contains,     ///< text, part
    starts_with,  ///< text, start
    ends_with,    ///< text, end
    // dates and durations
    date,                       ///< year, month, day
    years_and_months_duration,  ///< from, to
    year,
    month,
    day,
    weekday,      ///< 1 is Monday
    day_of_year,  ///< 1 is 1 January
    week_of_year,
    day_of_week,  ///< its English name
    month_of_year,
    years,  ///< of a months duration: whole years; `months` is what they leave
    months,
    days,
    // lists
    count,  ///< of one list; so are sum, min, max (several arguments are made a list)
    sum,
    min,
    max,
    mean,
    median,
    mode,  ///< the values that are most frequent, ascending
    stddev,
    product,
    all,  ///< of one list of booleans
    any,
    list_contains,  ///< list, element
    append,         ///< list, elements
    concatenate,    ///< lists
    set_union,      ///< lists; `union`
    flatten,        ///< list of lists
    sublist,        ///< list, 1-based position (negative: from the end), perhaps a length
    remove,         ///< list, position
    insert_before,  ///< list, position, element
    list_replace,   ///< list, position, element
    index_of,       ///< list, element
    reverse,
    distinct_values,
    duplicate_values,
    // missing data
    known,        ///< whether the attribute (a path from a row) is given
    get_or_else,  ///< path, value
};

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

/// A constant: dates as day numbers, durations as counts, levels as the position of their code.
using Constant = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// One version of a dated parameter.
struct ParameterVersion {
    DateInterval in_force;
    ExpressionPtr value;  ///< a literal, or a list of literals
    Citation citation;
};

/// A value that the law sets and changes; versions by ascending interval, without gaps or overlaps.
struct Parameter {
    std::string id;
    Type type;
    std::vector<ParameterVersion> versions;

    /// The version in force on the day, or null.
    CADRE_EXPORT const ParameterVersion* on(DayNumber day) const;
};

/// A checked, typed expression: a node of an immutable graph whose shared parts are shared nodes.
///
/// Variables: every list operation binds a `slot` of its own, larger than those of the operations
/// around it. `in` shares its child 0 with the tests that read it.
struct Expression {
    Operation operation = Operation::literal;
    Type type;
    std::vector<ExpressionPtr> children;
    Constant constant;
    Function function = Function::count;
    int slot = -1;
    int attribute = -1;  ///< index in the table `children[0]->type.domain`
    std::shared_ptr<const Parameter> parameter;
    std::string name;                    ///< of a parameter, definition, criterion, or list variable
    DateInterval in_force;               ///< of a criterion, all its versions taken together
    std::vector<DateInterval> versions;  ///< of a criterion that changed: when child i is the law; else empty
    std::size_t offset = 0;              ///< of the node's first byte in its text
};

/// What a definition or criterion says by the law of a day inside its `in_force`.
CADRE_EXPORT const ExpressionPtr& body_on(const Expression& named, DayNumber law_as_of);

/// The expression in the criterion language, canonically spaced; parses back to an equal expression.
CADRE_EXPORT std::string to_text(const Expression& expression, const Schema& schema);

}  // namespace cadre

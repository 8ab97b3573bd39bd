#pragma once

#include <cadre/criteria/expression.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// How the checker treats the arguments of a built-in function.
enum class Signature : std::uint8_t {
    plain,          ///< each as its parameter says; the checker needs no code of its own
    aggregate,      ///< one list, or several values
    date,           ///< a literal text, or a date
    duration,       ///< a literal text
    list_element,   ///< list, element
    list,           ///< lists, positions and elements as its parameters say; the last one may be repeated
    known,          ///< path, perhaps a value
    same,           ///< two values of one type
    ranges,         ///< two points or ranges; becomes comparisons of their ends
    law,            ///< a parameter by name, date
    unavailable,    ///< a FEEL function that the language does not have
    needs_clock,    ///< likewise; `as_of` serves instead
    needs_time,     ///< likewise, about times of day
    needs_pattern,  ///< likewise, about regular expressions
    needs_order,    ///< likewise, with a function that tells an order
};

/// What an argument of a plain function may be.
enum class Accepts : std::uint8_t {
    nothing,  ///< there is no such parameter
    number,   ///< the numbers of one call are brought to one kind
    decimal,  ///< any number, which is made a decimal
    integer,
    text,
    date,
    measure,  ///< a number or a duration
    scalar,   ///< anything that can be written: no level, reference or list
    texts,    ///< a list of texts
    list,
    element,  ///< of the first list
};

/// The type of a plain function's value.
enum class Gives : std::uint8_t {
    first_argument,
    boolean,
    integer,
    decimal,
    text,
    date,
    months,
    element,    ///< of the list
    positions,  ///< a list of integers
    flat,       ///< a list of what the lists within the list hold
};

struct FormalArgument {
    std::string_view name;  ///< in `f(name: value)`
    Accepts accepts = Accepts::nothing;
};

struct CatalogueEntry {
    static constexpr std::size_t any = static_cast<std::size_t>(-1);

    std::string_view name;
    Signature signature = Signature::plain;
    Function function = Function::count;
    std::size_t least_arguments = 0;
    std::size_t most_arguments = 0;
    std::array<FormalArgument, 4> parameters{};
    Gives gives = Gives::first_argument;

    bool takes(std::size_t arguments) const { return arguments >= least_arguments && arguments <= most_arguments; }
};

/// The entries of this name (case-sensitive), which differ in the number of their arguments; none: there
/// is no such function.
std::span<const CatalogueEntry> find_function(std::string_view name);

/// The length of the longest name with spaces that starts `text` and stands before a parenthesis, 0 if
/// there is none; words may be separated by any white space. `name` gets the canonical name.
std::size_t match_spaced_name(std::string_view text, std::string& name);

/// Names of the functions that can be called, each once.
std::vector<std::string> available_functions();

/// Whether the function takes one list, or several values that are made one.
bool is_aggregate(Function function);

/// The part of a date or duration, such as `.year`, that this name stands for on a value of the kind, or
/// nothing.
const Function* find_property(TypeKind owner, std::string_view name);

/// Names of the parts that a value of the kind has.
std::vector<std::string> properties_of(TypeKind owner);

/// Whether the function is written as a part: `date.year`.
bool is_property(Function function);

/// The type of a function's value, by that of its first argument.
Type result_type(Gives gives, const Type& first);

/// The name under which the language knows a built-in.
std::string_view function_name(Function function);

}  // namespace cadre::criteria

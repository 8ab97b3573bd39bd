#pragma once

#include <cadre/criteria/expression.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// How the checker treats the arguments of a built-in function.
enum class Signature : std::uint8_t {
    aggregate,  ///< one list, or several values
    two_dates,
    date,      ///< a literal text, or year, month, day
    duration,  ///< a literal text
    two_texts,
    list_element,  ///< list, element
    magnitude,     ///< one number or duration
    unavailable,   ///< a FEEL function that the language does not have
    needs_clock,   ///< likewise; `as_of` serves instead
    needs_time,    ///< likewise, about times of day
};

struct CatalogueEntry {
    std::string_view name;
    Signature signature;
    Function function = Function::count;
    std::size_t least_arguments = 0;
    std::size_t most_arguments = 0;
};

/// The entry of this name (case-sensitive), or null.
const CatalogueEntry* find_function(std::string_view name);

/// The length of the longest name with spaces that starts `text` and stands before a parenthesis, 0 if
/// there is none; words may be separated by any white space. `name` gets the canonical name.
std::size_t match_spaced_name(std::string_view text, std::string& name);

/// Names of the functions that can be called.
std::vector<std::string> available_functions();

/// Whether the function takes one list, or several values that are made one.
bool is_aggregate(Function function);

/// The name under which the language knows a built-in.
std::string_view function_name(Function function);

}  // namespace cadre::criteria

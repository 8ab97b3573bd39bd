#pragma once

#include "evaluation/functions/known_value.hpp"

#include <cadre/criteria/expression.hpp>

#include <optional>

namespace cadre {

/// The value of a function whose arguments are all known; nothing where it has none (FEEL's null).
using StrictFunction = std::optional<KnownValue> (*)(KnownArguments);

/// The built-in, or null for one that has a rule of its own for arguments that are not known.
StrictFunction strict_function(Function function);

// The families that `strict_function` chooses from; null for a function of another family.
StrictFunction number_function(Function function);
StrictFunction text_function(Function function);
StrictFunction date_function(Function function);

}  // namespace cadre

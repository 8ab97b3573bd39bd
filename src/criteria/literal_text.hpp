#pragma once

#include <cadre/criteria/expression.hpp>

#include <string>

namespace cadre::criteria {

/// A literal as the language writes it: `"ward"`, `@"P3Y"`, `2.5`.
std::string literal_text(const Expression& literal, const Schema& schema);

/// Whether the literal starts with a minus sign, which binds like an operator.
bool is_negative(const Expression& literal);

}  // namespace cadre::criteria

#pragma once

#include <cadre/criteria/expression.hpp>
#include <cadre/schema/schema.hpp>

#include <optional>
#include <vector>

namespace cadre::criteria {

/// A comparison of some value with a constant: `value operation constant`.
struct ThresholdTest {
    const Expression* value = nullptr;
    Operation operation = Operation::equal;  ///< of `value` with `constant`, whichever stood first
    const Expression* constant = nullptr;    ///< a literal or a parameter
};

/// The tests that a comparison, or `between`, makes against constants.
std::vector<ThresholdTest> threshold_tests(const Expression& condition);

/// Whether it orders values, rather than asking whether they are equal.
bool is_order(Operation operation);

/// A literal as a number that keeps the order of its type (levels by rank); nothing for texts and truth values.
std::optional<double> order_of(const Expression& literal, const Schema& schema);

}  // namespace cadre::criteria

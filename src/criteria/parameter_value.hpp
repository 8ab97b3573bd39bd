#pragma once

#include "criteria/text_origin.hpp"

#include <cadre/criteria/expression.hpp>
#include <cadre/schema/document.hpp>

#include <memory>

namespace cadre::criteria {

/// A parameter's value as a literal or a list of literals; null, and reported, when it is none.
ExpressionPtr read_parameter_value(const Node& value, const std::shared_ptr<const DocumentText>& document,
                                   const Schema& schema, Diagnostics& diagnostics);

/// The value with its integers as decimals.
ExpressionPtr as_decimals(const ExpressionPtr& value);

}  // namespace cadre::criteria

#pragma once

#include "criteria/findings.hpp"
#include "criteria/measure.hpp"
#include "criteria/names.hpp"
#include "criteria/syntax.hpp"

#include <cadre/criteria/expression.hpp>

namespace cadre::criteria {

/// What an expression may speak of.
struct Setting {
    const Schema& schema;
    const Names& names;
    int table;
    NamedDepths& depths;
};

/// Parses and checks one expression. Null, and the findings reported, when it is wrong.
ExpressionPtr read_expression(const Setting& setting, Findings& findings);

/// Checks syntax that was parsed before from the findings' text.
ExpressionPtr check_syntax(const Syntax& syntax, const Setting& setting, Findings& findings);

}  // namespace cadre::criteria

#pragma once

#include <cadre/criteria/expression.hpp>
#include <cadre/schema/schema.hpp>

#include <vector>

namespace cadre {

/// The attributes that an expression reads of the rows bound outside it, lists aside, each once, in
/// the order of reading: `unit.kind` is one, not two.
std::vector<const Expression*> read_values(const Expression& e);

/// The values that an expression reads of the row bound to `slot`: its attributes, or the row itself
/// where it is a member of a list of scalars.
std::vector<const Expression*> read_values(const Expression& e, int slot);

/// The first use of a parameter in the expression whose day is the same for all members of lists, or null.
const Expression* read_parameter(const Expression& e);

/// Whether missing data decides in the expression: it reaches `known` or `get or else`.
bool asks_known(const Expression& e);

/// Whether the expression reads an attribute that the schema marks sensitive.
bool reads_sensitive(const Expression& e, const Schema& schema);

}  // namespace cadre

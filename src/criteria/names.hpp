#pragma once

#include <cadre/criteria/expression.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// A parameter, definition or criterion of a pack; without parameter and node it is known by name only,
/// because its own text is wrong (and was reported).
struct NamedEntry {
    enum class Kind { parameter, definition, criterion };

    Kind kind = Kind::definition;
    int table = -1;  ///< -1: seen from every table
    std::shared_ptr<const Parameter> parameter;
    ExpressionPtr node;

    bool seen_from(int judged) const { return table < 0 || table == judged; }
};

/// The names that a pack and those it uses give; ids are unique over all tables.
using Names = std::map<std::string, NamedEntry, std::less<>>;

}  // namespace cadre::criteria

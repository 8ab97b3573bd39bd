#pragma once

#include <cadre/criteria/expression.hpp>

#include <map>
#include <set>

namespace cadre::columnar {

/// The slots of the row variables that expressions read and do not bind themselves, remembered by node
/// so that shared parts are looked at once.
class FreeSlots {
public:
    const std::set<int>& of(const Expression& expression);
    /// Whether the expression reads no row: it has one value for a decision.
    bool is_constant(const Expression& expression) { return of(expression).empty(); }

private:
    std::set<int> collect(const Expression& expression);

    std::map<const Expression*, std::set<int>> known_;
};

}  // namespace cadre::columnar

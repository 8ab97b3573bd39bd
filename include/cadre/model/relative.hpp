#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A post that a relative holds, [from, to). Sensitive.
struct Relative {
    Fact<std::string> unit;  ///< key of a unit
    Fact<std::string> title;
    Fact<Date> from;
    Fact<Date> to;
};

}  // namespace cadre

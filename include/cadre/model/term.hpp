#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A term of an elected body, [from, to): a row of the table `terms`.
struct Term {
    Fact<std::string> unit;  ///< key of a unit
    Fact<Date> from;
    Fact<Date> to;
};

}  // namespace cadre

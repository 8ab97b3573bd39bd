#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A course attended, [from, to).
struct Training {
    Fact<std::string> course;
    Fact<std::string> kind;
    Fact<Date> from;
    Fact<Date> to;
    Fact<std::string> theory_level;
};

}  // namespace cadre

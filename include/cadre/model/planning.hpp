#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A post that a cadre is planned for, [from, to).
struct Planning {
    Fact<std::string> post;  ///< key of a post
    Fact<std::string> title;
    Fact<std::string> tier;
    Fact<Date> term_start;
    Fact<Date> from;
    Fact<Date> to;
};

}  // namespace cadre

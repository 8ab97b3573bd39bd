#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// On which rung a title of one sector and tier stands, [from, to): a row of the table `post_equivalences`.
struct PostEquivalence {
    Fact<std::string> title;
    Fact<std::string> sector;
    Fact<std::string> tier;
    Fact<std::int64_t> rank;
    Fact<Date> from;
    Fact<Date> to;
};

}  // namespace cadre

#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// What people decided on a cadre of a pool in a review: a row of the table `review_decisions`.
struct ReviewDecision {
    Fact<std::string> pool;   ///< key of a pool
    Fact<std::string> cadre;  ///< key of a cadre
    Fact<std::string> policy;
    Fact<std::string> choice;
    Fact<std::string> reason;
    Fact<Date> decided;
};

}  // namespace cadre

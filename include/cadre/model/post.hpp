#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// Seats in a unit: a row of the table `posts`.
struct Post {
    Fact<std::string> id;
    Fact<std::string> title;
    Fact<std::string> unit;  ///< key of a unit
    Fact<std::int64_t> rank;
    Fact<std::int64_t> seats;
    Fact<bool> leading;
    Fact<bool> sensitive;
    Fact<std::string> managed_by;
    Fact<bool> periodic_change;
    Fact<Duration> change_period;
};

}  // namespace cadre

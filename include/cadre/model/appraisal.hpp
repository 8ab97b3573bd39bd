#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A year's appraisal of a cadre.
struct Appraisal {
    Fact<std::int64_t> year;
    Fact<std::string> rating;
    Fact<std::string> kind;
    Fact<std::string> unit;  ///< key of a unit
    Fact<std::string> status;
    Fact<double> score;       ///< points of 100
    Fact<double> tasks_done;  ///< percent, as all that follow
    Fact<double> tasks_exceeded;
    Fact<double> tasks_on_time;
    Fact<double> tasks_late;
    Fact<double> units_completed;
    Fact<double> units_good;
};

}  // namespace cadre

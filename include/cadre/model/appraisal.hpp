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
};

}  // namespace cadre

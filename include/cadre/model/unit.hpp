#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// An office, a locality's administration, an enterprise: a row of the table `units`.
struct Unit {
    Fact<std::string> id;
    Fact<std::string> name;
    Fact<std::string> tier;
    Fact<std::string> kind;
    Fact<std::string> sector;
    Fact<std::string> locality;
    Fact<std::string> parent;  ///< key of a unit
    Fact<Date> from;
    Fact<Date> to;
    Members<std::string> fields;
    Fact<std::string> terrain;
};

}  // namespace cadre

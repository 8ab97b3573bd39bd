#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A diploma or certificate.
struct Qualification {
    Fact<std::string> level;
    Fact<std::string> kind;
    Fact<std::string> field;
    Fact<Date> awarded;
    Fact<std::string> evidence;
};

}  // namespace cadre

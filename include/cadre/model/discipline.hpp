#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A disciplinary measure.
struct Discipline {
    Fact<std::string> authority;
    Fact<std::string> form;
    Fact<Date> decided;
    Fact<Date> until;
};

}  // namespace cadre

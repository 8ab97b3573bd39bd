#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// Training, rotation or placement of a planned cadre, [from, to): a row of the table `development_actions`.
struct DevelopmentAction {
    Fact<std::string> cadre;  ///< key of a cadre
    Fact<std::string> kind;
    Fact<Date> from;
    Fact<Date> to;
};

}  // namespace cadre

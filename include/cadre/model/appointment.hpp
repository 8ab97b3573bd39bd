#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A spell in a post, [from, to).
struct Appointment {
    Fact<std::string> post;  ///< key of a post
    Fact<std::string> unit;  ///< key of a unit
    Fact<std::string> title;
    Fact<Date> from;
    Fact<Date> to;
    Fact<std::string> kind;
    Fact<bool> primary;
    Fact<bool> acting;
    Fact<Date> held_since;  ///< `from`, or the start of the spell that this one continues after a reorganisation
    Fact<std::string> end_reason;
    Fact<bool> extra_post;
    Fact<Date> return_due;  ///< when a rotation or secondment is due to end
};

}  // namespace cadre

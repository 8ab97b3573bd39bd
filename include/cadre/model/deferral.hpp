#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A ground on which a move is put off, [from, to). Sensitive.
struct Deferral {
    Fact<std::string> ground;
    Fact<Date> from;
    Fact<Date> to;
    Fact<bool> waived;
};

}  // namespace cadre

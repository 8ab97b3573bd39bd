#pragma once

#include <cadre/messages/diagnostic.hpp>
#include <cadre/vocabulary/interval.hpp>

#include <string>

namespace cadre::criteria {

/// Orders intervals by their first day, an unbounded one before all others.
bool starts_before(const DateInterval& a, const DateInterval& b);

/// Whether a version begins on the very day on which the one before it ends; an overlap or gap is reported at
/// `place`, a gap by the message `gap` (of the entry's id and the two days).
bool follows(const DateInterval& before, const DateInterval& after, const std::string& id, const Place& place,
             MessageId gap, Diagnostics& diagnostics);

}  // namespace cadre::criteria

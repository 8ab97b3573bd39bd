#pragma once

#include <cadre/roster/roster.hpp>

namespace cadre::fuzz {

/// Ends the process where `holds` is false: how a fuzzer reports what no sanitizer sees.
void check(bool holds);

/// What holds of every roster, whatever it was made of: reads all of it.
void check_roster(const Roster& roster);

}  // namespace cadre::fuzz

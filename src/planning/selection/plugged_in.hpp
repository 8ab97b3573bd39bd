#pragma once

#include <cadre/planning/selection.hpp>

namespace cadre::selection {

/// What is known once a plugged-in solver's answer is joined to what the built-in one found. Its choice is checked; its
/// bound, or that there is no choice, is marked as claimed. Throws `Error` where the answer breaks a constraint or
/// contradicts what is found.
Selection with_answer(const SelectionProblem& problem, Selection found, Selection answer);

}  // namespace cadre::selection

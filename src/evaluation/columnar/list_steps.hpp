#pragma once

#include "evaluation/columnar/step.hpp"

#include <cadre/criteria/expression.hpp>

namespace cadre::columnar {

/// The members of a list attribute that a condition lets through.
struct Members {
    int frame = 0;        ///< the members' frame
    StepId belongs = -1;  ///< boolean step in that frame; -1: all members
};

/// How many members a row's list has.
StepPtr make_count(const Frame& members_frame, const Members& members);
/// Whether some member meets the boolean step `condition` (in the members' frame).
StepPtr make_some(const Frame& members_frame, const Members& members, StepId condition);
/// sum, min or max of the members' `values` (a step in the members' frame).
StepPtr make_member_fold(const Frame& members_frame, const Members& members, TypeKind kind, Function function,
                         StepId values);

/// Gives every member the value that its row has; `kind` says which of the register's values.
StepPtr make_repeat(const Frame& members_frame, int frame, TypeKind kind, StepId values);

}  // namespace cadre::columnar

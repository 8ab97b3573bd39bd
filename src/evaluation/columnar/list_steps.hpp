#pragma once

#include "evaluation/columnar/member_counts.hpp"
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

/// A range of counts; `hi` may be `unbounded_count`, `lo` and any other `hi` are below it.
struct SmallRange {
    int lo = 0;
    int hi = unbounded_count;
};
/// The same for filtered members as small counts, which only `make_small_count_test` reads.
StepPtr make_small_count(const Frame& members_frame, const Members& members);
/// Met where all possible counts lie in the range, not met where none does.
StepPtr make_small_count_test(int frame, StepId counts, SmallRange range);

/// Whether some member meets the boolean step `condition` (in the members' frame).
StepPtr make_some(const Frame& members_frame, const Members& members, StepId condition);
/// sum, min or max of the members' `values` (a step in the members' frame).
StepPtr make_member_fold(const Frame& members_frame, const Members& members, TypeKind kind, Function function,
                         StepId values);
/// The mean of the members' `values`, numbers of this kind.
StepPtr make_member_mean(const Frame& members_frame, const Members& members, TypeKind kind, StepId values);

/// Gives every member the value that its row has; `kind` says which of the register's values.
StepPtr make_repeat(const Frame& members_frame, int frame, TypeKind kind, StepId values);

}  // namespace cadre::columnar

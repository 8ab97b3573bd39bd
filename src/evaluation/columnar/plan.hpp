#pragma once

#include "evaluation/columnar/step.hpp"

#include <cadre/evaluation/evaluate.hpp>

#include <vector>

namespace cadre::columnar {

/// The questions of one program on one table, bound to one roster and two dates: steps in an order in
/// which every step follows those that it reads.
struct Plan {
    int table = 0;
    std::vector<Frame> frames;  ///< frame 0 is the judged table
    std::vector<StepPtr> steps;
    std::vector<StepId> results;  ///< boolean steps of frame 0, by question
};

/// Runs the plan over all rows in batches and fills the columns (one a result).
void run(const Plan& plan, const Program& program, const Roster& roster, const EvaluationOptions& options,
         const std::vector<VerdictColumn*>& columns);

}  // namespace cadre::columnar

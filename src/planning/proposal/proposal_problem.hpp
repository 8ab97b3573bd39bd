#pragma once

#include "planning/proposal/proposal_setting.hpp"

#include <cadre/planning/selection.hpp>

#include <vector>

namespace cadre {

/// What the policies ask of the options. The first options are those given, in their order; more of score 0 stand for
/// "the person is in the plan". The clause of a constraint is the position of its policy, after the last one the
/// present members to be kept.
struct ProposalProblem {
    SelectionProblem selection;
    std::int64_t points_scale = 1;  ///< a point's score: more than all present members, who count 1 each, together
    std::vector<UnjudgedClause> unjudged;
};

ProposalProblem state_problem(const ProposalSetting& setting, const std::vector<ProposalOption>& options);

}  // namespace cadre

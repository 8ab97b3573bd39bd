#pragma once

#include <cadre/reports/rotation_proposal_text.hpp>
#include <cadre/rotation/rotation_problem.hpp>
#include <cadre/rotation/rotation_proposal.hpp>
#include <cadre/rotation/rotation_regret.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <utility>
#include <vector>

namespace cadre::python {

/// A proposal with the problem that it answers, as Python holds it.
class ProposedRotation {
public:
    ProposedRotation(RotationProblem problem, RotationProposal proposal, RotationNames names = {})
        : solved_(std::make_shared<const Solved>(Solved{std::move(problem), std::move(proposal), std::move(names)})) {}

    const RotationProblem& problem() const { return solved_->problem; }
    const RotationProposal& proposal() const { return solved_->proposal; }
    const RotationNames& names() const { return solved_->names; }
    /// Made when it is first asked for.
    RotationRegrets& regrets() {
        if (!regrets_) regrets_ = std::make_shared<RotationRegrets>(problem(), proposal());
        return *regrets_;
    }

private:
    struct Solved {
        RotationProblem problem;
        RotationProposal proposal;
        RotationNames names;
    };
    std::shared_ptr<const Solved> solved_;
    std::shared_ptr<RotationRegrets> regrets_;  ///< refers to what is solved
};

/// One dict a shortage: cadres, posts, seats, short_by and what waivers would free.
pybind11::list rows_of_shortages(const RotationProblem& problem, const RotationNames& names,
                                 const std::vector<RotationShortage>& shortages);

}  // namespace cadre::python

#pragma once

#include "evaluation/open_gaps.hpp"
#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "planning/proposal/proposal_setting.hpp"

#include <cstddef>
#include <vector>

namespace cadre {

/// Which missing cells leave it open whether people may stand in pools.
class OpenQuestions {
public:
    /// Keeps a reference to the setting.
    explicit OpenQuestions(const ProposalSetting& setting);

    /// What leaves open whether a cadre may come into a pool.
    std::vector<MissingField> of_candidate(std::size_t pool, std::size_t person);
    /// The removal policies of which it is open whether a present member falls under them.
    std::vector<UnsettledRemoval> of_member(const PlanMember& member);

private:
    /// What leaves open whether a row puts a present member under a policy on rows.
    void collect_row(std::size_t policy, const PlanMember& row, Gaps& gaps);
    void collect(std::size_t policy, std::size_t pool, std::size_t row, Gaps& gaps);
    std::vector<MissingField> fields(const Gaps& gaps) const;

    const ProposalSetting& setting_;
    int cadres_;
    int pools_;
    DecisionDays days_;
    ExpressionPtr planned_;
    ReferenceEvaluator evaluator_;
};

}  // namespace cadre

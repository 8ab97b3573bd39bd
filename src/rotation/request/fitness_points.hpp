#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>

#include <cstddef>
#include <cstdint>

namespace cadre {

/// How well cadres fit posts. Not thread-safe.
class FitnessPoints {
public:
    /// Pack and roster outlive this object.
    FitnessPoints(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

    /// The least points that missing data leave possible, from 0 to `most`, with the post as the one proposed.
    std::int64_t of(const Expression& value, std::int64_t most, std::size_t cadre, std::size_t post);

private:
    CellIndex proposed_post_;  ///< of the cadre judged
    ReferenceEvaluator evaluator_;
    Hypothesis hypothesis_;
};

}  // namespace cadre

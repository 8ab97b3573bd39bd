#pragma once

#include <cadre/evaluation/evaluate.hpp>

#include <vector>

namespace cadre {

struct Program::Contents {
    std::vector<Question> questions;
    std::shared_ptr<const Schema> schema;
};

/// The two dates of a decision as day numbers.
struct DecisionDays {
    DayNumber as_of;
    DayNumber law_as_of;
};
/// Throws `Error` (invalid_argument) when as_of is not set.
DecisionDays decision_days(const EvaluationOptions& options);

}  // namespace cadre

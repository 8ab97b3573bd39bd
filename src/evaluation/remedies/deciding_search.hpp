#pragma once

#include "evaluation/remedies/field_values.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// Positions of fields, ascending.
using FieldPositions = std::vector<std::size_t>;

/// Finds which of the missing cells of the judged row would settle an undetermined condition.
class DecidingSearch {
public:
    /// All outlive this object.
    DecidingSearch(ReferenceEvaluator& evaluator, const Expression& condition, const std::vector<FieldValues>& fields)
        : evaluator_(evaluator), condition_(condition), fields_(fields) {}

    /// Finds the minimal sets of at most `most` fields that settle the condition for some of their values.
    void find_sets(std::size_t most);
    const std::vector<FieldPositions>& can_meet() const { return can_meet_; }
    const std::vector<FieldPositions>& can_fail() const { return can_fail_; }

    /// The set that is left when, from the last field on, each is taken away whose value does not matter.
    std::optional<FieldPositions> always();

    /// Whether there were too many combinations of values to try.
    bool gave_up() const { return gave_up_; }

private:
    void try_sets(std::size_t first, std::size_t size);
    void try_values(std::size_t at, const Hypothesis& hypothesis, bool& meet, bool& fail);
    bool settles(const FieldPositions& fields);
    bool settles(const FieldPositions& fields, std::size_t at, const Hypothesis& hypothesis);
    std::optional<Verdict> verdict(const Hypothesis& hypothesis);

    ReferenceEvaluator& evaluator_;
    const Expression& condition_;
    const std::vector<FieldValues>& fields_;
    FieldPositions set_;
    std::vector<FieldPositions> can_meet_;
    std::vector<FieldPositions> can_fail_;
    std::size_t tried_ = 0;
    bool gave_up_ = false;
};

}  // namespace cadre

#pragma once

#include "evaluation/remedies/choice.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace cadre {

/// Which option is taken of which choices, by position.
using Selection = std::vector<std::pair<std::size_t, std::size_t>>;

/// Throws `Error` (invalid_argument) unless `changes` is from 1 to `most_changes_searched`.
void check_most_changes(std::size_t changes);

/// Whether `lesser` asks for nothing that `greater` does not.
bool asks_at_most(const std::vector<Choice>& choices, const Selection& lesser, const Selection& greater);

/// Finds the minimal selections under which the judged row meets a condition.
///
/// Sets of choices are tried by size. One whose widest values still leave the condition not met is passed over:
/// narrower values cannot change a known verdict. What asks for more than a selection found before is not tried.
class RemedySearch {
public:
    /// All outlive this object; the row is judged, and nothing is supposed after `find`.
    RemedySearch(ReferenceEvaluator& evaluator, const Expression& condition, const std::vector<Choice>& choices)
        : evaluator_(evaluator), condition_(condition), choices_(choices) {}

    /// The minimal selections of at most `most` choices, smaller ones first.
    std::vector<Selection> find(std::size_t most);
    /// Whether larger sets of choices cannot lead to further selections.
    bool is_complete(std::size_t most);
    /// Whether every value from the selected one on does for the choice at `position` of the selection.
    bool or_more(const Selection& selection, std::size_t position);

private:
    void try_sets(std::size_t first, std::size_t size);
    void try_options(std::size_t at);
    bool may_be_met();
    Verdict verdict(const Hypothesis& hypothesis);
    Hypothesis hypothesis_of(const Selection& selection) const;

    ReferenceEvaluator& evaluator_;
    const Expression& condition_;
    const std::vector<Choice>& choices_;
    std::vector<std::size_t> set_;
    Selection selection_;
    std::vector<Selection> found_;
};

}  // namespace cadre

#include "evaluation/remedies/remedy_search.hpp"

#include "evaluation/remedies/raised_values.hpp"

#include <algorithm>

namespace cadre {

bool asks_at_most(const std::vector<Choice>& choices, const Selection& lesser, const Selection& greater) {
    return std::all_of(lesser.begin(), lesser.end(), [&](const auto& taken) {
        const auto other = std::find_if(greater.begin(), greater.end(),
                                        [&](const auto& candidate) { return candidate.first == taken.first; });
        return other != greater.end() && choices[taken.first].at_most[taken.second][other->second];
    });
}

std::vector<Selection> RemedySearch::find(std::size_t most) {
    found_.clear();
    for (std::size_t size = 1; size <= std::min(most, choices_.size()); ++size) try_sets(0, size);
    return found_;
}

void RemedySearch::try_sets(std::size_t first, std::size_t size) {
    if (size == 0) {
        if (may_be_met()) try_options(0);
        return;
    }
    for (std::size_t choice = first; choice + size <= choices_.size(); ++choice) {
        set_.push_back(choice);
        try_sets(choice + 1, size - 1);
        set_.pop_back();
    }
}

bool RemedySearch::may_be_met() {
    Hypothesis widest;
    for (const std::size_t choice : set_) widest[choices_[choice].cell] = choices_[choice].widest;
    return verdict(widest) != Verdict::not_met;
}

void RemedySearch::try_options(std::size_t at) {
    if (at < set_.size()) {
        for (std::size_t option = 0; option < choices_[set_[at]].options.size(); ++option) {
            selection_.emplace_back(set_[at], option);
            try_options(at + 1);
            selection_.pop_back();
        }
        return;
    }
    const bool asks_more = std::any_of(found_.begin(), found_.end(), [&](const Selection& found) {
        return asks_at_most(choices_, found, selection_);
    });
    if (!asks_more && verdict(hypothesis_of(selection_)) == Verdict::met) found_.push_back(selection_);
}

bool RemedySearch::is_complete(std::size_t most) {
    const bool all_tried = std::all_of(choices_.begin(), choices_.end(), [](const Choice& c) { return c.complete; });
    if (!all_tried) return false;
    if (choices_.size() <= most) return true;
    Hypothesis widest;
    for (const Choice& choice : choices_) widest[choice.cell] = choice.widest;
    return verdict(widest) == Verdict::not_met;
}

bool RemedySearch::or_more(const Selection& selection, std::size_t position) {
    const auto& [choice, option] = selection[position];
    const CellIndex& cell = choices_[choice].cell;
    Hypothesis hypothesis = hypothesis_of(selection);
    hypothesis[cell] = and_above(hypothesis[cell]);
    return verdict(hypothesis) == Verdict::met;
}

Verdict RemedySearch::verdict(const Hypothesis& hypothesis) {
    evaluator_.suppose(&hypothesis);
    const Verdict verdict = evaluator_.truth(condition_);
    evaluator_.suppose(nullptr);
    return verdict;
}

Hypothesis RemedySearch::hypothesis_of(const Selection& selection) const {
    Hypothesis hypothesis;
    for (const auto& [choice, option] : selection) {
        for (const auto& [cell, value] : choices_[choice].options[option].cells) hypothesis[cell] = value;
    }
    return hypothesis;
}

}  // namespace cadre

#include "evaluation/remedies/remedy_search.hpp"

#include "evaluation/remedies/raised_values.hpp"

#include <algorithm>
#include <numeric>

namespace cadre {

std::vector<FoundRemedy> RemedySearch::find(std::size_t most) {
    found_.clear();
    for (std::size_t size = 0; size <= std::min(most, choices_.size()); ++size) try_sets(0, size);
    return found_;
}

void RemedySearch::try_sets(std::size_t first, std::size_t size) {
    if (size == 0) {
        const auto possible = first_possible(set_);
        if (!possible) return;
        possible_from_ = *possible;
        return try_options(0);
    }
    for (std::size_t choice = first; choice + size <= choices_.size(); ++choice) {
        set_.push_back(choice);
        try_sets(choice + 1, size - 1);
        set_.pop_back();
    }
}

std::optional<DayNumber> RemedySearch::first_possible(const std::vector<std::size_t>& set) {
    Hypothesis widest;
    for (const std::size_t choice : set) widest[choices_[choice].cell] = choices_[choice].widest;
    return days_.first_possible(widest, {range_.first, day_to_beat()});
}

void RemedySearch::try_options(std::size_t at) {
    if (at == set_.size()) return try_selection();
    for (std::size_t option = 0; option < choices_[set_[at]].options.size(); ++option) {
        selection_.emplace_back(set_[at], option);
        try_options(at + 1);
        selection_.pop_back();
    }
}

void RemedySearch::try_selection() {
    const DayNumber end = day_to_beat();
    if (possible_from_ >= end) return;
    const auto day = days_.first_met(hypothesis_of(selection_), {possible_from_, end});
    if (day) found_.push_back({selection_, *day});
}

DayNumber RemedySearch::day_to_beat() const {
    DayNumber end = range_.end;
    for (const FoundRemedy& found : found_) {
        if (found.day < end && asks_at_most(found.selection, selection_)) end = found.day;
    }
    return end;
}

bool RemedySearch::asks_at_most(const Selection& lesser, const Selection& greater) const {
    return std::all_of(lesser.begin(), lesser.end(), [&](const auto& taken) {
        const auto other = std::find_if(greater.begin(), greater.end(),
                                        [&](const auto& candidate) { return candidate.first == taken.first; });
        return other != greater.end() && choices_[taken.first].at_most[taken.second][other->second];
    });
}

bool RemedySearch::is_complete(std::size_t most) {
    const bool all_tried = std::all_of(choices_.begin(), choices_.end(), [](const Choice& c) { return c.complete; });
    if (!all_tried) return false;
    if (choices_.size() <= most) return true;
    std::vector<std::size_t> all(choices_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return !first_possible(all);
}

bool RemedySearch::or_more(const FoundRemedy& found, std::size_t position) {
    const CellIndex& cell = choices_[found.selection[position].first].cell;
    Hypothesis hypothesis = hypothesis_of(found.selection);
    hypothesis[cell] = and_above(hypothesis[cell]);
    return days_.first_met(hypothesis, {found.day, found.day + 1}).has_value();
}

Hypothesis RemedySearch::hypothesis_of(const Selection& selection) const {
    Hypothesis hypothesis;
    for (const auto& [choice, option] : selection) {
        for (const auto& [cell, value] : choices_[choice].options[option].cells) hypothesis[cell] = value;
    }
    return hypothesis;
}

}  // namespace cadre

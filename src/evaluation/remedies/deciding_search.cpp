#include "evaluation/remedies/deciding_search.hpp"

#include <cadre/evaluation/deciding.hpp>

#include <algorithm>

namespace cadre {
namespace {

bool has_part_of(const std::vector<FieldPositions>& found, const FieldPositions& set) {
    return std::any_of(found.begin(), found.end(), [&](const FieldPositions& part) {
        return std::includes(set.begin(), set.end(), part.begin(), part.end());
    });
}

Hypothesis with(const Hypothesis& hypothesis, const Hypothesis& more) {
    Hypothesis both = hypothesis;
    for (const auto& [cell, value] : more) both[cell] = value;
    return both;
}

}  // namespace

void DecidingSearch::find_sets(std::size_t most) {
    tried_ = 0;
    for (std::size_t size = 1; size <= std::min(most, fields_.size()); ++size) try_sets(0, size);
}

void DecidingSearch::try_sets(std::size_t first, std::size_t size) {
    if (size == 0) {
        bool meet = has_part_of(can_meet_, set_);
        bool fail = has_part_of(can_fail_, set_);
        const bool met_before = meet;
        const bool failed_before = fail;
        if (!meet || !fail) try_values(0, {}, meet, fail);
        if (meet && !met_before) can_meet_.push_back(set_);
        if (fail && !failed_before) can_fail_.push_back(set_);
        return;
    }
    for (std::size_t field = first; field + size <= fields_.size(); ++field) {
        set_.push_back(field);
        try_sets(field + 1, size - 1);
        set_.pop_back();
    }
}

void DecidingSearch::try_values(std::size_t at, const Hypothesis& hypothesis, bool& meet, bool& fail) {
    if (meet && fail) return;
    if (at == set_.size()) {
        const auto found = verdict(hypothesis);
        meet = meet || found == Verdict::met;
        fail = fail || found == Verdict::not_met;
        return;
    }
    for (const Hypothesis& value : fields_[set_[at]].values) {
        if (!gave_up_) try_values(at + 1, with(hypothesis, value), meet, fail);
    }
}

std::optional<FieldPositions> DecidingSearch::always() {
    FieldPositions left;
    for (std::size_t field = 0; field < fields_.size(); ++field) {
        if (fields_[field].complete) left.push_back(field);
    }
    if (!settles(left)) return std::nullopt;
    for (std::size_t at = left.size(); at-- > 0;) {
        FieldPositions without = left;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(at));
        if (settles(without)) left = std::move(without);
    }
    return left;
}

bool DecidingSearch::settles(const FieldPositions& fields) {
    tried_ = 0;
    return settles(fields, 0, {});
}

bool DecidingSearch::settles(const FieldPositions& fields, std::size_t at, const Hypothesis& hypothesis) {
    const auto found = verdict(hypothesis);
    if (!found) return false;
    if (*found != Verdict::undetermined) return true;
    if (at == fields.size()) return false;
    const std::vector<Hypothesis>& values = fields_[fields[at]].values;
    return std::all_of(values.begin(), values.end(),
                       [&](const Hypothesis& value) { return settles(fields, at + 1, with(hypothesis, value)); });
}

/// Nothing when too many were tried.
std::optional<Verdict> DecidingSearch::verdict(const Hypothesis& hypothesis) {
    if (++tried_ > most_assignments_tried) {
        gave_up_ = true;
        return std::nullopt;
    }
    evaluator_.suppose(&hypothesis);
    const Verdict verdict = evaluator_.truth(condition_);
    evaluator_.suppose(nullptr);
    return verdict;
}

}  // namespace cadre

#include "evaluation/remedies/need_search.hpp"

#include "roster/roster_assembly.hpp"

#include <algorithm>

namespace cadre {

std::vector<FoundNeed> NeedSearch::find(std::size_t most) {
    for (std::size_t size = 1; size <= std::min(most, attributes_.size()); ++size) try_sets(0, size);
    return std::move(found_);
}

void NeedSearch::try_sets(std::size_t first, std::size_t size) {
    if (size == 0) return try_values(0);
    for (std::size_t attribute = first; attribute + size <= attributes_.size(); ++attribute) {
        set_.push_back(attribute);
        try_sets(attribute + 1, size - 1);
        set_.pop_back();
    }
}

void NeedSearch::try_values(std::size_t at) {
    if (at < set_.size()) {
        for (std::size_t value = 0; value < attributes_[set_[at]].columns.size(); ++value) {
            values_.emplace_back(set_[at], value);
            try_values(at + 1);
            values_.pop_back();
        }
        return;
    }
    FoundNeed need{values_, candidates()};
    const auto any = [](const RowWords& rows) {
        return std::any_of(rows.begin(), rows.end(), [](std::uint64_t word) { return word != 0; });
    };
    if (!any(need.rows)) return;
    const VerdictTable verdicts = evaluate(program_, raised_roster(), options_);
    const RowWords& met = verdicts.columns().front().met();
    for (std::size_t i = 0; i < met.size(); ++i) need.rows[i] &= met[i];
    if (any(need.rows)) found_.push_back(std::move(need));
}

/// The open rows in which every value is a change, and for which less was not found to suffice.
RowWords NeedSearch::candidates() const {
    RowWords rows = open_;
    for (const auto& [attribute, value] : values_) {
        const RaisedColumn& column = attributes_[attribute].columns[value];
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] &= column.raised[i] | column.missing[i];
    }
    for (const FoundNeed& found : found_) {
        if (!asks_at_most(found)) continue;
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] &= ~found.rows[i];
    }
    return rows;
}

Roster NeedSearch::raised_roster() const {
    std::vector<std::pair<int, Column>> columns;
    for (const auto& [attribute, value] : values_) {
        columns.emplace_back(attributes_[attribute].column_attribute, attributes_[attribute].columns[value].column);
    }
    Roster raised = RosterAssembly::with_columns(roster_, table_, columns);
    for (const auto& [attribute, value] : values_) {
        const auto& members = attributes_[attribute].columns[value].members;
        if (members) raised = RosterAssembly::with_table(raised, attributes_[attribute].member_table, *members);
    }
    return raised;
}

bool NeedSearch::asks_at_most(const FoundNeed& lesser) const {
    return std::all_of(lesser.values.begin(), lesser.values.end(), [&](const auto& taken) {
        return std::any_of(values_.begin(), values_.end(), [&](const auto& other) {
            return taken.first == other.first && attributes_[taken.first].at_most[taken.second][other.second];
        });
    });
}

}  // namespace cadre

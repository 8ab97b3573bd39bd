#pragma once

#include "evaluation/remedies/choice.hpp"
#include "evaluation/remedies/supposed_days.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace cadre {

/// Which option is taken of which choices, by position.
using Selection = std::vector<std::pair<std::size_t, std::size_t>>;

/// Options with the first day on which they suffice.
struct FoundRemedy {
    Selection selection;
    DayNumber day = 0;
};

/// Throws `Error` (invalid_argument) unless `changes` is from 1 to `most_changes_searched`.
void check_most_changes(std::size_t changes);

/// Finds the selections and days with which the judged row meets a condition, and for which no other asks at most as
/// much and no later day.
///
/// Sets of choices are tried by size, the empty one (time alone) first. Of a set only the days count on which its
/// widest values may meet the condition: narrower values cannot change a known verdict. Of a selection only the days
/// before that on which a lesser one suffices do.
class RemedySearch {
public:
    /// All outlive this object; the row is judged, and `range` are the days to wait for.
    RemedySearch(SupposedDays& days, over_days::DayRange range, const std::vector<Choice>& choices)
        : days_(days), range_(range), choices_(choices) {}

    /// With at most `most` choices, smaller sets first.
    std::vector<FoundRemedy> find(std::size_t most);
    /// Whether larger sets of choices cannot lead to further remedies.
    bool is_complete(std::size_t most);
    /// Whether every value from the selected one on does, on the same day, for the choice at `position`.
    bool or_more(const FoundRemedy& found, std::size_t position);

private:
    void try_sets(std::size_t first, std::size_t size);
    void try_options(std::size_t at);
    void try_selection();
    bool asks_at_most(const Selection& lesser, const Selection& greater) const;
    /// The day before which the present selection would have to suffice.
    DayNumber day_to_beat() const;
    std::optional<DayNumber> first_possible(const std::vector<std::size_t>& set);
    Hypothesis hypothesis_of(const Selection& selection) const;

    SupposedDays& days_;
    over_days::DayRange range_;
    const std::vector<Choice>& choices_;
    std::vector<std::size_t> set_;
    DayNumber possible_from_ = 0;  ///< with the present set
    Selection selection_;
    std::vector<FoundRemedy> found_;
};

}  // namespace cadre

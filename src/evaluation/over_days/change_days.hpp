#pragma once

#include "evaluation/over_days/day_range.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace cadre::over_days {

/// Days on which a value may begin to differ from that of the day before. Between them it stays the same.
class ChangeDays {
public:
    /// None: the value does not change.
    ChangeDays() = default;
    static ChangeDays every_day() {
        ChangeDays days;
        days.every_day_ = true;
        return days;
    }

    /// Adds a day; days are added in ascending order.
    void add(DayNumber day) { days_.push_back(day); }

    void merge(const ChangeDays& other) {
        every_day_ = every_day_ || other.every_day_;
        if (every_day_ || other.days_.empty()) return;
        std::vector<DayNumber> both;
        std::set_union(days_.begin(), days_.end(), other.days_.begin(), other.days_.end(), std::back_inserter(both));
        days_ = std::move(both);
    }

    /// Calls `visit` with the first day of each stretch of `range` in which the value stays the same.
    template <class Visit>
    void each_stretch(DayRange range, Visit visit) const {
        if (every_day_) {
            for (DayNumber day = range.first; day < range.end; ++day) visit(day);
            return;
        }
        visit(range.first);
        for (const DayNumber day : days_) {
            if (range.first < day && day < range.end) visit(day);
        }
    }

private:
    std::vector<DayNumber> days_;
    bool every_day_ = false;
};

}  // namespace cadre::over_days

#pragma once

#include <cadre/criteria/expression.hpp>

#include <set>

namespace cadre {

/// Collects the days on which the law that expressions read changes: where a version of a parameter, or the
/// interval of a criterion, begins or ends.
class LawDays {
public:
    void add(const Expression& e);
    /// Ascending.
    const std::set<DayNumber>& days() const { return days_; }

private:
    void add(const DateInterval& interval);

    std::set<DayNumber> days_;
    std::set<const Expression*> seen_;
};

}  // namespace cadre

#pragma once

#include "evaluation/over_days/day_range.hpp"

#include <cadre/criteria/expression.hpp>

#include <optional>
#include <vector>

namespace cadre {

/// Days that are judged by one law.
struct LawPiece {
    over_days::DayRange days;
    DayNumber law_as_of = 0;  ///< a day of that law
};

/// The days of a range on which the condition may be judged, piece by piece: those on which it is a criterion out of
/// force are left out. Without `law_as_of` the law moves with the day.
std::vector<LawPiece> law_pieces(const Expression& condition, over_days::DayRange range,
                                 std::optional<DayNumber> law_as_of);

}  // namespace cadre

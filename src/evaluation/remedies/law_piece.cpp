#include "evaluation/remedies/law_piece.hpp"

#include "evaluation/law_days.hpp"

namespace cadre {

std::vector<LawPiece> law_pieces(const Expression& condition, over_days::DayRange range,
                                 std::optional<DayNumber> law_as_of) {
    LawDays law;
    if (!law_as_of) law.add(condition);
    std::vector<LawPiece> pieces;
    for (const over_days::DayRange days : over_days::pieces_of(range, law.days())) {
        const DayNumber law_day = law_as_of.value_or(days.first);
        const bool in_force = condition.operation != Operation::criterion || condition.in_force.contains(law_day);
        if (in_force) pieces.push_back({days, law_day});
    }
    return pieces;
}

}  // namespace cadre

#include "rotation/days_in_order.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

namespace cadre {

void require_in_order(DayNumber first, DayNumber last) {
    if (first <= last) return;
    throw Error(ErrorCode::invalid_argument,
                Message{texts::rotation_days_reversed, {date_text(first), date_text(last)}});
}

void require_in_order(const DateInterval& window) {
    if (window.from && window.to) require_in_order(*window.from, *window.to);
}

}  // namespace cadre

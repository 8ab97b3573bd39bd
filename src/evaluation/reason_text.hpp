#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/messages/message.hpp>
#include <cadre/messages/texts/evaluation.hpp>

namespace cadre {

/// The text that tells people why something is undetermined.
inline MessageId reason_text(Reason reason) {
    switch (reason) {
        case Reason::empty_list: return texts::reason_empty_list;
        case Reason::no_such_item: return texts::reason_no_such_item;
        case Reason::division_by_zero: return texts::reason_division_by_zero;
        case Reason::no_result: return texts::reason_no_result;
        case Reason::overflow: return texts::reason_overflow;
        case Reason::ongoing: return texts::reason_ongoing;
        case Reason::no_such_thing: return texts::reason_no_such_thing;
        case Reason::no_law_in_force: return texts::reason_no_law_in_force;
        case Reason::not_in_force: return texts::reason_not_in_force;
        case Reason::open_list: return texts::reason_open_list;
        case Reason::before_snapshot: return texts::reason_before_snapshot;
    }
    return texts::value_undefined;
}

}  // namespace cadre

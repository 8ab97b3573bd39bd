#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/messages/message.hpp>

namespace cadre {

/// The text that tells people why something is undetermined.
inline MessageId reason_text(Reason reason) {
    switch (reason) {
        case Reason::empty_list: return MessageId::reason_empty_list;
        case Reason::no_such_item: return MessageId::reason_no_such_item;
        case Reason::division_by_zero: return MessageId::reason_division_by_zero;
        case Reason::no_result: return MessageId::reason_no_result;
        case Reason::overflow: return MessageId::reason_overflow;
        case Reason::ongoing: return MessageId::reason_ongoing;
        case Reason::no_such_thing: return MessageId::reason_no_such_thing;
        case Reason::no_law_in_force: return MessageId::reason_no_law_in_force;
        case Reason::not_in_force: return MessageId::reason_not_in_force;
        case Reason::open_list: return MessageId::reason_open_list;
        case Reason::before_snapshot: return MessageId::reason_before_snapshot;
    }
    return MessageId::value_undefined;
}

}  // namespace cadre

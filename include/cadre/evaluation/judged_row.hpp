#pragma once

#include <cadre/messages/language.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <string>

namespace cadre {

/// Which row was judged by which criterion, and as of when: the head of explanations, remedies and deciding fields.
struct JudgedRow {
    std::string criterion;
    LocalizedText title;  ///< of the criterion
    std::string table;
    std::size_t row = 0;
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
};

}  // namespace cadre

#pragma once

#include <cadre/messages/message.hpp>
#include <cadre/planning/planning_form.hpp>

#include <string>
#include <vector>

namespace cadre {

/// A column or line of a form: its condition on pools or cadres, in the criterion language.
struct FormWords {
    std::string id;
    MessageId label;
    std::string condition;     ///< empty: all
    bool is_collected = true;  ///< whether rosters hold it at all
};

/// "12B-BTCTW".
std::string form_number(FormLevel level);
MessageId form_level(FormLevel level);
/// Which pools a form is on.
std::string level_condition(FormLevel level);
/// In the order of the form (regulations on statistics of the Central Organisation Commission, Biểu 12).
const std::vector<FormWords>& form_columns(FormLevel level);
const std::vector<FormWords>& form_lines();

}  // namespace cadre

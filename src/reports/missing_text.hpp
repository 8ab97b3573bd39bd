#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/messages/language.hpp>

#include <vector>

namespace cadre {

/// The cells that something waits for: "birth date (cadres, row 2, birth_date); …".
LocalizedText missing_text(const std::vector<MissingField>& fields);

}  // namespace cadre

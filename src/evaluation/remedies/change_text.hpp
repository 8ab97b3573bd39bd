#pragma once

#include <cadre/evaluation/remedy.hpp>

#include <vector>

namespace cadre {

/// One change for people: "cần bổ sung: …", "establish: …".
LocalizedText change_text(const Change& change);

/// Changes that belong together, in one line.
LocalizedText changes_text(const std::vector<Change>& changes);

}  // namespace cadre

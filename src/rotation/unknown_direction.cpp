#include "rotation/unknown_direction.hpp"

#include <cadre/messages/texts/rotation.hpp>
#include <cadre/rotation/directions.hpp>

#include <algorithm>
#include <vector>

namespace cadre {

std::optional<Diagnostic> unknown_direction(const std::string& code) {
    const std::vector<std::string> known = direction_ids();
    if (std::find(known.begin(), known.end(), code) != known.end()) return {};
    std::string names;
    for (const std::string& id : known) names += (names.empty() ? "" : ", ") + id;
    return Diagnostic{Severity::error,
                      {},
                      {texts::rotation_policy_unknown_direction, {code}},
                      Message{texts::rotation_policy_known_directions, {names}}};
}

}  // namespace cadre

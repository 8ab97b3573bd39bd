#pragma once

#include <cadre/roster/roster.hpp>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cadre {

/// Ids for texts: those of the roster, and further ones for texts that only rules mention.
/// Equal ids are equal texts. Not thread-safe.
class TextIds {
public:
    explicit TextIds(const Roster& roster) : roster_(&roster) {}

    std::int64_t id(std::string_view text);
    std::string_view text(std::int64_t id) const;

private:
    const Roster* roster_;
    std::deque<std::string> own_;
    std::unordered_map<std::string_view, std::int64_t> own_ids_;
};

}  // namespace cadre

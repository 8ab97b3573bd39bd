#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace planning_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/planning.def>
#undef CADRE_MESSAGE
};
}  // namespace planning_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::planning, planning_places::id);
#include <cadre/messages/texts/planning.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

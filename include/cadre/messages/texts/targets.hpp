#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace targets_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/targets.def>
#undef CADRE_MESSAGE
};
}  // namespace targets_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::targets, targets_places::id);
#include <cadre/messages/texts/targets.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

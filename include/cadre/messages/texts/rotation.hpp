#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace rotation_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/rotation.def>
#undef CADRE_MESSAGE
};
}  // namespace rotation_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::rotation, rotation_places::id);
#include <cadre/messages/texts/rotation.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

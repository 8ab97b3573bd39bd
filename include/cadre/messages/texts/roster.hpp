#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace roster_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/roster.def>
#undef CADRE_MESSAGE
};
}  // namespace roster_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::roster, roster_places::id);
#include <cadre/messages/texts/roster.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

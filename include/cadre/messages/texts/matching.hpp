#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace matching_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/matching.def>
#undef CADRE_MESSAGE
};
}  // namespace matching_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::matching, matching_places::id);
#include <cadre/messages/texts/matching.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

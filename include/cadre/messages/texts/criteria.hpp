#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace criteria_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/criteria.def>
#undef CADRE_MESSAGE
};
}  // namespace criteria_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::criteria, criteria_places::id);
#include <cadre/messages/texts/criteria.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace testing_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/testing.def>
#undef CADRE_MESSAGE
};
}  // namespace testing_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::testing, testing_places::id);
#include <cadre/messages/texts/testing.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

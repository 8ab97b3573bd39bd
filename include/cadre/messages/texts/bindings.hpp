#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace bindings_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/bindings.def>
#undef CADRE_MESSAGE
};
}  // namespace bindings_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::bindings, bindings_places::id);
#include <cadre/messages/texts/bindings.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

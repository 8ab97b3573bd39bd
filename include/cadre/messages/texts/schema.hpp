#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace schema_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/schema.def>
#undef CADRE_MESSAGE
};
}  // namespace schema_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::schema, schema_places::id);
#include <cadre/messages/texts/schema.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

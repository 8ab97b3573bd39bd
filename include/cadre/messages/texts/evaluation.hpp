#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace evaluation_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/evaluation.def>
#undef CADRE_MESSAGE
};
}  // namespace evaluation_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::evaluation, evaluation_places::id);
#include <cadre/messages/texts/evaluation.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

#pragma once

#include <cadre/messages/text_id.hpp>

namespace cadre::texts {
namespace reports_places {
enum : std::uint16_t {
#define CADRE_MESSAGE(id, vi, en) id,
#include <cadre/messages/texts/reports.def>
#undef CADRE_MESSAGE
};
}  // namespace reports_places

#define CADRE_MESSAGE(id, vi, en) inline constexpr MessageId id = text_id(TextGroup::reports, reports_places::id);
#include <cadre/messages/texts/reports.def>
#undef CADRE_MESSAGE
}  // namespace cadre::texts

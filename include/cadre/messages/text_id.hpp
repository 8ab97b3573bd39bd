#pragma once

#include <cadre/messages/message.hpp>

#include <cstdint>

namespace cadre::texts {

/// The files of texts in `messages/texts/`, one a layer, in the order of `catalogue.def`.
enum class TextGroup : std::uint16_t {
    matching,
    schema,
    roster,
    criteria,
    evaluation,
    targets,
    planning,
    rotation,
    reports,
    testing,
    bindings,
};

/// Ids are numbered from a round number in each group, so that a text that is added changes nothing for other layers.
inline constexpr std::uint16_t texts_a_group = 1024;

constexpr MessageId text_id(TextGroup group, std::uint16_t place) {
    return static_cast<MessageId>(static_cast<std::uint16_t>(group) * texts_a_group + place);
}

}  // namespace cadre::texts

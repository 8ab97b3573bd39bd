#pragma once

#include "roster/arrow_field.hpp"

#include <cadre/messages/message.hpp>
#include <cadre/schema/schema.hpp>

#include <optional>

namespace cadre {

/// What to convert a column to that cannot feed an attribute.
std::optional<Message> unfit_hint(const Attribute& attribute, const ArrowField& field);

}  // namespace cadre

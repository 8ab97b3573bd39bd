#pragma once

#include "criteria/overrides.hpp"
#include "criteria/pack_document.hpp"

#include <deque>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// The entries of a table array ("target", …): the pack's own, then those that it takes over from the pack that it
/// extends, less the replaced ones. What is taken over keeps the document that it cites.
std::vector<Node> inherited_section(std::string_view key, const std::deque<PackDocument>& documents,
                                    const Overrides& overrides);

}  // namespace cadre::criteria

#pragma once

#include "reports/html/writer.hpp"

namespace cadre::html {

/// The head of a self-contained page: its title, its style, and a policy that lets it fetch and run nothing.
void write_head(Writer& out, std::string_view title);

}  // namespace cadre::html

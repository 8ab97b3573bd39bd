#pragma once

#include "reports/html/page.hpp"

#include <cadre/evaluation/verdict.hpp>

namespace cadre::html {

/// The style class of a verdict.
std::string_view verdict_class(Verdict verdict);

/// The verdict by sign and word: colour alone says nothing.
void write_verdict(Page& page, Verdict verdict);

}  // namespace cadre::html

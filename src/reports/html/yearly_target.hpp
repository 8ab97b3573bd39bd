#pragma once

#include "reports/html/page.hpp"

#include <cadre/targets/assessment.hpp>

#include <span>

namespace cadre::html {

/// One article on a target that is judged every year: a table of its years, which are not empty.
void write_yearly_target(Page& page, std::span<const TargetAssessment* const> years);

}  // namespace cadre::html

#pragma once

#include "reports/html/page.hpp"

#include <cadre/targets/assessment.hpp>

namespace cadre::html {

/// The bounds of a target as a bar on an axis with its threshold, and the same in words. Nothing when
/// there are no bounds.
void write_chart(Page& page, const TargetAssessment& result);

/// The same bar without labels, low enough for a row of a table.
void write_bar(Page& page, const TargetAssessment& result);

/// What the parts of the charts mean.
void write_chart_legend(Page& page);

}  // namespace cadre::html

#pragma once

#include "reports/html/page.hpp"

#include <string>

namespace cadre::html {

/// The id of a target's article, or of one year's row in it where it is judged every year.
std::string target_anchor(const TargetAssessment& result);

void write_summary(Page& page);
void write_targets(Page& page);
void write_files_to_chase(Page& page);
void write_criteria(Page& page);
void write_indicators(Page& page);
void write_deliverables(Page& page);
void write_contradictions(Page& page);
void write_import_quality(Page& page);
void write_sources(Page& page);
void write_manifest(Page& page);

}  // namespace cadre::html

#pragma once

#include "reports/html/page.hpp"

namespace cadre::html {

void write_summary(Page& page);
void write_targets(Page& page);
void write_files_to_chase(Page& page);
void write_import_quality(Page& page);
void write_sources(Page& page);
void write_manifest(Page& page);

}  // namespace cadre::html

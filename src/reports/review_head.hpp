#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/targets/assessment.hpp>

#include <vector>

namespace cadre {

/// The document with its issuer and date, as far as they are known.
LocalizedText source_text(const PackSource& source);

/// The document that was reviewed against, and the days, a line each.
std::vector<LocalizedText> review_head(const Assessment& assessment, const Pack& pack);

/// The targets of a group together, groups by their first target; otherwise in order.
std::vector<const TargetAssessment*> by_group(const Assessment& assessment);

}  // namespace cadre

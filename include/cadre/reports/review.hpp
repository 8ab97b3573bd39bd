#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/targets/assessment.hpp>

#include <string>

namespace cadre {

/// The assessment as plain text for people: a table of the targets with bounds, threshold, verdict and
/// what is lacking, then each target's clause, counts, and what is worth verifying first. `pack` is the
/// one that was assessed. Rows are named by number only. Thread-safe.
CADRE_EXPORT std::string review_text(const Assessment& assessment, const Pack& pack, Language language);

}  // namespace cadre

#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/targets/assessment.hpp>
#include <cadre/targets/deliverable.hpp>
#include <cadre/targets/indicator.hpp>

#include <string>
#include <vector>

namespace cadre {

/// The mapping by which a roster was read, as a report names it; both empty when there was none.
struct MappingSource {
    std::string name;    ///< of the file, without its folder
    std::string sha256;  ///< of its bytes: `sha256_hex`
};

/// What a report is made from. The assessment is that of this pack on this roster.
struct ReviewInput {
    const Assessment& assessment;
    const Pack& pack;
    const Roster& roster;
    MappingSource mapping = {};
    const VerdictTable* criteria = nullptr;  ///< of the pack on the roster; no section without it
    std::vector<IndicatorSeries> indicators = {};
    DeliveryTable deliverables = {};
};

/// The assessment as one HTML page that needs nothing else: no script, no other file, no network. It holds
/// the targets with their bounds drawn, what to verify first, criteria, indicators and deliverables where they
/// are given, how well the roster was read, contradictions of its rows, the clauses, and what the run was
/// made from.
///
///     std::ofstream("review.html") << review_html({assessment, pack, roster}, Language::vi);
///
/// The same input gives the same bytes. Rows are named by number only. Thread-safe.
CADRE_EXPORT std::string review_html(const ReviewInput& review, Language language);

}  // namespace cadre

#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/targets/deliverable.hpp>
#include <cadre/targets/indicator.hpp>

#include <string>
#include <vector>

namespace cadre {

/// Indicators by years, as plain text. A mean that missing values leave open is shown in brackets with the
/// number of rows that are open; what is not collected says so. Thread-safe.
CADRE_EXPORT std::string indicators_text(const std::vector<IndicatorSeries>& series, Language language);

/// Deliverables by owner and year, as plain text, with their clause and state. Thread-safe.
CADRE_EXPORT std::string deliverables_text(const DeliveryTable& table, Language language);

}  // namespace cadre

#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/targets/threshold.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// One cited aim of a pack: of the rows in a population, how many are to meet a condition by when.
///
///     [[target]]
///     id    = "managed_postgraduate_share"
///     title = { vi = "…", en = "…" }      # default: the criterion's title
///     cite  = "II.1.4"                  # of the pack's source, or "document, clause"
///     mark  = "text"                       # or "summary"
///     on    = "cadres"                     # the default
///     among = 'managed_by = "city_standing_committee"'
///     meet  = "postgraduate_holder"        # a criterion, or a condition
///     share = "> 35 %"                     # or count = ">= 10000"
///     by    = 2015-12-31                   # optional
///     group = "key_titles_2011"            # optional: targets that are read together
struct Target {
    std::string id;
    LocalizedText title;
    Citation citation;
    int table = 0;  ///< index in the pack's schema
    std::string group;
    std::optional<DayNumber> by;  ///< the last day on which it is due
    ExpressionPtr among;
    ExpressionPtr meet;
    std::string criterion;  ///< the id, when `meet` names a criterion; else empty
    Threshold threshold;
};

/// The targets of a pack in document order; findings are appended to `diagnostics`, and a target with
/// an error is left out. Thread-safe.
CADRE_EXPORT std::vector<Target> read_targets(const Pack& pack, Diagnostics& diagnostics);

/// The targets of a pack. Throws `Error` (invalid_rule) with every diagnostic. Thread-safe.
CADRE_EXPORT std::vector<Target> read_targets(const Pack& pack);

}  // namespace cadre

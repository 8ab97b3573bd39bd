#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/targets/threshold.hpp>
#include <cadre/targets/years.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// The rows of a target's population that have one code of its `split` attribute.
struct TargetPart {
    std::string code;
    LocalizedText label;
    ExpressionPtr among;
};

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
///     group = { vi = "…", en = "…" }       # optional: targets that are read together
///
/// A target of every year is judged once a year, with as_of the 31 December of that year; its
/// expressions say which year is meant with `as_of.year`:
///
///     [[target]]
///     id    = "party_admissions"
///     cite  = "II.1.4"
///     on    = "admissions"
///     among = 'true'
///     meet  = 'date.year = as_of.year'
///     count = ">= 10000"                   # or share, or trend = "not increasing" on the year before
///     every = "year"                       # with from and to, in place of by
///     from  = 2011
///     to    = 2015
///
/// `distinct = "cadre"` makes `count` count the distinct values of an attribute of the table instead
/// of its rows, and `split = "group"` adds the same measure for each code of a nominal attribute.
struct Target {
    std::string id;
    LocalizedText title;
    Citation citation;
    int table = 0;  ///< index in the pack's schema
    LocalizedText group;
    std::optional<DayNumber> by;  ///< the last day on which it is due
    ExpressionPtr among;
    ExpressionPtr meet;
    std::string criterion;          ///< the id, when `meet` names a criterion; else empty
    Threshold threshold;            ///< of a trend: only that rows are counted
    std::optional<YearSpan> years;  ///< of a target that is judged every year
    std::optional<Trend> trend;     ///< what the counts of successive years must do, in place of a threshold
    std::optional<int> distinct;    ///< attribute whose distinct values are counted
    std::optional<int> split;       ///< attribute by whose codes the result is split
    std::vector<TargetPart> parts;  ///< one a code of `split`

    /// What is demanded: "> 35 %", "not increasing".
    CADRE_EXPORT std::string demand(Language language) const;
};

/// The targets of a pack in document order; findings are appended to `diagnostics`, and a target with
/// an error is left out. Thread-safe.
CADRE_EXPORT std::vector<Target> read_targets(const Pack& pack, Diagnostics& diagnostics);

/// The targets of a pack. Throws `Error` (invalid_rule) with every diagnostic. Thread-safe.
CADRE_EXPORT std::vector<Target> read_targets(const Pack& pack);

}  // namespace cadre

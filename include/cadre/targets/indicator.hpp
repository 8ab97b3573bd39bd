#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/targets/assessment.hpp>
#include <cadre/targets/years.hpp>
#include <cadre/vocabulary/citation.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// One cited number that a pack follows from year to year and for which its document sets no threshold.
///
///     [[indicator]]
///     id      = "women_share"
///     title   = { vi = "…", en = "…" }
///     cite    = "III.1.2.2a"
///     measure = "share"                    # or "count", or "mean"
///     on      = "cadres"                   # the default
///     among   = 'managed_by = "city_standing_committee"'
///     meet    = 'sex = "female"'           # for "mean": value = 'age', a number or a duration in months
///     every   = "year"
///     from    = 2011
///     to      = 2015
///
/// What no table of the schema holds is listed with its reason in place of a measure, and is never 0:
///
///     not_collected = { vi = "…", en = "…" }
struct Indicator {
    enum class Measure { share, count, mean };

    std::string id;
    LocalizedText title;
    Citation citation;
    std::optional<LocalizedText> not_collected;
    Measure measure = Measure::share;
    int table = 0;  ///< index in the pack's schema
    YearSpan years;
    ExpressionPtr among;
    ExpressionPtr meet;   ///< of a share or count
    ExpressionPtr value;  ///< of a mean: integer or months
};

/// An indicator in one year.
struct IndicatorYear {
    int year = 0;
    bool partial_year = false;                 ///< the pack's document is dated within that year
    Undecided undecided = Undecided::decided;  ///< why the bounds differ or are absent
    ClassCounts counts;                        ///< of a mean: `met` has a known value, `undetermined` has none
    ClassRows class_rows;                      ///< the rows behind `counts`
    Bounds bounds;                             ///< a mean of months is in months
    std::optional<Share> of_known;             ///< the mean of the known values, which bounds nothing
};

struct IndicatorSeries {
    Indicator indicator;
    std::vector<IndicatorYear> years;  ///< empty when it is not collected
};

/// The indicators of a pack in document order; findings are appended, and one with an error is left out.
CADRE_EXPORT std::vector<Indicator> read_indicators(const Pack& pack, Diagnostics& diagnostics);
/// Throws `Error` (invalid_rule) with every diagnostic.
CADRE_EXPORT std::vector<Indicator> read_indicators(const Pack& pack);

/// Measures the indicators of a pack on the days on which `assess` judges yearly targets. Thread-safe.
CADRE_EXPORT std::vector<IndicatorSeries> measure_indicators(const Pack& pack, const Roster& roster,
                                                             const EvaluationOptions& options);

}  // namespace cadre

#pragma once

#include <cadre/evaluation/verdict.hpp>
#include <cadre/targets/bounds.hpp>
#include <cadre/targets/class_rows.hpp>
#include <cadre/targets/target.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Why the verdict on a target is undetermined.
enum class Undecided {
    decided,                  ///< it is not
    missing_data,             ///< undetermined rows leave it open
    population_may_be_empty,  ///< no row is certainly in the population
    population_empty,         ///< all rows are certainly outside it
    table_not_given,          ///< the roster does not have the table
    not_in_force,             ///< the criterion is not in force on law_as_of; nothing was counted
    year_not_begun,           ///< as_of lies before the year; nothing was counted
    no_earlier_year,          ///< the first year of a trend: there is nothing to compare it with
};

/// The name of the reason: "missing_data".
CADRE_EXPORT std::string_view to_code(Undecided reason);

/// How the day of judgement lies to the day on which the target is due.
enum class Due { no_day, before, on_the_day, after };

/// A row whose verdicts are open; establishing them may move the target by up to `swing` of one row.
struct RowToVerify {
    std::size_t row = 0;
    Verdict in_population = Verdict::undetermined;
    Verdict meets = Verdict::undetermined;
    Share swing;
};

/// A missing cell that open rows wait for.
struct CellToVerify {
    std::string table;  ///< "units", "cadres.appraisals"
    std::int64_t row = 0;
    std::string attribute;
    std::optional<std::int64_t> owner;  ///< of a child table: the row whose lists hold the cell
    std::int64_t rows = 0;              ///< how many open rows wait for it
    Share swing;                        ///< the sum of their swings
};

/// The measure of a target for the rows that have one code of its `split` attribute.
struct PartAssessment {
    std::string code;
    LocalizedText label;
    ClassCounts counts;
    Bounds bounds;
};

/// At most so many open rows of a target are listed, and searched for missing cells.
inline constexpr std::size_t most_rows_examined = 10'000;
/// At most so many cells of a target are listed.
inline constexpr std::size_t most_cells_listed = 1'000;

/// What the roster says about one target, or about one year of a target that is judged every year.
struct TargetAssessment {
    Target target;
    std::optional<int> year;    ///< of a target that is judged every year
    bool partial_year = false;  ///< the pack's document is dated within that year
    Verdict verdict = Verdict::undetermined;
    Undecided undecided = Undecided::decided;
    Due due = Due::no_day;
    ClassCounts counts;
    ClassRows class_rows;  ///< the rows behind `counts`
    Bounds bounds;
    std::optional<Shortfall> shortfall;
    Bounds earlier;                     ///< of a trend: what the year before had
    std::vector<PartAssessment> parts;  ///< of a target that is split

    std::int64_t open_rows = 0;       ///< rows that may move the result
    std::vector<RowToVerify> rows;    ///< the first of them to verify: by swing, then by row
    std::vector<CellToVerify> cells;  ///< that `rows` wait for: by swing, then by table, row, attribute
};

/// The targets of a pack, judged on one roster, in document order; one that is judged every year stands
/// here once a year. Plain values; safe to share between threads.
struct Assessment {
    std::string pack;
    Date as_of;
    Date law_as_of;
    std::optional<DayNumber> snapshot;  ///< of the roster
    bool strict_snapshot = false;       ///< whether undated facts were missing before it
    std::vector<TargetAssessment> targets;
};

}  // namespace cadre

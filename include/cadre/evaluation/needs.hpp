#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/remedy.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Changes that suffice together for some rows of a table, and for how many: the input of a training plan.
struct Need {
    std::vector<Change> changes;  ///< as in `Remedy`; without what the files hold
    std::int64_t rows = 0;        ///< rows for which this is a minimal remedy
    std::int64_t only = 0;        ///< rows for which it is the only one
};

/// An attribute that undetermined verdicts wait for.
struct HeldUpBy {
    std::string table;
    std::string attribute;
    LocalizedText meaning;
    std::int64_t rows = 0;  ///< undetermined rows that wait for a missing cell of it
};

/// A missing cell that undetermined verdicts wait for.
struct HeldUpByCell {
    std::string table;
    std::int64_t row = 0;
    std::string attribute;
    LocalizedText meaning;
    std::int64_t rows = 0;
};

/// What the rows of a table need to meet one criterion. A plain value; rows are counted, not named.
struct Needs {
    std::string criterion;
    LocalizedText title;
    std::string table;
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    Counts counts;                     ///< as the files are
    std::vector<Need> needs;           ///< by descending rows
    std::int64_t helped = 0;           ///< rows that have a remedy
    std::size_t most_changes = 0;      ///< sets of more changes were not looked at
    bool complete = false;             ///< whether larger sets, other values and members cannot help more rows
    std::vector<HeldUpBy> held_up_by;  ///< by descending rows; sensitive attributes are left out
    std::vector<HeldUpByCell> held_up_by_cells;  ///< by descending rows, the first `most_held_up_cells`

    /// The tables for people.
    CADRE_EXPORT std::string to_text(Language language) const;
    /// By code, "vi" or "en". Throws `Error` (invalid_argument) for another.
    CADRE_EXPORT std::string to_text(std::string_view language) const;
};

inline constexpr std::size_t most_held_up_cells = 100;

/// Counts what the rows of a criterion's table need: for each row its remedies on `as_of` itself, as `remedies` finds
/// them. The table is judged once for each combination of values and of members of lists tried, so that time grows with
/// rows times combinations; each kind of member holds columns of its own for what kinds differ in. Lists are left out
/// where the roster's schema lacks what members have, or where members have lists that the condition reads. Throws
/// `Error` as `evaluate` does, not_found for an unknown criterion, and invalid_argument as `remedies` does.
CADRE_EXPORT Needs needs(const Pack& pack, std::string_view criterion, const Roster& roster,
                         const EvaluationOptions& options, std::size_t changes = 3);

}  // namespace cadre

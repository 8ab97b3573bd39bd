#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/judged_row.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Missing cells that count together.
using FieldSet = std::vector<MissingField>;

/// Which missing cells would settle one undetermined verdict. A plain value; sensitive attributes are not named.
struct Deciding : JudgedRow {
    Verdict verdict = Verdict::undetermined;  ///< as the file is; the sets are empty where it is known
    FieldSet fields;                          ///< all that the verdict waits for
    std::vector<FieldSet> can_meet;           ///< minimal sets that settle it as met, for some of their values
    std::vector<FieldSet> can_fail;           ///< minimal sets that settle it as not met, for some of their values
    /// A set that settles it whatever its values are, and none of which can be left out; nothing where no set was found
    /// to.
    std::optional<FieldSet> always;
    std::size_t most_fields = 0;  ///< of `can_meet` and `can_fail`: larger sets were not looked at …
    bool complete = false;        ///< … unless this says that all sets and all values that make a difference were

    /// The sets for people.
    CADRE_EXPORT std::string to_text(Language language) const;
    /// By code, "vi" or "en". Throws `Error` (invalid_argument) for another.
    CADRE_EXPORT std::string to_text(std::string_view language) const;
};

/// Finds what would decide the verdict of one criterion on one row: sets of at most `fields` missing cells for which
/// some values make it known, and one set for which all do.
///
///     deciding(pack, "postgraduate_holder", roster, 17, {.as_of = Date(2015, 12, 31)}).to_text("en");
///
/// Tried of a cell are the values that the criterion tells apart: those it compares the cell with, and their
/// neighbours; of a missing reference the rows of its table, with what they lack; of a missing list the empty one and
/// those with one declared member. At most `most_assignments_tried` combinations are tried for each question. Throws
/// `Error` as `explain` does, and invalid_argument where `fields` is 0. Thread-safe.
CADRE_EXPORT Deciding deciding(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                               const EvaluationOptions& options, std::size_t fields = 3);

inline constexpr std::size_t most_assignments_tried = 100'000;

}  // namespace cadre

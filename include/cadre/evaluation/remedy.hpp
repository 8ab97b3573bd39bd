#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/judged_row.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/model/value.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// One change to a row's own cells. Only attributes that the schema marks `changeable` and not `sensitive` are changed,
/// and levels and numbers only upwards.
struct Change {
    enum class Kind {
        raise,      ///< the file holds a lower level or number, which has to become this one
        obtain,     ///< the file says no, or holds another text
        establish,  ///< the file holds no value; it has to be shown that it is this one
        append,     ///< a list has to gain a member, as the schema's `append` declares
    };

    Kind kind = Kind::raise;
    std::string attribute;
    LocalizedText meaning;
    Value value;                           ///< the lowest that suffices; for a list a `ListValue` with the one member
    bool or_more = false;                  ///< any higher value suffices, too
    LocalizedText target;                  ///< the value for people; for a list the member's cells
    std::optional<LocalizedText> present;  ///< what the file holds
};

/// Changes that suffice together from a day on which they do, and none of which can be left out or be less without
/// waiting longer.
struct Remedy {
    std::vector<Change> changes;  ///< none: time alone suffices
    DayNumber day = 0;            ///< the first from `as_of` on, with the changes made on `as_of`
};

/// What would make one row meet one criterion. A plain value.
struct Remedies : JudgedRow {
    Verdict verdict = Verdict::undetermined;  ///< as the file is; nothing is proposed where it is met
    std::vector<Remedy> remedies;             ///< fewest changes first, then in the schema's order
    DayNumber latest = 0;                     ///< the last day looked at
    std::size_t most_changes = 0;             ///< sets of more changes were not looked at …
    bool complete = false;                    ///< … unless this says that there are no others up to `latest`

    /// The remedies for people, one a line.
    CADRE_EXPORT std::string to_text(Language language) const;
    /// By code, "vi" or "en". Throws `Error` (invalid_argument) for another.
    CADRE_EXPORT std::string to_text(std::string_view language) const;
};

/// More changes at once than this are not searched.
inline constexpr std::size_t most_changes_searched = 8;

/// Longer waits than this are not searched: 100 years.
inline constexpr int most_wait_months = 1200;

/// How far remedies are searched.
struct RemedyBounds {
    std::size_t changes = 3;  ///< at once, from 1 to `most_changes_searched`
    int wait_months = 120;    ///< after `as_of`, up to `most_wait_months`; 0: what suffices on `as_of` itself
};

/// Finds the changes and the waiting with which the row would meet the criterion: every set of changes with the first
/// day on which it suffices, unless another set asks for no more and suffices no later. Waiting alone is the empty
/// set. Each is verified by the evaluator.
///
///     remedies(pack, "advanced_political_theory", roster, 17, {.as_of = Date(2015, 12, 31)}).to_text("vi");
///
/// All changes are made on `as_of`, then time passes as in `timeline`: other facts stay as they are recorded, and the
/// law moves with the day unless `law_as_of` fixes it. What is tried of an attribute are the values that the criterion
/// compares it with, and the next above them. A list gains at most one member, dated on `as_of` or of its year. Where
/// `strict_snapshot` hides facts, the waiting ends before the roster's snapshot, from which on the file says more.
///
/// Time grows with the number of such sets, exponentially in `changes`. Throws `Error` as `explain` does, and
/// invalid_argument for bounds out of range. Thread-safe.
CADRE_EXPORT Remedies remedies(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                               const EvaluationOptions& options, const RemedyBounds& bounds = {});

}  // namespace cadre

#pragma once

#include <cadre/criteria/rule_pack.hpp>
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

/// Changes that suffice together, and none of which can be left out or be less.
struct Remedy {
    std::vector<Change> changes;
};

/// What would make one row meet one criterion. A plain value.
struct Remedies {
    std::string criterion;
    LocalizedText title;
    std::string table;
    std::size_t row = 0;
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    Verdict verdict = Verdict::undetermined;  ///< as the file is; nothing is proposed where it is met
    std::vector<Remedy> remedies;             ///< fewest changes first, then in the schema's order
    std::size_t most_changes = 0;             ///< sets of more changes were not looked at …
    bool complete = false;                    ///< … unless this says that there are no others

    /// The remedies for people, one a line.
    CADRE_EXPORT std::string to_text(Language language) const;
    /// By code, "vi" or "en". Throws `Error` (invalid_argument) for another.
    CADRE_EXPORT std::string to_text(std::string_view language) const;
};

/// More changes at once than this are not searched.
inline constexpr std::size_t most_changes_searched = 8;

/// Finds all minimal sets of at most `changes` changes with which the row would meet the criterion on `as_of`, each
/// verified by the evaluator. A set is minimal when leaving out a change, or asking for a lower level, does not
/// suffice.
///
///     remedies(pack, "advanced_political_theory", roster, 17, {.as_of = Date(2015, 12, 31)}).to_text("vi");
///
/// What is tried of an attribute are the values that the criterion compares it with, and the next above them. A list
/// gains at most one member. Time grows with the number of such sets, exponentially in `changes`. Throws `Error` as
/// `explain` does, and invalid_argument where `changes` is 0 or above `most_changes_searched`. Thread-safe.
CADRE_EXPORT Remedies remedies(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                               const EvaluationOptions& options, std::size_t changes = 3);

}  // namespace cadre

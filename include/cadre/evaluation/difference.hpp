#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// What one side says: in the criterion language, by which clause.
struct EntryText {
    std::string text;
    Citation citation;  ///< empty for definitions, which cite nothing

    bool operator==(const EntryText&) const = default;
};

/// A parameter, definition or criterion that is not the same by both sides' law.
struct EntryDifference {
    enum class Kind : std::uint8_t { parameter, definition, criterion };

    Kind kind = Kind::criterion;
    std::string id;
    LocalizedText title;              ///< of criteria and titled definitions
    std::optional<EntryText> before;  ///< absent: not there, or no law on the day
    std::optional<EntryText> after;
};

/// Rows of one table whose verdict on one criterion changes in one way.
struct VerdictChange {
    Verdict from = Verdict::undetermined;
    Verdict to = Verdict::undetermined;
    std::vector<std::int64_t> rows;  ///< ascending
};

/// What happens to one criterion.
struct CriterionDifference {
    /// Whether a side has the criterion, and whether it is law there.
    enum class Standing : std::uint8_t { absent, not_in_force, in_force };

    std::string id;
    LocalizedText title;
    std::string table;
    Standing before = Standing::absent;
    Standing after = Standing::absent;
    Counts counts_before;  ///< no rows where it is not in force
    Counts counts_after;
    std::vector<VerdictChange> changes;  ///< empty unless both sides have it in force
    std::vector<std::size_t> causes;     ///< the entries it reads whose words differ: positions in `entries`
};

/// What changes for a roster from one pack to another, or from the law of one day to that of another.
struct PackDifference {
    std::string before;  ///< ids of the packs
    std::string after;
    DayNumber as_of = 0;
    DayNumber law_before = 0;
    DayNumber law_after = 0;
    std::vector<EntryDifference> entries;       ///< all that differ, whether verdicts change or not
    std::vector<CriterionDifference> criteria;  ///< those whose standing or some verdict changes
};

/// Compares the verdicts of two packs over one roster, criterion by criterion of the same id, and names the entries
/// that differ. `law_after` is the day whose law applies to `after`, by default that of `options`; with the same pack
/// on both sides it shows what a change of law does.
///
///     diff(old_pack, new_pack, roster, {.as_of = Date(2025, 10, 8)});
///
/// Costs two evaluations. Throws `Error` as `evaluate` does. Thread-safe.
CADRE_EXPORT PackDifference diff(const Pack& before, const Pack& after, const Roster& roster,
                                 const EvaluationOptions& options, std::optional<Date> law_after = std::nullopt);

}  // namespace cadre

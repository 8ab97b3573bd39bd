#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/judged_row.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/citation.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// A cell that leaves a condition undetermined: missing, or a date of which only the year or month is known.
struct MissingField {
    std::string table;  ///< "cadres", "cadres.appraisals"
    std::int64_t row = 0;
    std::string attribute;
    LocalizedText meaning;
    bool partial = false;  ///< a partial date

    bool operator==(const MissingField&) const = default;
};

/// A value that a condition was judged by.
struct SeenValue {
    LocalizedText what;
    LocalizedText value;
};

/// One condition of an explanation, with those that it is made of.
struct ExplanationNode {
    enum class Kind {
        criterion,    ///< a criterion of the pack, by name
        definition,   ///< a definition of the pack, by name
        all_of,       ///< `and`
        any_of,       ///< `or`
        negation,     ///< `not`
        conditional,  ///< `if`: the condition, then what applies
        condition,    ///< a comparison or another single test
        member,       ///< one member of a list that a condition reads
    };

    Kind kind = Kind::condition;
    Verdict verdict = Verdict::undetermined;
    LocalizedText label;                  ///< what is judged
    std::optional<LocalizedText> seen;    ///< the value seen
    std::optional<LocalizedText> needed;  ///< the value needed
    std::optional<LocalizedText> gap;     ///< how far the value seen is from it: "short by 4 months"
    std::string rule;                     ///< in the criterion language; empty for members
    std::string name;                     ///< id of a criterion or definition
    Citation citation;                    ///< of a criterion, or of the parameter that a condition reads
    std::vector<SeenValue> inputs;        ///< what the value seen was computed from
    std::vector<MissingField> missing;    ///< undetermined conditions: what leaves them open
    std::vector<LocalizedText> reasons;   ///< undetermined conditions: why, other than missing cells
    std::vector<ExplanationNode> children;
    bool asks_known = false;    ///< reads `known` or `get or else`: filling in data may change the verdict
    std::int64_t unlisted = 0;  ///< members of lists that are not among `children`
};

/// Why one row meets, or does not meet, one criterion. A plain value; names rows by number only.
struct Explanation : JudgedRow {
    std::optional<DayNumber> snapshot;  ///< the day of undated facts, when it is not as_of
    ExplanationNode root;

    Verdict verdict() const { return root.verdict; }

    /// The tree for people: ✓ met, ✗ not met, ? undetermined. Days are written dd/mm/yyyy in Vietnamese
    /// and ISO in English.
    CADRE_EXPORT std::string to_text(Language language) const;
    /// By code, "vi" or "en". Throws `Error` (invalid_argument) for another.
    CADRE_EXPORT std::string to_text(std::string_view language) const;
};

/// At most so many members of one list are listed in an explanation.
inline constexpr std::size_t most_members_listed = 12;

/// For whom an explanation is written, and so what it shows.
enum class Audience : std::uint8_t {
    subject,     ///< the person: the values seen, but no attribute that the schema marks sensitive
    unit,        ///< the person's unit: which conditions hold and which cells are missing, but no values
    department,  ///< the personnel department, which keeps the file: sensitive attributes as well
};

/// Explains the verdict of one criterion on one row; its verdict equals that of `judge` and `evaluate`, whoever
/// reads it.
///
///     explain(pack, "postgraduate_holder", roster, 17, {.as_of = Date(2015, 12, 31)}).to_text("vi");
///
/// Throws `Error`: not_found for an unknown criterion (with a suggestion) or row, invalid_argument as
/// `evaluate` does. Thread-safe.
CADRE_EXPORT Explanation explain(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                                 const EvaluationOptions& options, Audience audience = Audience::subject);

}  // namespace cadre

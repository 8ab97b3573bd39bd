#pragma once

#include "evaluation/remedies/choice.hpp"
#include "evaluation/remedies/critical_values.hpp"
#include "evaluation/remedies/raised_values.hpp"
#include "evaluation/value_text.hpp"

#include <optional>
#include <vector>

namespace cadre {

/// Members beyond so many kinds are not tried for one list.
inline constexpr std::size_t most_member_kinds = 256;

/// The members that a list may gain, by the `append` that the schema declares for it. Each has the day judged (or its
/// year), the declared codes and, of the attributes that the condition reads, a critical value or none: what the
/// condition does not ask for is left unknown.
class AppendedMember {
public:
    AppendedMember(ReferenceEvaluator& evaluator, const CriticalValues& critical, DayNumber as_of,
                   const CellIndex& list);

    Choice choice() const;

private:
    /// A member's cell, and the values that it may have; the first of several says nothing.
    struct Part {
        int attribute = 0;
        bool chosen = false;
        std::vector<RaisedValue> values;
    };
    using Picks = std::vector<std::size_t>;

    bool year_is_taken(const PossibleList& present) const;
    std::vector<Part> parts(bool& complete) const;
    std::optional<RaisedValue> declared_value(int attribute) const;
    std::optional<RaisedValue> day_value(int attribute) const;
    PossibleList with_member(const PossibleList& present, const AbstractValue& key) const;
    Option option(const PossibleList& present, const std::vector<Part>& parts, const Picks& picks) const;
    bool asks_no_more(const std::vector<Part>& parts, const Picks& a, const Picks& b) const;
    LocalizedText described(const Part& part, const RaisedValue& value) const;

    ReferenceEvaluator& evaluator_;
    const CriticalValues& critical_;
    DayNumber as_of_;
    CellIndex list_;
    const Attribute& attribute_;
    int table_;  ///< of the members
    const Table& members_;
    std::int64_t new_row_;
    ValueText words_;
};

}  // namespace cadre

#pragma once

#include "evaluation/remedies/critical_values.hpp"
#include "evaluation/remedies/raised_values.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/evaluation/remedy.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// Members beyond so many kinds are not tried for one list.
inline constexpr std::size_t most_member_kinds = 256;

/// The members that a list may gain, whoever's it is, by the `append` that the schema declares for it. Each has the day
/// judged (or its year), the declared codes and, of the attributes that the condition reads, a critical value or none:
/// what the condition does not ask for is left unknown.
class MemberKinds {
public:
    /// A member's cells, by attribute of its table; `Missing` is written for those left unknown.
    using Kind = std::vector<RaisedValue>;

    /// `list` is an attribute with `append`.
    MemberKinds(ReferenceEvaluator& evaluator, const CriticalValues& critical, DayNumber as_of, const Attribute& list);

    /// Those that ask for less before those that ask for more.
    const std::vector<Kind>& all() const { return kinds_; }
    /// [i][j]: kind i asks for nothing that kind j does not.
    const std::vector<std::vector<bool>>& at_most() const { return at_most_; }
    /// Whether these are all that can make a difference.
    bool complete() const { return complete_; }
    /// Whether kinds differ in the attribute.
    bool varies(std::size_t attribute) const { return parts_[attribute].chosen; }
    /// The members' attribute that holds the day judged, or its year.
    int dated() const { return dated_; }
    /// The year of which a list may hold one member only.
    std::optional<std::int64_t> year() const { return year_; }
    /// The change for a list that is `missing` or not.
    Change change(const Kind& kind, bool missing) const;

private:
    /// A member's cell, and the values that it may have; the first of several says nothing.
    struct Part {
        bool chosen = false;
        std::vector<RaisedValue> values;
    };
    using Picks = std::vector<std::size_t>;

    Part part(int attribute);
    std::optional<RaisedValue> declared_value(int attribute) const;
    RaisedValue day_value() const;
    std::vector<Picks> picks();
    bool asks_no_more(const Picks& a, const Picks& b) const;

    ReferenceEvaluator& evaluator_;
    const CriticalValues& critical_;
    DayNumber as_of_;
    const Attribute& list_;
    const Table& members_;
    ValueText words_;
    int dated_;
    std::optional<std::int64_t> year_;
    bool complete_ = true;
    std::vector<Part> parts_;  ///< by attribute
    std::vector<Kind> kinds_;
    std::vector<std::vector<bool>> at_most_;
};

}  // namespace cadre

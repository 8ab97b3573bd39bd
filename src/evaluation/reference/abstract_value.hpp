#pragma once

#include "evaluation/possible.hpp"

#include <cadre/evaluation/verdict.hpp>
#include <cadre/schema/type.hpp>

#include <cstdint>
#include <variant>
#include <vector>

namespace cadre {

/// The rows that a reference or record may denote.
struct PossibleRows {
    std::vector<std::int64_t> rows;  ///< ascending, distinct
    bool any = false;                ///< a row that is not known, too
    bool may_be_none = false;
    bool may_be_undefined = false;

    static PossibleRows exactly(std::int64_t row) { return {{row}, false, false, false}; }
    static PossibleRows anything() { return {{}, true, false, false}; }
    bool is_single() const { return rows.size() == 1 && !any && !may_be_none && !may_be_undefined; }
};

struct Member;

/// What is known of a list: its members, or only how many there may be.
struct PossibleList {
    std::vector<Member> members;
    bool unknown = false;  ///< the members are not known; only the count is, within [least, most]
    bool open = false;     ///< members beyond these may exist
    bool may_be_undefined = false;
    std::int64_t least = 0;
    std::int64_t most = 0;

    static PossibleList anything();
};

/// The set of values that an expression may have, by its static type: boolean; integer, date, months,
/// days, level (rank) and text (id); decimal; reference and record; list.
using AbstractValue = std::variant<Verdict, PossibleInteger, PossibleDecimal, PossibleRows, PossibleList>;

/// A member of a list: certain, or possible (its membership is undetermined).
struct Member {
    AbstractValue value;
    bool certain = true;
    bool anywhere = false;  ///< its order key is missing, or may fall on another's: it may stand at any position
};

struct CountRange {
    std::int64_t least;
    std::int64_t most;
};
/// How many members the list may have.
CountRange count_range(const PossibleList& list);

/// The value of a cell of which nothing is known.
AbstractValue unknown_value(const Type& type);
/// The value of an expression that has none (division by zero, no such item, …).
AbstractValue undefined_value(const Type& type);
/// The least value that holds both; texts and booleans that differ become unknown.
AbstractValue join(const Type& type, const AbstractValue& a, const AbstractValue& b);

}  // namespace cadre

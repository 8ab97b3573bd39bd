#pragma once

#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cadre {

/// The cell is not known. It never decides a verdict.
struct Missing {
    bool operator==(const Missing&) const = default;
};
/// The fact that there is no such thing, for attributes that allow it (a non-member's admission date).
struct None {
    bool operator==(const None&) const = default;
};
/// The end of a spell that still runs; later than every date.
struct Ongoing {
    bool operator==(const Ongoing&) const = default;
};

/// A date of which only the year or the month is known: any day from `first` to `last`, both included.
struct PartialDate {
    Date first;
    Date last;

    bool operator==(const PartialDate&) const = default;

    /// Any day of the year, or of the month. Throws `std::out_of_range` as `Date` does where there is none.
    static PartialDate of_year(int year) { return between(year, 1, 12); }
    static PartialDate of_month(int year, int month) { return between(year, month, month); }

private:
    static PartialDate between(int year, int from, int to) {
        const auto first_of = [&](int month) {
            return Date(static_cast<unsigned short>(year), static_cast<unsigned short>(month), 1);
        };
        return {first_of(from), first_of(to).end_of_month()};
    }
};

struct Value;

/// Named values of one row, in any order; an attribute that is not named is missing.
using Record = std::vector<std::pair<std::string, Value>>;

/// Members of a list attribute; `open` says that others may exist.
struct ListValue {
    std::vector<Record> records;  ///< a list of scalars holds records with the one name `item`
    bool open = false;
};

/// One value of a row by name: what hosts, tests and case files put into a roster.
///
/// Codes and free text are strings; a reference is the key of a row of the referenced table.
struct Value : std::variant<Missing, None, Ongoing, bool, std::int64_t, double, std::string, Date, Duration, ListValue,
                            PartialDate> {
    using variant::variant;
    Value(int number) : variant(std::int64_t{number}) {}
    Value(const char* text) : variant(std::string(text)) {}
};

}  // namespace cadre

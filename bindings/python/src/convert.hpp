#pragma once

#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/model/value.hpp>
#include <cadre/roster/mapping.hpp>
#include <cadre/schema/document.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/interval.hpp>
#include <cadre/vocabulary/share.hpp>

#include <pybind11/pybind11.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {
enum class Audience : std::uint8_t;
}

namespace cadre::python {

namespace py = pybind11;

/// "vi" or "en"; any other text is a ValueError.
Language to_language(const std::string& code);

/// A datetime.date or an ISO text; `name` is the argument that error messages speak of.
DayNumber to_day(const py::handle& value, const char* name);
py::object from_day(DayNumber day);
py::object from_day(const std::optional<DayNumber>& day);

/// The first day and the first after it, None where there is no bound.
py::tuple from_interval(const DateInterval& interval);

/// A fractions.Fraction, or None.
py::object from_share(const std::optional<Share>& share);
/// The name of the verdict: "not_met".
py::object from_verdict(Verdict verdict);
/// Adds "policy", "title" (in English) and "citation" to the row of a frame.
void put_clause(py::dict& row, const std::string& id, const LocalizedText& title, const Citation& citation);

/// "subject", "unit" or "department"; any other text is a ValueError.
Audience to_audience(const std::string& name);

/// 0 (all of the machine's) or more; any other number is a ValueError.
int to_threads(int threads);
/// A span of days, of which 65,535 are the most; any other number is a ValueError.
std::uint16_t to_day_count(std::int64_t days, const char* name);

EvaluationOptions to_options(const py::handle& as_of, const py::handle& law_as_of, bool strict_snapshot,
                             int threads = 1);

/// None is missing; a dict is one record, lists of dicts or scalars are list values.
Value to_value(const py::handle& value);
Record to_record(const py::dict& values);
py::object from_value(const Value& value);

/// A str or os.PathLike, as UTF-8.
std::string to_path(const py::handle& value);

/// None: names map to themselves; a path: a TOML file; a dict: the same shape as the file.
Mapping to_mapping(const py::handle& value);

/// A row's number; IndexError for a negative one.
std::size_t to_row(py::ssize_t row);

/// What `convert` makes of each member.
template <class Made = py::dict, class Member>
py::list list_of(const std::vector<Member>& members, Made (*convert)(const Member&)) {
    py::list all;
    for (const Member& member : members) all.append(convert(member));
    return all;
}

/// A value of Python as one of C++; a TypeError where it has another type.
template <class Made>
Made cast_as(const py::handle& value, const char* complaint) {
    try {
        return value.cast<Made>();
    } catch (const py::cast_error&) {
        throw py::type_error(complaint);
    }
}

/// The getter of a property that is a list of dicts.
template <class Owner, class Member>
auto dicts_of(std::vector<Member> Owner::*members, py::dict (*to_dict)(const Member&)) {
    return [members, to_dict](const Owner& owner) { return list_of(owner.*members, to_dict); };
}

/// Iterates an object that has `__getitem__` and `__len__`.
py::object iterate_sequence(const py::object& sequence);

}  // namespace cadre::python

#include "convert.hpp"

#include <cadre/evaluation/explanation.hpp>

#include <datetime.h>

#include <limits>

namespace cadre::python {
namespace {

std::string type_name(const py::handle& value) {
    return py::str(py::type::handle_of(value).attr("__name__"));
}

// Only the macros of datetime.h see the imported interface, and they see it per translation unit.
void import_datetime() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

bool is_date(const py::handle& value) {
    import_datetime();
    return PyDate_Check(value.ptr()) != 0;
}

std::optional<DayNumber> day_of(const py::handle& value) {
    return make_day(py::cast<int>(value.attr("year")), py::cast<int>(value.attr("month")),
                    py::cast<int>(value.attr("day")));
}

DayNumber day_in_range(const py::handle& value, const std::string& name) {
    if (const auto day = day_of(value)) return *day;
    throw py::value_error(name + ": days lie between 1400-01-01 and 9999-12-31");
}

Duration to_days(const py::handle& value) {
    const bool is_whole = py::cast<int>(value.attr("seconds")) == 0 && py::cast<int>(value.attr("microseconds")) == 0;
    if (!is_whole) throw py::value_error("a timedelta must be whole days");
    return {Duration::Unit::days, py::cast<std::int64_t>(value.attr("days"))};
}

std::int64_t to_integer(const py::handle& value) {
    int overflow = 0;
    const long long number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
    if (overflow != 0) throw py::value_error("integers must fit into 64 bits");
    return number;
}

Record to_member(const py::handle& value) {
    if (py::isinstance<py::dict>(value)) return to_record(py::reinterpret_borrow<py::dict>(value));
    return {{"item", to_value(value)}};
}

ListValue to_list(const py::handle& value) {
    ListValue list;
    list.open = py::isinstance(value, py::module_::import("cadre.facts").attr("OpenList"));
    for (const py::handle member : value) list.records.push_back(to_member(member));
    return list;
}

std::optional<Value> to_fact(const py::handle& value) {
    const py::module_ facts = py::module_::import("cadre.facts");
    if (value.is(facts.attr("NONE"))) return Value(None{});
    if (value.is(facts.attr("ONGOING"))) return Value(Ongoing{});
    return std::nullopt;
}

Node to_node(const py::handle& value, const Place& place);

Node::Members to_members(const py::handle& table, const Place& place) {
    Node::Members members;
    for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(table)) {
        if (!py::isinstance<py::str>(key)) throw py::type_error("keys of a mapping must be str");
        members.emplace_back(py::cast<std::string>(key), to_node(value, place));
    }
    return members;
}

Node::Array to_array(const py::handle& values, const Place& place) {
    Node::Array array;
    for (const py::handle value : values) array.push_back(to_node(value, place));
    return array;
}

// As deep as TOML documents may be; a mapping needs three levels.
constexpr int deepest_mapping = 64;

class NestingGuard {
public:
    explicit NestingGuard(int& depth) : depth_(depth) {
        if (depth_ >= deepest_mapping) throw py::value_error("the mapping is nested too deep");
        ++depth_;
    }
    ~NestingGuard() { --depth_; }
    NestingGuard(const NestingGuard&) = delete;
    NestingGuard& operator=(const NestingGuard&) = delete;

private:
    int& depth_;
};

Node to_node(const py::handle& value, const Place& place) {
    thread_local int depth = 0;
    const NestingGuard guard(depth);
    if (py::isinstance<py::dict>(value)) return Node(to_members(value, place), place);
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
        return Node(to_array(value, place), place);
    }
    if (py::isinstance<py::bool_>(value)) return Node(py::cast<bool>(value), place);
    if (py::isinstance<py::int_>(value)) return Node(to_integer(value), place);
    if (py::isinstance<py::float_>(value)) return Node(py::cast<double>(value), place);
    if (py::isinstance<py::str>(value)) return Node(py::cast<std::string>(value), place);
    if (is_date(value)) return Node(civil_date(day_in_range(value, "mapping")), place);
    throw py::type_error("a mapping holds dicts, lists, str, bool, int, float and dates, not " + type_name(value));
}

bool is_path(const py::handle& value) {
    return py::isinstance<py::str>(value) || py::hasattr(value, "__fspath__");
}

}  // namespace

Language to_language(const std::string& code) {
    if (const auto language = parse_language(code)) return *language;
    throw py::value_error("the language is \"vi\" or \"en\", not \"" + code + "\"");
}

DayNumber to_day(const py::handle& value, const char* name) {
    if (is_date(value)) return day_in_range(value, name);
    if (!py::isinstance<py::str>(value)) {
        throw py::type_error(std::string(name) + " must be a datetime.date or a text such as 2015-12-31, not " +
                             type_name(value));
    }
    const auto text = py::cast<std::string>(value);
    if (const auto day = parse_iso_date(text)) return *day;
    throw py::value_error(std::string(name) + ": \"" + text + "\" is no date such as 2015-12-31");
}

py::object from_day(DayNumber day) {
    import_datetime();
    const CivilDate civil = civil_date(day);
    return py::reinterpret_steal<py::object>(PyDate_FromDate(civil.year, civil.month, civil.day));
}

py::object from_day(const std::optional<DayNumber>& day) {
    return day ? from_day(*day) : py::none();
}

py::tuple from_interval(const DateInterval& interval) {
    return py::make_tuple(from_day(interval.from), from_day(interval.to));
}

py::object from_share(const std::optional<Share>& share) {
    if (!share) return py::none();
    return py::module_::import("fractions").attr("Fraction")(share->numerator, share->denominator);
}

py::object from_verdict(Verdict verdict) {
    return py::cast(verdict).attr("name");
}

void put_clause(py::dict& row, const std::string& id, const LocalizedText& title, const Citation& citation) {
    row["policy"] = id;
    row["title"] = title.en;
    row["citation"] = py::str(py::cast(citation));
}

Audience to_audience(const std::string& name) {
    if (name == "subject") return Audience::subject;
    if (name == "unit") return Audience::unit;
    if (name == "department") return Audience::department;
    throw py::value_error("audience is 'subject', 'unit' or 'department', not '" + name + "'");
}

int to_threads(int threads) {
    if (threads < 0) throw py::value_error("threads must be 0 (all of the machine's) or more");
    return threads;
}

std::uint16_t to_day_count(std::int64_t days, const char* name) {
    constexpr std::uint16_t most = std::numeric_limits<std::uint16_t>::max();
    if (days < 0 || days > most) {
        throw py::value_error(std::string(name) + " must be from 0 to " + std::to_string(most) + " days");
    }
    return static_cast<std::uint16_t>(days);
}

EvaluationOptions to_options(const py::handle& as_of, const py::handle& law_as_of, bool strict_snapshot, int threads) {
    EvaluationOptions options;
    options.as_of = date_of(to_day(as_of, "as_of"));
    if (!law_as_of.is_none()) options.law_as_of = date_of(to_day(law_as_of, "law_as_of"));
    options.strict_snapshot = strict_snapshot;
    options.threads = to_threads(threads);
    return options;
}

Value to_value(const py::handle& value) {
    import_datetime();
    if (value.is_none()) return Missing{};
    if (py::isinstance<py::bool_>(value)) return py::cast<bool>(value);
    if (py::isinstance<py::int_>(value)) return to_integer(value);
    if (py::isinstance<py::float_>(value)) return py::cast<double>(value);
    if (py::isinstance<py::str>(value)) return py::cast<std::string>(value);
    if (is_date(value)) return date_of(day_in_range(value, "value"));
    if (PyDelta_Check(value.ptr())) return to_days(value);
    if (py::isinstance<Duration>(value)) return py::cast<Duration>(value);
    if (py::isinstance<PartialDate>(value)) return py::cast<PartialDate>(value);
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) return to_list(value);
    if (auto fact = to_fact(value)) return *fact;
    throw py::type_error("no attribute holds a value of type " + type_name(value));
}

Record to_record(const py::dict& values) {
    Record record;
    for (const auto& [name, value] : values) {
        if (!py::isinstance<py::str>(name)) throw py::type_error("attribute names must be str");
        record.emplace_back(py::cast<std::string>(name), to_value(value));
    }
    return record;
}

namespace {

py::object from_duration(Duration duration) {
    import_datetime();
    if (duration.unit == Duration::Unit::months) return py::cast(duration);
    return py::module_::import("datetime").attr("timedelta")(py::arg("days") = duration.count);
}

py::object from_list(const ListValue& list) {
    py::list members;
    for (const Record& record : list.records) {
        if (record.size() == 1 && record[0].first == "item") {
            members.append(from_value(record[0].second));
            continue;
        }
        py::dict values;
        for (const auto& [name, value] : record) values[py::str(name)] = from_value(value);
        members.append(values);
    }
    if (!list.open) return members;
    return py::module_::import("cadre.facts").attr("OpenList")(members);
}

struct ToPython {
    py::object operator()(Missing) const { return py::none(); }
    py::object operator()(None) const { return py::module_::import("cadre.facts").attr("NONE"); }
    py::object operator()(Ongoing) const { return py::module_::import("cadre.facts").attr("ONGOING"); }
    py::object operator()(const Date& date) const { return from_day(day_number(date)); }
    py::object operator()(Duration duration) const { return from_duration(duration); }
    py::object operator()(const ListValue& list) const { return from_list(list); }
    template <class T>
    py::object operator()(const T& value) const {
        return py::cast(value);
    }
};

}  // namespace

py::object from_value(const Value& value) {
    using Base = Value::variant;
    return std::visit(ToPython{}, static_cast<const Base&>(value));
}

std::string to_path(const py::handle& value) {
    if (!is_path(value)) throw py::type_error("a path must be str or os.PathLike, not " + type_name(value));
    return py::cast<std::string>(py::module_::import("os").attr("fspath")(value));
}

Mapping to_mapping(const py::handle& value) {
    if (value.is_none()) return {};
    if (py::isinstance<py::dict>(value)) return Mapping::from_document(to_node(value, Place{.source = "mapping"}));
    if (is_path(value)) return Mapping::load(to_path(value));
    throw py::type_error("a mapping is a path, a dict or None, not " + type_name(value));
}

std::size_t to_row(py::ssize_t row) {
    if (row < 0) throw py::index_error("rows count from 0");
    return static_cast<std::size_t>(row);
}

py::object iterate_sequence(const py::object& sequence) {
    PyObject* iterator = PySeqIter_New(sequence.ptr());
    if (iterator == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(iterator);
}

}  // namespace cadre::python

#include "criteria/function_catalogue.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace cadre::criteria {
namespace {

constexpr std::size_t any = CatalogueEntry::any;

/// A function whose arguments are what its parameters say; those after the first `least` may be left out.
constexpr CatalogueEntry plain(std::string_view name, Function function, Gives gives,
                               std::initializer_list<FormalArgument> parameters, std::size_t least = any) {
    CatalogueEntry entry{.name = name, .function = function, .most_arguments = parameters.size(), .gives = gives};
    entry.least_arguments = least == any ? parameters.size() : least;
    std::copy(parameters.begin(), parameters.end(), entry.parameters.begin());
    return entry;
}

constexpr CatalogueEntry rounding(std::string_view name, Function function) {
    return plain(name, function, Gives::decimal, {{"n", Accepts::decimal}, {"scale", Accepts::integer}});
}

constexpr CatalogueEntry matching(std::string_view name, Function function, Gives gives) {
    return plain(name, function, gives, {{"string", Accepts::text}, {"match", Accepts::text}});
}

constexpr CatalogueEntry aggregate(std::string_view name, Function function, Gives gives) {
    return {name, Signature::aggregate, function, 1, any, {{{"list", Accepts::list}}}, gives};
}

constexpr CatalogueEntry on_list(std::string_view name, Function function, Gives gives,
                                 std::initializer_list<FormalArgument> parameters, std::size_t least,
                                 std::size_t most) {
    CatalogueEntry entry = plain(name, function, gives, parameters, least);
    entry.signature = Signature::list;
    entry.most_arguments = most;
    return entry;
}

/// Entries of one name stand together, and those with a `function` of their own before the others.
constexpr auto available = std::to_array<CatalogueEntry>({
    // numbers
    plain("abs", Function::abs, Gives::first_argument, {{"n", Accepts::measure}}),
    plain("floor", Function::floor, Gives::integer, {{"n", Accepts::decimal}}),
    plain("floor", Function::floor, Gives::decimal, {{"n", Accepts::decimal}, {"scale", Accepts::integer}}),
    plain("ceiling", Function::ceiling, Gives::integer, {{"n", Accepts::decimal}}),
    plain("ceiling", Function::ceiling, Gives::decimal, {{"n", Accepts::decimal}, {"scale", Accepts::integer}}),
    rounding("round up", Function::round_up),
    rounding("round down", Function::round_down),
    rounding("round half up", Function::round_half_up),
    rounding("round half down", Function::round_half_down),
    rounding("decimal", Function::decimal),
    plain("modulo", Function::modulo, Gives::first_argument,
          {{"dividend", Accepts::number}, {"divisor", Accepts::number}}),
    plain("sqrt", Function::sqrt, Gives::decimal, {{"number", Accepts::decimal}}),
    plain("log", Function::log, Gives::decimal, {{"number", Accepts::decimal}}),
    plain("exp", Function::exp, Gives::decimal, {{"number", Accepts::decimal}}),
    plain("odd", Function::odd, Gives::boolean, {{"number", Accepts::integer}}),
    plain("even", Function::even, Gives::boolean, {{"number", Accepts::integer}}),
    plain("number", Function::number, Gives::decimal, {{"from", Accepts::text}}),
    plain("number", Function::number, Gives::decimal,
          {{"from", Accepts::text}, {"grouping separator", Accepts::text}, {"decimal separator", Accepts::text}}),
    // texts
    plain("string", Function::string, Gives::text, {{"from", Accepts::scalar}}),
    plain("string length", Function::string_length, Gives::integer, {{"string", Accepts::text}}),
    plain(
        "string join", Function::string_join, Gives::text,
        {{"list", Accepts::texts}, {"delimiter", Accepts::text}, {"prefix", Accepts::text}, {"suffix", Accepts::text}},
        1),
    plain("substring", Function::substring, Gives::text,
          {{"string", Accepts::text}, {"start position", Accepts::integer}, {"length", Accepts::integer}}, 2),
    matching("substring before", Function::substring_before, Gives::text),
    matching("substring after", Function::substring_after, Gives::text),
    plain("upper case", Function::upper_case, Gives::text, {{"string", Accepts::text}}),
    plain("lower case", Function::lower_case, Gives::text, {{"string", Accepts::text}}),
    matching("contains", Function::contains, Gives::boolean),
    matching("starts with", Function::starts_with, Gives::boolean),
    matching("ends with", Function::ends_with, Gives::boolean),
    // dates and durations
    {"date", Signature::date, Function::date, 1, 1, {{{"from"}}}},
    plain("date", Function::date, Gives::date,
          {{"year", Accepts::integer}, {"month", Accepts::integer}, {"day", Accepts::integer}}),
    {"duration", Signature::duration, Function::date, 1, 1, {{{"from"}}}},
    plain("years and months duration", Function::years_and_months_duration, Gives::months,
          {{"from", Accepts::date}, {"to", Accepts::date}}),
    plain("day of year", Function::day_of_year, Gives::integer, {{"date", Accepts::date}}),
    plain("week of year", Function::week_of_year, Gives::integer, {{"date", Accepts::date}}),
    plain("day of week", Function::day_of_week, Gives::text, {{"date", Accepts::date}}),
    plain("month of year", Function::month_of_year, Gives::text, {{"date", Accepts::date}}),
    // lists
    aggregate("count", Function::count, Gives::integer),
    aggregate("sum", Function::sum, Gives::element),
    aggregate("min", Function::min, Gives::element),
    aggregate("max", Function::max, Gives::element),
    aggregate("mean", Function::mean, Gives::decimal),
    aggregate("median", Function::median, Gives::decimal),
    aggregate("mode", Function::mode, Gives::first_argument),
    aggregate("stddev", Function::stddev, Gives::decimal),
    aggregate("product", Function::product, Gives::element),
    aggregate("all", Function::all, Gives::boolean),
    aggregate("any", Function::any, Gives::boolean),
    {"list contains", Signature::list_element, Function::list_contains, 2, 2, {{{"list"}, {"element"}}}},
    on_list("append", Function::append, Gives::first_argument, {{"list", Accepts::list}, {"item", Accepts::element}}, 2,
            any),
    on_list("concatenate", Function::concatenate, Gives::first_argument, {{"list", Accepts::list}}, 1, any),
    on_list("union", Function::set_union, Gives::first_argument, {{"list", Accepts::list}}, 1, any),
    on_list("flatten", Function::flatten, Gives::flat, {{"list", Accepts::list}}, 1, 1),
    on_list("sublist", Function::sublist, Gives::first_argument,
            {{"list", Accepts::list}, {"start position", Accepts::integer}, {"length", Accepts::integer}}, 2, 3),
    on_list("remove", Function::remove, Gives::first_argument,
            {{"list", Accepts::list}, {"position", Accepts::integer}}, 2, 2),
    on_list("insert before", Function::insert_before, Gives::first_argument,
            {{"list", Accepts::list}, {"position", Accepts::integer}, {"newItem", Accepts::element}}, 3, 3),
    on_list("list replace", Function::list_replace, Gives::first_argument,
            {{"list", Accepts::list}, {"position", Accepts::integer}, {"newItem", Accepts::element}}, 3, 3),
    on_list("index of", Function::index_of, Gives::positions, {{"list", Accepts::list}, {"match", Accepts::element}}, 2,
            2),
    on_list("reverse", Function::reverse, Gives::first_argument, {{"list", Accepts::list}}, 1, 1),
    on_list("distinct values", Function::distinct_values, Gives::first_argument, {{"list", Accepts::list}}, 1, 1),
    on_list("duplicate values", Function::duplicate_values, Gives::first_argument, {{"list", Accepts::list}}, 1, 1),
    // missing data
    {"known", Signature::known, Function::known, 1, 1, {{{"path"}}}},
    {"get or else", Signature::known, Function::get_or_else, 2, 2, {{{"path"}, {"value"}}}},
    // the law
    {"at", Signature::law, Function::count, 2, 2, {{{"parameter"}, {"date"}}}},
    // any two values
    {"is", Signature::same, Function::count, 2, 2, {{{"value1"}, {"value2"}}}},
    {"before", Signature::ranges, Function::count, 2, 2},
    {"after", Signature::ranges, Function::count, 2, 2},
    {"meets", Signature::ranges, Function::count, 2, 2},
    {"met by", Signature::ranges, Function::count, 2, 2},
    {"overlaps", Signature::ranges, Function::count, 2, 2},
    {"overlaps before", Signature::ranges, Function::count, 2, 2},
    {"overlaps after", Signature::ranges, Function::count, 2, 2},
    {"finishes", Signature::ranges, Function::count, 2, 2},
    {"finished by", Signature::ranges, Function::count, 2, 2},
    {"includes", Signature::ranges, Function::count, 2, 2},
    {"during", Signature::ranges, Function::count, 2, 2},
    {"starts", Signature::ranges, Function::count, 2, 2},
    {"started by", Signature::ranges, Function::count, 2, 2},
    {"coincides", Signature::ranges, Function::count, 2, 2},
});

struct Property {
    std::string_view name;
    TypeKind owner;
    Function function;
};

constexpr auto properties = std::to_array<Property>({
    {"year", TypeKind::date, Function::year},
    {"month", TypeKind::date, Function::month},
    {"day", TypeKind::date, Function::day},
    {"weekday", TypeKind::date, Function::weekday},
    {"years", TypeKind::months, Function::years},
    {"months", TypeKind::months, Function::months},
    {"days", TypeKind::days, Function::days},
});

constexpr auto refused = std::to_array<CatalogueEntry>({
    {"today", Signature::needs_clock},
    {"now", Signature::needs_clock},
    {"time", Signature::needs_time},
    {"date and time", Signature::needs_time},
    {"days and time duration", Signature::needs_time},
    {"sort", Signature::needs_order},
    {"matches", Signature::needs_pattern},
    {"replace", Signature::needs_pattern},
    {"split", Signature::needs_pattern},
    {"get value", Signature::unavailable},
    {"get entries", Signature::unavailable},
});

constexpr std::string_view white_space = " \t\r\n";

/// The length of `name` at the front of `text` with its parenthesis still to come, 0 if it is not there.
std::size_t match(std::string_view text, std::string_view name) {
    std::size_t at = 0;
    for (const char wanted : name) {
        if (wanted == ' ') {
            const std::size_t end = text.find_first_not_of(white_space, at);
            if (end == at || end == std::string_view::npos) return 0;
            at = end;
        } else if (at < text.size() && text[at] == wanted) {
            ++at;
        } else {
            return 0;
        }
    }
    const std::size_t next = text.find_first_not_of(white_space, at);
    return next != std::string_view::npos && text[next] == '(' ? at : 0;
}

template <class Entries>
void match_longest(const Entries& entries, std::string_view text, std::size_t& longest, std::string& name) {
    for (const CatalogueEntry& entry : entries) {
        if (entry.name.find(' ') == std::string_view::npos || text.front() != entry.name.front()) continue;
        if (const std::size_t length = match(text, entry.name); length > longest) {
            longest = length;
            name = entry.name;
        }
    }
}

template <class Entries>
std::span<const CatalogueEntry> find_in(const Entries& entries, std::string_view name) {
    const auto named = [name](const CatalogueEntry& entry) { return entry.name == name; };
    const auto first = std::find_if(entries.begin(), entries.end(), named);
    return {first, std::find_if_not(first, entries.end(), named)};
}

}  // namespace

std::span<const CatalogueEntry> find_function(std::string_view name) {
    const auto found = find_in(available, name);
    return found.empty() ? find_in(refused, name) : found;
}

std::size_t match_spaced_name(std::string_view text, std::string& name) {
    std::size_t longest = 0;
    match_longest(available, text, longest, name);
    match_longest(refused, text, longest, name);
    return longest;
}

std::vector<std::string> available_functions() {
    std::vector<std::string> names;
    for (const CatalogueEntry& entry : available) {
        if (names.empty() || names.back() != entry.name) names.emplace_back(entry.name);
    }
    return names;
}

bool is_aggregate(Function function) {
    return std::any_of(available.begin(), available.end(), [function](const CatalogueEntry& entry) {
        return entry.function == function && entry.signature == Signature::aggregate;
    });
}

const Function* find_property(TypeKind owner, std::string_view name) {
    const auto found = std::find_if(properties.begin(), properties.end(), [&](const Property& property) {
        return property.owner == owner && property.name == name;
    });
    return found == properties.end() ? nullptr : &found->function;
}

std::vector<std::string> properties_of(TypeKind owner) {
    std::vector<std::string> names;
    for (const Property& property : properties) {
        if (property.owner == owner) names.emplace_back(property.name);
    }
    return names;
}

bool is_property(Function function) {
    return std::any_of(properties.begin(), properties.end(),
                       [function](const Property& property) { return property.function == function; });
}

std::string_view function_name(Function function) {
    const auto is_it = [function](const auto& entry) { return entry.function == function; };
    const auto property = std::find_if(properties.begin(), properties.end(), is_it);
    if (property != properties.end()) return property->name;
    return std::find_if(available.begin(), available.end(), is_it)->name;
}

}  // namespace cadre::criteria

#include "criteria/function_catalogue.hpp"

#include <algorithm>
#include <array>

namespace cadre::criteria {
namespace {

constexpr std::size_t any = static_cast<std::size_t>(-1);

constexpr auto available = std::to_array<CatalogueEntry>({
    {"count", Signature::aggregate, Function::count, 1, any},
    {"sum", Signature::aggregate, Function::sum, 1, any},
    {"min", Signature::aggregate, Function::min, 1, any},
    {"max", Signature::aggregate, Function::max, 1, any},
    {"years and months duration", Signature::two_dates, Function::years_and_months_duration, 2, 2},
    {"date", Signature::date, Function::date, 1, 3},
    {"duration", Signature::duration, Function::date, 1, 1},
    {"contains", Signature::two_texts, Function::contains, 2, 2},
    {"starts with", Signature::two_texts, Function::starts_with, 2, 2},
    {"list contains", Signature::list_element, Function::list_contains, 2, 2},
    {"abs", Signature::magnitude, Function::abs, 1, 1},
});

constexpr auto refused = std::to_array<CatalogueEntry>({
    {"today", Signature::needs_clock},
    {"now", Signature::needs_clock},
    {"time", Signature::needs_time},
    {"date and time", Signature::needs_time},
    {"days and time duration", Signature::needs_time},
    {"mean", Signature::unavailable},
    {"at", Signature::unavailable},
    {"known", Signature::unavailable},
    {"get or else", Signature::unavailable},
    {"distinct values", Signature::unavailable},
    {"median", Signature::unavailable},
    {"mode", Signature::unavailable},
    {"stddev", Signature::unavailable},
    {"product", Signature::unavailable},
    {"all", Signature::unavailable},
    {"any", Signature::unavailable},
    {"sort", Signature::unavailable},
    {"reverse", Signature::unavailable},
    {"append", Signature::unavailable},
    {"concatenate", Signature::unavailable},
    {"union", Signature::unavailable},
    {"flatten", Signature::unavailable},
    {"sublist", Signature::unavailable},
    {"remove", Signature::unavailable},
    {"insert before", Signature::unavailable},
    {"index of", Signature::unavailable},
    {"list replace", Signature::unavailable},
    {"string", Signature::unavailable},
    {"number", Signature::unavailable},
    {"string length", Signature::unavailable},
    {"string join", Signature::unavailable},
    {"substring", Signature::unavailable},
    {"substring before", Signature::unavailable},
    {"substring after", Signature::unavailable},
    {"upper case", Signature::unavailable},
    {"lower case", Signature::unavailable},
    {"ends with", Signature::unavailable},
    {"matches", Signature::unavailable},
    {"replace", Signature::unavailable},
    {"split", Signature::unavailable},
    {"floor", Signature::unavailable},
    {"ceiling", Signature::unavailable},
    {"round up", Signature::unavailable},
    {"round down", Signature::unavailable},
    {"round half up", Signature::unavailable},
    {"round half down", Signature::unavailable},
    {"decimal", Signature::unavailable},
    {"modulo", Signature::unavailable},
    {"sqrt", Signature::unavailable},
    {"log", Signature::unavailable},
    {"exp", Signature::unavailable},
    {"odd", Signature::unavailable},
    {"even", Signature::unavailable},
    {"day of year", Signature::unavailable},
    {"day of week", Signature::unavailable},
    {"month of year", Signature::unavailable},
    {"week of year", Signature::unavailable},
    {"get value", Signature::unavailable},
    {"get entries", Signature::unavailable},
    {"is", Signature::unavailable},
    {"before", Signature::unavailable},
    {"after", Signature::unavailable},
    {"meets", Signature::unavailable},
    {"overlaps", Signature::unavailable},
    {"during", Signature::unavailable},
    {"includes", Signature::unavailable},
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
const CatalogueEntry* find_in(const Entries& entries, std::string_view name) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [name](const CatalogueEntry& entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const CatalogueEntry* find_function(std::string_view name) {
    const CatalogueEntry* found = find_in(available, name);
    return found != nullptr ? found : find_in(refused, name);
}

std::size_t match_spaced_name(std::string_view text, std::string& name) {
    std::size_t longest = 0;
    match_longest(available, text, longest, name);
    match_longest(refused, text, longest, name);
    return longest;
}

std::vector<std::string> available_functions() {
    std::vector<std::string> names;
    for (const CatalogueEntry& entry : available) names.emplace_back(entry.name);
    return names;
}

bool is_aggregate(Function function) {
    return function == Function::count || function == Function::sum || function == Function::min ||
           function == Function::max;
}

std::string_view function_name(Function function) {
    switch (function) {
        case Function::year: return "year";
        case Function::month: return "month";
        case Function::day: return "day";
        default: break;
    }
    const auto found = std::find_if(available.begin(), available.end(),
                                    [function](const CatalogueEntry& entry) { return entry.function == function; });
    return found->name;
}

}  // namespace cadre::criteria

#include "planning/selection/class_rows.hpp"

#include "planning/selection/divide.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace cadre::selection {
namespace {

std::vector<int> options_of(const Row& row) {
    std::vector<int> options;
    options.reserve(row.terms.size());
    for (const Term& term : row.terms) options.push_back(term.option);
    return options;
}

struct Size {
    std::vector<int> clauses;
    std::int64_t lower;
    std::int64_t upper;
};

using Sizes = std::map<std::vector<int>, Size>;

void add_clauses(std::vector<int>& clauses, const std::vector<int>& more) {
    clauses.insert(clauses.end(), more.begin(), more.end());
    std::sort(clauses.begin(), clauses.end());
    clauses.erase(std::unique(clauses.begin(), clauses.end()), clauses.end());
}

Sizes sizes_of(const Part& part) {
    Sizes sizes;
    for (const Row& row : part.rows) {
        if (!row.is_unit()) continue;
        const auto [found, added] = sizes.try_emplace(options_of(row), Size{row.clauses, row.lower, row.upper});
        if (added) continue;
        add_clauses(found->second.clauses, row.clauses);
        found->second.lower = std::max(found->second.lower, row.lower);
        found->second.upper = std::min(found->second.upper, row.upper);
    }
    return sizes;
}

/// No share needs more, and its product with a number of options does not overflow.
constexpr std::int64_t greatest_coefficient = std::int64_t{1} << 32;

/// The two coefficients of a row that has no third.
std::optional<std::pair<std::int64_t, std::int64_t>> two_coefficients(const Row& row) {
    const auto [least, greatest] = std::minmax_element(
        row.terms.begin(), row.terms.end(), [](const Term& a, const Term& b) { return a.coefficient < b.coefficient; });
    const std::int64_t low = least->coefficient;
    const std::int64_t high = greatest->coefficient;
    const bool only_two = low != high && std::all_of(row.terms.begin(), row.terms.end(), [&](const Term& term) {
                              return term.coefficient == low || term.coefficient == high;
                          });
    if (!only_two || -low > greatest_coefficient || high > greatest_coefficient) return std::nullopt;
    return std::pair(low, high);
}

struct ClassRow {
    Row row;
    bool says_the_same;
};

/// low · size + (high − low) · members of the class lies between the bounds; the size between its own.
std::optional<ClassRow> class_row(const Row& share, const Size& size) {
    const auto two = two_coefficients(share);
    if (!two || size.lower > size.upper) return std::nullopt;
    const auto [low, high] = *two;
    const std::int64_t step = high - low;
    const auto least_of = [&, low = low](std::int64_t whole) { return -floor_divide(low * whole - share.lower, step); };
    const auto most_of = [&, low = low](std::int64_t whole) { return floor_divide(share.upper - low * whole, step); };
    const auto [lower, strict_lower] = std::minmax({least_of(size.lower), least_of(size.upper)});
    const auto [strict_upper, upper] = std::minmax({most_of(size.lower), most_of(size.upper)});

    ClassRow result{{share.clauses, 0, 0, {}}, false};
    add_clauses(result.row.clauses, size.clauses);
    for (const Term& term : share.terms) {
        if (term.coefficient == high) result.row.terms.push_back({term.option, 1});
    }
    const auto count = static_cast<std::int64_t>(result.row.terms.size());
    result.row.lower = std::max<std::int64_t>(lower, 0);
    result.row.upper = std::min(upper, count);
    result.says_the_same = std::max<std::int64_t>(strict_lower, 0) == result.row.lower &&
                           std::min(strict_upper, count) == result.row.upper;
    return result;
}

}  // namespace

void add_class_rows(Part& part) {
    const Sizes sizes = sizes_of(part);
    std::vector<Row> rows;
    for (Row& row : part.rows) {
        const auto size = sizes.find(options_of(row));
        const auto found = size == sizes.end() ? std::nullopt : class_row(row, size->second);
        if (!found || !found->says_the_same) rows.push_back(std::move(row));
        const bool says_something =
            found && (found->row.lower > 0 || found->row.upper < static_cast<std::int64_t>(found->row.terms.size()));
        if (says_something) rows.push_back(found->row);
    }
    part.rows = std::move(rows);
}

}  // namespace cadre::selection

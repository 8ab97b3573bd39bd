#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/vocabulary/share.hpp>

#include <string>

namespace cadre {

/// What a target demands of the rows that meet its criterion: a share of the population ("> 35 %") or
/// a number of rows (">= 10000").
struct Threshold {
    enum class Measure { share, count };
    enum class Comparison { more_than, at_least, at_most, less_than };

    Measure measure = Measure::share;
    Comparison comparison = Comparison::at_least;
    /// In lowest terms; the denominator of a count is 1.
    Share value;

    /// Whether a target with this threshold asks for many rows that meet, rather than for few.
    bool asks_for_more() const { return comparison == Comparison::more_than || comparison == Comparison::at_least; }
    /// Whether a share or count satisfies the threshold; exact.
    CADRE_EXPORT bool accepts(const Share& measured) const;
    /// "> 35 %", ">= 10000"; decimals as the language writes them.
    CADRE_EXPORT std::string to_text(Language language) const;

    bool operator==(const Threshold&) const = default;
};

}  // namespace cadre

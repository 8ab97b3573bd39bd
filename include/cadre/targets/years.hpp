#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>

#include <string>

namespace cadre {

/// The years in which something is judged, both included.
struct YearSpan {
    int from = 0;
    int to = 0;

    bool operator==(const YearSpan&) const = default;
};

/// What a number must do from one year to the next.
enum class Trend { not_increasing, not_decreasing };

/// "not increasing", as packs write it in English.
CADRE_EXPORT std::string to_text(Trend trend, Language language);

}  // namespace cadre

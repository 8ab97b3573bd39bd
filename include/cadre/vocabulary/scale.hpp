#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// One code of a scale or of a nominal list, with the ways real sheets write it.
struct Code {
    std::string id;
    int rank = 0;  ///< equal ranks satisfy each other's `>=`; unused by nominal lists
    LocalizedText label;
    std::vector<std::string> spellings;
};

/// An ordered scale (at most 255 levels, by ascending rank) or, with `ordered` false, a nominal list of codes.
struct Scale {
    std::string id;
    LocalizedText label;
    bool ordered = true;
    std::vector<Code> codes;
    /// Words that make a mention no proof of the level: "đang học" (still studying).
    std::vector<std::string> doubts;

    /// Position of the code, or nothing.
    CADRE_EXPORT std::optional<int> find(std::string_view code) const;
};

}  // namespace cadre

#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/messages/language.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// What an explanation says, in one language; every form that it is written in says the same.

/// "✓", "✗" or "?".
std::string_view verdict_sign(Verdict verdict);

/// Which row, which days, which verdict, whose facts.
std::vector<std::string> head_lines(const Explanation& explanation, Language language);

/// One condition, apart from those that it is made of.
struct NodeLines {
    std::string label;
    std::string values;                ///< ": seen (needed, gap)"; empty where there are none
    std::string citation;              ///< empty where there is none
    std::vector<std::string> remarks;  ///< what it was computed from, what is missing, other reasons
    std::string unlisted;              ///< how many members are not listed; empty where all are
};
NodeLines lines_of(const ExplanationNode& node, Language language);

}  // namespace cadre

#pragma once

#include <cadre/messages/language.hpp>

#include <string>

namespace cadre {

/// How far a cited fact was verified: `text` - the rule's own words were read; `summary` - a page
/// that states the number was read, and every output says so.
enum class VerificationMark { text, summary };

/// The clause that asks for a rule.
struct Citation {
    std::string document;  ///< e.g. "01-CTr/TU"
    std::string clause;    ///< e.g. "II.1.4"; may be empty
    VerificationMark mark = VerificationMark::text;

    bool empty() const { return document.empty() && clause.empty(); }
    bool operator==(const Citation&) const = default;
};

}  // namespace cadre

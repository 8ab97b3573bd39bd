#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>

#include <string>

namespace cadre {

/// The explanation as Markdown (CommonMark): a nested list, a condition an item. Texts are escaped.
///
///     explanation_markdown(explain(pack, "postgraduate_holder", roster, 17, day), Language::vi);
CADRE_EXPORT std::string explanation_markdown(const Explanation& explanation, Language language);

/// The explanation as one HTML page that needs nothing else: no script, no other file, no network. Conditions
/// fold; those that do not decide are folded at first. Texts are escaped.
CADRE_EXPORT std::string explanation_html(const Explanation& explanation, Language language);

/// The explanation as JSON (RFC 8259, UTF-8), with both languages of every text: {"criterion", "table", "row", "as_of",
/// "law_as_of", "snapshot", "verdict", "root"}; a node has "kind", "verdict", "label", "rule", and where it has them
/// "name", "seen", "needed", "gap", "citation", "inputs", "missing", "reasons", "children", "unlisted".
CADRE_EXPORT std::string explanation_json(const Explanation& explanation);

}  // namespace cadre

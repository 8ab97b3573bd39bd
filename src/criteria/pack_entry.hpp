#pragma once

#include "criteria/pack_document.hpp"
#include "criteria/syntax.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre::criteria {

/// A definition or criterion as the document gives it, its expression parsed but not checked.
struct PackEntry {
    bool is_criterion = false;
    std::string id;
    Place id_place;
    LocalizedText title;
    Citation citation;
    DateInterval in_force;
    int table = 0;
    std::string text;
    Place text_place;
    const PackDocument* document = nullptr;
    SyntaxPtr syntax;  ///< null when the text is wrong, which is reported
};

/// Reads one `[[definition]]` or `[[criterion]]`; nothing, and reported, when it has no usable id or table.
std::optional<PackEntry> read_entry(const Node& node, bool is_criterion, const PackDocument& document,
                                    const Schema& schema, Diagnostics& diagnostics);

/// The id of an entry, empty and reported when it cannot be a name in expressions.
std::string read_entry_id(FieldReader& fields);

/// The names that the entry's expression reads, as far as its syntax tells.
std::vector<std::string> names_in(const Syntax& syntax);

}  // namespace cadre::criteria

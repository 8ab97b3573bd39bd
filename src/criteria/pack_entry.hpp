#pragma once

#include "criteria/pack_document.hpp"
#include "criteria/syntax.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre::criteria {

/// What an entry says in one interval, its expression parsed but not checked.
struct EntryVersion {
    Citation citation;
    DateInterval in_force;
    std::string text;
    Place text_place;
    SyntaxPtr syntax;  ///< null when the text is wrong, which is reported
};

/// A definition or criterion as the document gives it.
struct PackEntry {
    bool is_criterion = false;
    std::string id;
    Place id_place;
    LocalizedText title;
    int table = 0;
    const PackDocument* document = nullptr;
    std::vector<EntryVersion> versions;        ///< by ascending interval; a definition has one
    std::vector<std::string> reads_sensitive;  ///< sensitive attributes that a criterion declares: "cadres.deferrals"
};

/// Reads one `[[definition]]` or `[[criterion]]`; nothing, and reported, when it has no usable id or table.
std::optional<PackEntry> read_entry(const Node& node, bool is_criterion, const PackDocument& document,
                                    const Schema& schema, Diagnostics& diagnostics);

/// The id of an entry, empty and reported when it cannot be a name in expressions.
std::string read_entry_id(FieldReader& fields);

/// The names that the entry's expressions read, as far as their syntax tells.
std::vector<std::string> names_in(const PackEntry& entry);

}  // namespace cadre::criteria

#pragma once

#include "criteria/text_origin.hpp"
#include "schema/field_reader.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// One pack's document with its head read, its entries not yet.
struct PackDocument {
    std::string id;
    LocalizedText title;
    PackSource source;
    std::vector<std::string> uses;  ///< the extended pack first
    Place uses_place;
    bool extends = false;  ///< whether the first pack used is extended: its targets and the like are taken over
    std::vector<std::string> used_ids;  ///< ids of the packs that `uses` names, filled by the library
    std::string vocabulary = "vietnam";
    Node root;
    std::shared_ptr<const DocumentText> text;
};

/// Parses the document and reads `[pack]`; nothing when the TOML itself is wrong.
std::optional<PackDocument> read_pack_document(std::string text, const std::string& source, Diagnostics& diagnostics);

/// How many entries the sections of a document have, versions of entries among them.
std::size_t count_entries(const Node& document);

/// A day written as a TOML date.
std::optional<DayNumber> read_day(FieldReader& fields, std::string_view key);

/// `from` and `to` of an entry.
DateInterval read_interval(FieldReader& fields);

}  // namespace cadre::criteria

#pragma once

#include <optional>
#include <string_view>
#include <vector>

/// The packs and vocabularies that the library ships, as their exact bytes. A file's id is its name without
/// ".toml"; `kind` is "pack" or "vocabulary".
namespace cadre::embedded {

/// The text of one file; empty when there is none. The view lives as long as the program.
std::optional<std::string_view> find(std::string_view kind, std::string_view id);

/// The ids of a kind, sorted.
std::vector<std::string_view> ids(std::string_view kind);

}  // namespace cadre::embedded

#pragma once

#include "criteria/pack_document.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::criteria {

/// A pack's text and the name under which diagnostics speak of it.
struct PackText {
    std::string text;
    std::string source;
};

/// The text of a shipped pack or of a file; a path that is not absolute starts at `folder`.
/// Throws `Error` (not_found).
PackText find_pack(std::string_view id_or_path, const std::string& folder);

/// The documents of a pack and of all packs that it uses, each once, the pack itself first.
class PackLibrary {
public:
    explicit PackLibrary(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// False, and reported, when the pack's own document cannot be read at all.
    bool collect(PackText pack);

    /// The documents stay where they are.
    const std::deque<PackDocument>& documents() const { return documents_; }

private:
    void collect_used(PackDocument& user);
    /// The id of the document, once it is among those collected; empty when it cannot be read.
    std::string add(PackText pack, const Place& used_at);
    bool is_collected(const std::string& id) const;

    Diagnostics& diagnostics_;
    std::deque<PackDocument> documents_;
    std::size_t entries_ = 0;         ///< of all documents
    std::vector<std::string> chain_;  ///< ids of the packs being read, each used by the one before
};

}  // namespace cadre::criteria

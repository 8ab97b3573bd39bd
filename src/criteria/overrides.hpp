#pragma once

#include "criteria/pack_document.hpp"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre::criteria {

/// Which entries of used packs others replace, by `overrides = "the pack"`. A used pack's entry is never replaced
/// without these words: two entries of one id are reported, and so is an override of what is not there.
class Overrides {
public:
    Overrides(const std::deque<PackDocument>& documents, Diagnostics& diagnostics);

    /// Whether another pack's entry stands in for this one.
    bool is_replaced(const PackDocument& document, const std::string& id) const {
        return replaced_.contains({&document, id});
    }

private:
    struct Entry {
        const PackDocument* document;
        std::string_view kind;  ///< "parameter", "definition", …
        std::string table;
        std::string overrides;  ///< a pack's id; empty: none
        Place id_place;
        Place overrides_place;
    };
    using EntriesById = std::map<std::string, std::vector<Entry>>;

    static void collect(const PackDocument& document, std::string_view kind, EntriesById& found);
    void resolve(const EntriesById& found);
    void replace(const std::string& id, const Entry& entry, const std::vector<Entry>& others);
    void refuse_silent(const std::string& id, const std::vector<Entry>& entries);
    bool uses(const PackDocument& user, const std::string& id) const;
    void report(const Place& place, Message message, std::optional<Message> hint = std::nullopt);

    const std::deque<PackDocument>& documents_;
    Diagnostics& diagnostics_;
    std::set<std::pair<const PackDocument*, std::string>> replaced_;
};

/// The document that this one extends, or null.
const PackDocument* extended_by(const PackDocument& document, const std::deque<PackDocument>& documents);

}  // namespace cadre::criteria

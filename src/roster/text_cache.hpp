#pragma once

#include "roster/text_hash.hpp"
#include "roster/text_meaning.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace cadre {

/// One distinct text of a column, how it was read, and in how many cells it stands.
struct TextEntry {
    std::string_view raw;  ///< in the column's own memory
    CellReading reading;
    std::int64_t count = 0;
};

/// Reads every distinct text of a column once. Entry 0 is the null cell.
class TextCache {
public:
    explicit TextCache(TextMeaning& meaning) : meaning_(meaning), slots_(256) {
        entries_.push_back({{}, meaning.blank(), 0});
    }

    /// The entry of a text; its bytes must outlive the cache.
    std::int32_t entry_of(std::string_view raw) {
        const std::uint64_t hash = text_hash(raw);
        const std::size_t mask = slots_.size() - 1;
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
            const Slot& slot = slots_[at];
            if (slot.entry == 0) return add(raw, hash);
            if (slot.tag == tag && same_text(entries_[static_cast<std::size_t>(slot.entry)].raw, raw))
                return slot.entry;
        }
    }

    std::vector<TextEntry>& entries() { return entries_; }
    const std::vector<TextEntry>& entries() const { return entries_; }

private:
    struct Slot {
        std::uint32_t tag = 0;
        std::int32_t entry = 0;
    };

    std::int32_t add(std::string_view raw, std::uint64_t hash);
    void place(std::uint64_t hash, std::int32_t entry);

    TextMeaning& meaning_;
    std::vector<TextEntry> entries_;
    std::vector<Slot> slots_;  ///< open addressing, a power of two
};

}  // namespace cadre

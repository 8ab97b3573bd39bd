#include "roster/text_cache.hpp"

namespace cadre {

std::int32_t TextCache::add(std::string_view raw, std::uint64_t hash) {
    // Rows are bounded below 2^31, so entries are too.
    const auto entry = static_cast<std::int32_t>(entries_.size());
    entries_.push_back({raw, meaning_.read(raw), 0});
    if (entries_.size() * 2 > slots_.size()) {
        slots_.assign(slots_.size() * 2, Slot{});
        for (std::size_t at = 1; at + 1 < entries_.size(); ++at) {
            place(text_hash(entries_[at].raw), static_cast<std::int32_t>(at));
        }
    }
    place(hash, entry);
    return entry;
}

void TextCache::place(std::uint64_t hash, std::int32_t entry) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), entry};
}

}  // namespace cadre

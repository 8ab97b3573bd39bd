#include "roster/suspected_encoding.hpp"

#include "roster/cell_text.hpp"
#include "roster/decoded_text.hpp"

namespace cadre {

namespace {

struct Evidence {
    std::int64_t cells = 0;
    std::int64_t texts = 0;

    void add(const TextEntry& entry) {
        cells += entry.count;
        ++texts;
    }
    bool is_enough(std::int64_t of_texts) const { return cells >= 3 && texts * 4 >= of_texts; }
};

}  // namespace

std::optional<TextEncoding> suspected_encoding(const std::vector<TextEntry>& entries) {
    std::int64_t texts = 0;
    Evidence tcvn3;
    Evidence vni;
    for (const TextEntry& entry : entries) {
        if (is_ascii(entry.raw)) continue;
        ++texts;
        if (shows_encoding(entry.raw, TextEncoding::tcvn3)) tcvn3.add(entry);
        if (shows_encoding(entry.raw, TextEncoding::vni)) vni.add(entry);
    }
    const Evidence& most = tcvn3.texts >= vni.texts ? tcvn3 : vni;
    if (!most.is_enough(texts)) return std::nullopt;
    return &most == &tcvn3 ? TextEncoding::tcvn3 : TextEncoding::vni;
}

}  // namespace cadre

#include "roster/text_pool.hpp"

#include "roster/text_hash.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/roster.hpp>

#include <algorithm>
#include <cstring>
#include <limits>

namespace cadre {

namespace {
constexpr std::size_t block_size = 1 << 16;
}

TextPool::TextPool() : slots_(64) {}

TextPool::TextPool(const TextPool& other) : TextPool() {
    for (const std::string_view text : other.texts_) intern(text);
}

std::size_t TextPool::slot_of(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = hash & mask;
    while (slots_[at].id >= 0) {
        if (slots_[at].hash == tag && same_text((*this)[slots_[at].id], text)) break;
        at = (at + 1) & mask;
    }
    return at;
}

std::optional<std::int32_t> TextPool::find(std::string_view text) const {
    const Slot& slot = slots_[slot_of(text, text_hash(text))];
    if (slot.id < 0) return std::nullopt;
    return slot.id;
}

std::int32_t TextPool::intern(std::string_view text) {
    const std::uint64_t hash = text_hash(text);
    std::size_t at = slot_of(text, hash);
    if (slots_[at].id >= 0) return slots_[at].id;
    if (texts_.size() >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
        throw Error(ErrorCode::limit_exceeded, Message{texts::roster_too_many_texts, {}});
    }
    if ((texts_.size() + 1) * 2 > slots_.size()) {
        grow();
        at = slot_of(text, hash);
    }
    texts_.push_back(stored(text));
    const auto id = static_cast<std::int32_t>(texts_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), id};
    return id;
}

std::string_view TextPool::stored(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > block_left_) {
        const std::size_t size = std::max(block_size, text.size());
        blocks_.push_back(std::make_unique<char[]>(size));
        block_at_ = blocks_.back().get();
        block_left_ = size;
    }
    char* const begin = block_at_;
    std::memcpy(begin, text.data(), text.size());
    block_at_ += text.size();
    block_left_ -= text.size();
    return {begin, text.size()};
}

void TextPool::grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (std::size_t id = 0; id < texts_.size(); ++id) {
        const std::uint64_t hash = text_hash(texts_[id]);
        std::size_t at = hash & mask;
        while (larger[at].id >= 0) at = (at + 1) & mask;
        larger[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::int32_t>(id)};
    }
    slots_ = std::move(larger);
}

}  // namespace cadre

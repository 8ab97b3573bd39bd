#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace cadre {

/// Interned texts: equal texts have one id, ids count from 0. Texts are kept as given; callers pass NFC.
class TextPool {
public:
    TextPool();
    TextPool(const TextPool& other);
    TextPool(TextPool&&) = default;
    TextPool& operator=(const TextPool&) = delete;
    TextPool& operator=(TextPool&&) = default;

    std::int32_t intern(std::string_view text);
    std::optional<std::int32_t> find(std::string_view text) const;
    std::string_view operator[](std::int32_t id) const { return texts_[static_cast<std::size_t>(id)]; }
    std::int32_t size() const { return static_cast<std::int32_t>(texts_.size()); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::int32_t id = -1;
    };

    std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
    std::string_view stored(std::string_view text);
    void grow();

    std::vector<std::string_view> texts_;
    std::vector<Slot> slots_;  ///< open addressing, linear probing, a power of two
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_left_ = 0;
    char* block_at_ = nullptr;
};

}  // namespace cadre

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace cadre::fuzz {

/// The bytes of a fuzzer's input, read as choices; zeros after its end.
class FuzzInput {
public:
    explicit FuzzInput(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    std::uint8_t byte() {
        if (bytes_.empty()) return 0;
        const std::uint8_t first = bytes_.front();
        bytes_ = bytes_.subspan(1);
        return first;
    }
    bool flag() { return (byte() & 1U) != 0; }
    /// Mostly false.
    bool rarely() { return byte() >= 0xF0; }
    std::size_t below(std::size_t bound) { return byte() % bound; }
    std::int64_t number() {
        std::int64_t value = 0;
        for (int at = 0; at < 8; ++at)
            value = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 8 | byte());
        return value;
    }
    bool empty() const { return bytes_.empty(); }

    template <class List>
    const auto& pick(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::span<const std::uint8_t> bytes_;
};

}  // namespace cadre::fuzz

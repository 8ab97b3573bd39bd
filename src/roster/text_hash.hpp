#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace cadre {

// Texts of cells are short: both functions read whole words, overlapping at the end, instead of calling
// memcpy and memcmp for lengths that the compiler cannot know.

template <class Word>
Word word_at(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof(Word));
    return word;
}

/// Up to seven bytes as one number.
inline std::uint64_t few_bytes(const char* at, std::size_t size) {
    if (size >= 4) {
        return (std::uint64_t{word_at<std::uint32_t>(at)} << 32) | word_at<std::uint32_t>(at + size - 4);
    }
    if (size == 0) return 0;
    const auto byte = [&](std::size_t index) { return std::uint64_t{static_cast<unsigned char>(at[index])}; };
    return (byte(0) << 16) | (byte(size / 2) << 8) | byte(size - 1);
}

/// A fast hash of short texts for tables in memory; not stable between versions, never stored.
inline std::uint64_t text_hash(std::string_view text) {
    __extension__ using Wide = unsigned __int128;
    constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15ULL;
    constexpr std::uint64_t last_multiplier = 0xD6E8FEB86659FD93ULL;
    const auto mix = [](std::uint64_t a, std::uint64_t b) {
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    const char* at = text.data();
    const std::size_t size = text.size();
    std::uint64_t state = multiplier ^ size;
    if (size < 8) return mix(state ^ few_bytes(at, size), last_multiplier);
    for (std::size_t done = 0; done + 8 < size; done += 8) {
        state = mix(state ^ word_at<std::uint64_t>(at + done), multiplier);
    }
    return mix(state ^ word_at<std::uint64_t>(at + size - 8), last_multiplier);
}

inline bool same_text(std::string_view left, std::string_view right) {
    const std::size_t size = left.size();
    if (size != right.size()) return false;
    if (size < 8) return few_bytes(left.data(), size) == few_bytes(right.data(), size);
    for (std::size_t done = 0; done + 8 < size; done += 8) {
        if (word_at<std::uint64_t>(left.data() + done) != word_at<std::uint64_t>(right.data() + done)) return false;
    }
    return word_at<std::uint64_t>(left.data() + size - 8) == word_at<std::uint64_t>(right.data() + size - 8);
}

}  // namespace cadre

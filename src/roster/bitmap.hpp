#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// A bit a row, least significant first in 64-bit words, bits past the end zero.
class Bitmap {
public:
    explicit Bitmap(std::size_t size, bool value = false) : size_(size), words_((size + 63) / 64, value ? ~0ULL : 0) {
        if (value && size % 64 != 0) words_.back() = (1ULL << (size % 64)) - 1;
    }

    std::size_t size() const { return size_; }
    bool get(std::size_t row) const { return (words_[row / 64] >> (row % 64)) & 1U; }
    void set(std::size_t row) { words_[row / 64] |= 1ULL << (row % 64); }
    void reset(std::size_t row) { words_[row / 64] &= ~(1ULL << (row % 64)); }

    std::size_t count() const {
        std::size_t sum = 0;
        for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
        return sum;
    }
    bool all() const { return count() == size_; }
    bool any() const {
        for (const std::uint64_t word : words_) {
            if (word != 0) return true;
        }
        return false;
    }
    const std::uint64_t* words() const { return words_.data(); }
    std::uint64_t* words() { return words_.data(); }

private:
    std::size_t size_;
    std::vector<std::uint64_t> words_;
};

}  // namespace cadre

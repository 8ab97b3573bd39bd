#pragma once

#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>

namespace cadre {

/// How the values of a column lie in memory.
enum class Storage : std::uint8_t {
    absent,  ///< the attribute was not given: every cell is missing
    bits,    ///< boolean, one bit a row, least significant first
    int8,
    uint8,  ///< also levels: position of the code in its scale
    int16,
    uint16,
    int32,  ///< also dates (days since 1970-01-01), text (id in the roster's texts), references (row)
    uint32,
    int64,
    float32,
    float64,
    list,  ///< offsets into the child table
};

/// The stored end of a spell that still runs: later than every date.
inline constexpr std::int32_t ongoing_day = std::numeric_limits<std::int32_t>::max();

/// One attribute's cells, a view on memory that `owner` keeps alive. Immutable.
///
/// Bitmaps are 64-bit words, bit `row % 64` of word `row / 64`, bits past the end zero; values under
/// absent cells are unspecified but readable.
struct Column {
    Storage storage = Storage::absent;
    std::size_t size = 0;
    const void* values = nullptr;            ///< first value; for lists the `size + 1` offsets (int64)
    const std::uint64_t* present = nullptr;  ///< null: every cell is present
    const std::uint64_t* none = nullptr;     ///< cells that are "none" (such cells are present); null: no such cell
    const std::uint64_t* open = nullptr;     ///< lists that are open (such lists are present); null: all closed
    /// Dates of which a cell may be partial: the last day that each cell may be, its first day being its value; null:
    /// every cell is one day. Under absent cells and those that are "none" unspecified but readable.
    const std::int32_t* upper = nullptr;
    std::shared_ptr<const void> owner;

    static bool bit(const std::uint64_t* words, std::size_t row) { return (words[row / 64] >> (row % 64)) & 1U; }

    bool is_present(std::size_t row) const {
        return storage != Storage::absent && (present == nullptr || bit(present, row));
    }
    bool is_none(std::size_t row) const { return none != nullptr && bit(none, row); }
    bool is_partial(std::size_t row) const { return upper != nullptr && upper[row] != as<std::int32_t>()[row]; }
    bool is_open(std::size_t row) const { return open != nullptr && bit(open, row); }

    template <class T>
    const T* as() const {
        return static_cast<const T*>(values);
    }
    /// Offsets of a list column: members of `row` are child rows [offsets()[row], offsets()[row + 1]).
    const std::int64_t* offsets() const { return as<std::int64_t>(); }

    /// The cell of any integer storage or bits; floats are not read by it.
    std::int64_t integer(std::size_t row) const {
        switch (storage) {
            case Storage::bits: return bit(as<std::uint64_t>(), row) ? 1 : 0;
            case Storage::int8: return as<std::int8_t>()[row];
            case Storage::uint8: return as<std::uint8_t>()[row];
            case Storage::int16: return as<std::int16_t>()[row];
            case Storage::uint16: return as<std::uint16_t>()[row];
            case Storage::int32: return as<std::int32_t>()[row];
            case Storage::uint32: return as<std::uint32_t>()[row];
            case Storage::int64: return as<std::int64_t>()[row];
            default: return 0;
        }
    }
    /// The cell of any storage as a double.
    double decimal(std::size_t row) const {
        if (storage == Storage::float32) return static_cast<double>(as<float>()[row]);
        if (storage == Storage::float64) return as<double>()[row];
        return static_cast<double>(integer(row));
    }
};

}  // namespace cadre

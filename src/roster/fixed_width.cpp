#include "roster/fixed_width.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

namespace cadre {

namespace {

/// Up to 64 bits from a position; never reads past the byte of the last.
std::uint64_t bits_at(const std::uint8_t* bits, std::int64_t position, std::int64_t count) {
    const std::int64_t first = position >> 3;
    const std::int64_t last = (position + count - 1) >> 3;
    const auto shift = static_cast<unsigned>(position & 7);
    std::uint64_t word = 0;
    std::memcpy(&word, bits + first, static_cast<std::size_t>(std::min<std::int64_t>(last - first + 1, 8)));
    word >>= shift;
    if (last - first == 8) word |= static_cast<std::uint64_t>(bits[last]) << (64 - shift);
    return count == 64 ? word : word & ((1ULL << count) - 1);
}

/// Keeps of the bits [to, to + count) of `target` those that are also set in `bits`.
void keep_bits(Bitmap& target, std::int64_t to, const std::uint8_t* bits, std::int64_t from, std::int64_t count) {
    while (count > 0) {
        const std::int64_t within = to & 63;
        const std::int64_t piece = std::min<std::int64_t>(count, 64 - within);
        const std::uint64_t kept = bits_at(bits, from, piece);
        const std::uint64_t mask = (piece == 64 ? ~0ULL : (1ULL << piece) - 1) << within;
        target.words()[to >> 6] &= (kept << within) | ~mask;
        to += piece;
        from += piece;
        count -= piece;
    }
}

bool is_aligned(const void* pointer, std::size_t width) {
    return reinterpret_cast<std::uintptr_t>(pointer) % width == 0;
}

const char* first_value(const ArrowSegment& segment, std::size_t width) {
    return static_cast<const char*>(segment.array->buffers[1]) + segment.start * static_cast<std::int64_t>(width);
}

}  // namespace

FixedWidth fixed_width_values(const ArrowColumn& column, std::size_t width) {
    if (column.segments.size() == 1) {
        const char* first = first_value(column.segments.front(), width);
        if (is_aligned(first, width)) return {first, column.owner};
    }
    // 64-bit words are aligned for every width.
    const std::size_t bytes = static_cast<std::size_t>(column.rows) * width;
    const auto copy = std::make_shared<std::vector<std::uint64_t>>((bytes + 7) / 8);
    char* to = reinterpret_cast<char*>(copy->data());
    for (const ArrowSegment& segment : column.segments) {
        const std::size_t size = static_cast<std::size_t>(segment.length) * width;
        if (size > 0) std::memcpy(to, first_value(segment, width), size);
        to += size;
    }
    return {copy->data(), copy};
}

Bitmap boolean_values(const ArrowColumn& column) {
    Bitmap values(static_cast<std::size_t>(column.rows), true);
    std::int64_t done = 0;
    for (const ArrowSegment& segment : column.segments) {
        keep_bits(values, done, static_cast<const std::uint8_t*>(segment.array->buffers[1]), segment.start,
                  segment.length);
        done += segment.length;
    }
    return values;
}

Bitmap valid_cells(const ArrowColumn& column) {
    Bitmap valid(static_cast<std::size_t>(column.rows), true);
    std::int64_t done = 0;
    for (const ArrowSegment& segment : column.segments) {
        if (const std::uint8_t* own = segment.validity()) keep_bits(valid, done, own, segment.start, segment.length);
        if (segment.outer != nullptr) keep_bits(valid, done, segment.outer, segment.outer_start, segment.length);
        done += segment.length;
    }
    return valid;
}

}  // namespace cadre

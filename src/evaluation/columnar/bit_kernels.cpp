#include "evaluation/columnar/bit_kernels.hpp"

#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>

#if defined(__x86_64__) && defined(__gnu_linux__)
#define CADRE_MULTIVERSION __attribute__((target_clones("avx2", "default")))
#else
#define CADRE_MULTIVERSION
#endif

namespace cadre::columnar {

namespace {

/// Packs 64 bytes of 0 or 1 into bits, eight at a time by one multiplication.
[[gnu::always_inline]] inline std::uint64_t pack(const std::uint8_t* bytes) {
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes + 8 * i, 8);
        bits |= ((eight * 0x0102040810204080U) >> 56) << (8 * i);
    }
    return bits;
}

/// Bytes; far enough to hide the memory's latency.
constexpr std::size_t read_ahead = 2048;

template <class Value, class Test>
[[gnu::always_inline]] inline void pack_tests(const Value* values, std::size_t count, std::uint64_t* out, Test test) {
    std::uint8_t bytes[64];
    for (; count >= 64; count -= 64, values += 64) {
        // The machine's own prefetching falls behind between the packed words.
        for (std::size_t line = 0; line < sizeof(Value); ++line) {
            __builtin_prefetch(reinterpret_cast<const char*>(values) + read_ahead + 64 * line);
        }
        for (int i = 0; i < 64; ++i) bytes[i] = test(values[i]) ? 1 : 0;
        *out++ = pack(bytes);
    }
    if (count == 0) return;
    std::memset(bytes, 0, sizeof bytes);
    for (std::size_t i = 0; i < count; ++i) bytes[i] = test(values[i]) ? 1 : 0;
    *out = pack(bytes);
}

/// One unsigned comparison tests both ends.
template <class Value>
[[gnu::always_inline]] inline void integers_in_range(const void* values, std::size_t first, std::size_t count,
                                                     std::int64_t lo, std::int64_t hi, std::uint64_t* out) {
    using Unsigned = std::make_unsigned_t<Value>;
    const auto base = static_cast<Unsigned>(lo);
    const auto span = static_cast<Unsigned>(static_cast<Unsigned>(hi) - base);
    pack_tests(static_cast<const Value*>(values) + first, count, out,
               [=](Value value) { return static_cast<Unsigned>(static_cast<Unsigned>(value) - base) <= span; });
}

template <class Value>
[[gnu::always_inline]] inline void decimals_in_range(const void* values, std::size_t first, std::size_t count,
                                                     double lo, double hi, std::uint64_t* out) {
    pack_tests(static_cast<const Value*>(values) + first, count, out, [=](Value value) {
        const auto number = static_cast<double>(value);
        return static_cast<int>(number >= lo) & static_cast<int>(number <= hi);
    });
}

#define CADRE_INTEGER_KERNEL(Value)                                                                                 \
    CADRE_MULTIVERSION void test_##Value(const void* values, std::size_t first, std::size_t count, std::int64_t lo, \
                                         std::int64_t hi, std::uint64_t* out) {                                     \
        integers_in_range<std::Value>(values, first, count, lo, hi, out);                                           \
    }
CADRE_INTEGER_KERNEL(int8_t)
CADRE_INTEGER_KERNEL(uint8_t)
CADRE_INTEGER_KERNEL(int16_t)
CADRE_INTEGER_KERNEL(uint16_t)
CADRE_INTEGER_KERNEL(int32_t)
CADRE_INTEGER_KERNEL(uint32_t)
CADRE_INTEGER_KERNEL(int64_t)
#undef CADRE_INTEGER_KERNEL

CADRE_MULTIVERSION void test_float(const void* values, std::size_t first, std::size_t count, double lo, double hi,
                                   std::uint64_t* out) {
    decimals_in_range<float>(values, first, count, lo, hi, out);
}
CADRE_MULTIVERSION void test_double(const void* values, std::size_t first, std::size_t count, double lo, double hi,
                                    std::uint64_t* out) {
    decimals_in_range<double>(values, first, count, lo, hi, out);
}

template <class Value, class Kernel>
void clamped(Kernel kernel, const Column& column, std::size_t first, std::size_t count, std::int64_t lo,
             std::int64_t hi, std::uint64_t* out) {
    lo = std::max<std::int64_t>(lo, std::numeric_limits<Value>::min());
    hi = std::min<std::int64_t>(hi, std::numeric_limits<Value>::max());
    if (lo > hi) {
        std::fill_n(out, words_for(count), 0);
        return;
    }
    kernel(column.values, first, count, lo, hi, out);
}

void bits_in_range(const Column& column, std::size_t first, std::size_t count, std::int64_t lo, std::int64_t hi,
                   std::uint64_t* out) {
    const std::uint64_t zeros = lo <= 0 && 0 <= hi ? ~std::uint64_t{0} : 0;
    const std::uint64_t ones = lo <= 1 && 1 <= hi ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < count; i += 64) {
        const std::size_t chunk = std::min<std::size_t>(64, count - i);
        const std::uint64_t bits = bits_at(column.as<std::uint64_t>(), first + i, chunk);
        *out++ = ((bits & ones) | (~bits & zeros)) & low_bits(chunk);
    }
}

[[gnu::always_inline]] inline std::int64_t count_bits(const std::uint64_t* words, std::size_t first, std::size_t last) {
    std::int64_t count = 0;
    for (; last - first > 64; first += 64) count += std::popcount(bits_at(words, first, 64));
    return last == first ? count : count + std::popcount(bits_at(words, first, last - first));
}

}  // namespace

CADRE_MULTIVERSION void count_members(const std::uint64_t* met, const std::uint64_t* not_met,
                                      const std::int64_t* offsets, std::size_t lists, std::int64_t base,
                                      PossibleInteger* counts) {
    for (std::size_t i = 0; i < lists; ++i) {
        const auto first = static_cast<std::size_t>(offsets[i] - base);
        const auto last = static_cast<std::size_t>(offsets[i + 1] - base);
        counts[i] = {count_bits(met, first, last),
                     static_cast<std::int64_t>(last - first) - count_bits(not_met, first, last),
                     PossibleInteger::in_range};
    }
}

void in_range(const Column& column, std::size_t first, std::size_t count, std::int64_t lo, std::int64_t hi,
              std::uint64_t* out) {
    if (count == 0) return;
    switch (column.storage) {
        case Storage::bits: return bits_in_range(column, first, count, lo, hi, out);
        case Storage::int8: return clamped<std::int8_t>(test_int8_t, column, first, count, lo, hi, out);
        case Storage::uint8: return clamped<std::uint8_t>(test_uint8_t, column, first, count, lo, hi, out);
        case Storage::int16: return clamped<std::int16_t>(test_int16_t, column, first, count, lo, hi, out);
        case Storage::uint16: return clamped<std::uint16_t>(test_uint16_t, column, first, count, lo, hi, out);
        case Storage::int32: return clamped<std::int32_t>(test_int32_t, column, first, count, lo, hi, out);
        case Storage::uint32: return clamped<std::uint32_t>(test_uint32_t, column, first, count, lo, hi, out);
        case Storage::int64: return clamped<std::int64_t>(test_int64_t, column, first, count, lo, hi, out);
        default: std::fill_n(out, words_for(count), 0);
    }
}

void in_range(const Column& column, std::size_t first, std::size_t count, double lo, double hi, std::uint64_t* out) {
    if (count == 0) return;
    if (column.storage == Storage::float32) return test_float(column.values, first, count, lo, hi, out);
    if (column.storage == Storage::float64) return test_double(column.values, first, count, lo, hi, out);
    std::fill_n(out, words_for(count), 0);
    for (std::size_t i = 0; i < count; ++i) {
        const double value = column.decimal(first + i);
        if (lo <= value && value <= hi) out[i / 64] |= std::uint64_t{1} << (i % 64);
    }
}

}  // namespace cadre::columnar

#include "evaluation/columnar/bit_kernels.hpp"

#include "evaluation/columnar/multiversion.hpp"

#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>

#if defined(__x86_64__) && defined(__gnu_linux__)
#include <immintrin.h>
#define CADRE_MOVE_MASKS
#endif

namespace cadre::columnar {

namespace {

#ifdef CADRE_MOVE_MASKS
__attribute__((target("avx2"))) void pack_by_move_masks(const std::uint8_t* bytes, std::size_t words,
                                                        std::uint64_t* out) {
    for (; words > 0; --words, bytes += 64) {
        const __m256i low = _mm256_load_si256(reinterpret_cast<const __m256i*>(bytes));
        const __m256i high = _mm256_load_si256(reinterpret_cast<const __m256i*>(bytes + 32));
        // The sign bit of each byte is taken; a shift of pairs of bytes moves 0 or 1 there.
        const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_slli_epi16(low, 7)));
        const auto second = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_slli_epi16(high, 7)));
        *out++ = first | static_cast<std::uint64_t>(second) << 32;
    }
}
#endif

/// Packs bytes of 0 or 1 into bits, 64 to a word.
void pack(const std::uint8_t* bytes, std::size_t words, std::uint64_t* out) {
#ifdef CADRE_MOVE_MASKS
    if (__builtin_cpu_supports("avx2")) return pack_by_move_masks(bytes, words, out);
#endif
    for (; words > 0; --words) {
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i, bytes += 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, bytes, 8);
            bits |= ((eight * 0x0102040810204080U) >> 56) << (8 * i);
        }
        *out++ = bits;
    }
}

/// Bytes; far enough to hide the memory's latency.
constexpr std::size_t read_ahead = 4096;
/// Values whose tests are packed in one go: enough to pay for the call, few enough to stay in the first cache.
constexpr std::size_t block = 1024;

template <class Value, class Test>
[[gnu::always_inline]] inline void test_block(const Value* values, std::size_t count, std::uint8_t* bytes, Test test) {
    // The machine's own prefetching falls behind between the packed blocks.
    for (std::size_t ahead = 0; ahead < count * sizeof(Value); ahead += 64) {
        __builtin_prefetch(reinterpret_cast<const char*>(values) + read_ahead + ahead);
    }
    for (std::size_t i = 0; i < count; ++i) bytes[i] = test(values[i]) ? 1 : 0;
}

template <class Value, class Test>
[[gnu::always_inline]] inline void pack_tests(const Value* values, std::size_t count, std::uint64_t* out, Test test) {
    alignas(64) std::uint8_t bytes[block];
    for (; count >= block; count -= block, values += block, out += block / 64) {
        test_block(values, block, bytes, test);
        pack(bytes, block / 64, out);
    }
    if (count == 0) return;
    test_block(values, count, bytes, test);
    const std::size_t words = words_for(count);
    std::fill(bytes + count, bytes + 64 * words, std::uint8_t{0});
    pack(bytes, words, out);
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

}  // namespace

void in_range(const std::uint16_t* counts, std::size_t count, int lo, int hi, std::uint64_t* out) {
    if (lo > hi) {
        std::fill_n(out, words_for(count), 0);
    } else {
        test_uint16_t(counts, 0, count, lo, hi, out);
    }
}

void in_range(const std::uint8_t* bands, std::size_t count, int lo, int hi, std::uint64_t* out) {
    if (lo > hi) {
        std::fill_n(out, words_for(count), 0);
    } else {
        test_uint8_t(bands, 0, count, lo, hi, out);
    }
}

CADRE_MULTIVERSION std::int64_t count_bits(const std::uint64_t* words, std::size_t count) {
    std::int64_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) bits += std::popcount(words[i]);
    return bits;
}

CADRE_MULTIVERSION std::int64_t count_common_bits(const std::uint64_t* a, const std::uint64_t* b, std::size_t count) {
    std::int64_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) bits += std::popcount(a[i] & b[i]);
    return bits;
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

#include "evaluation/columnar/member_counts.hpp"

#include "evaluation/columnar/bit_kernels.hpp"
#include "evaluation/columnar/multiversion.hpp"

#include <algorithm>
#include <bit>
#include <vector>

#if defined(__x86_64__) && defined(__gnu_linux__)
#define CADRE_SHIFTS_OF_BMI2
#endif

namespace cadre::columnar {

namespace {

/// Bytes; far enough to hide the memory's latency.
constexpr std::size_t read_ahead = 4096;

/// 64 members, and how many before them are set in each bitmap.
struct MemberWord {
    std::uint64_t met;
    std::uint64_t not_met;
    std::int64_t met_before;
    std::int64_t not_met_before;
};

/// One word more than the members fill, for a position at their end.
[[gnu::always_inline]] inline std::vector<MemberWord> sum_words(const MemberBits& members) {
    const std::size_t words = words_for(static_cast<std::size_t>(members.offsets[members.lists] - members.base));
    std::vector<MemberWord> sums(words + 1);
    for (std::size_t i = 0; i < words; ++i) {
        sums[i].met = members.met[i];
        sums[i].not_met = members.not_met[i];
        sums[i + 1].met_before = sums[i].met_before + std::popcount(members.met[i]);
        sums[i + 1].not_met_before = sums[i].not_met_before + std::popcount(members.not_met[i]);
    }
    return sums;
}

/// Gives `add` for every list the sums at its end, of members that are met and of those that are possible. A list
/// is the difference of two sums: no branch depends on where its members lie.
template <class Add>
[[gnu::always_inline]] inline void sum_lists(const MemberBits& members, Add add) {
    const std::vector<MemberWord> sums = sum_words(members);
    const std::int64_t* offsets = members.offsets;
    const std::int64_t base = members.base;
    for (std::size_t i = 0; i < members.lists; ++i) {
        __builtin_prefetch(reinterpret_cast<const char*>(offsets + i) + read_ahead);
        const auto end = static_cast<std::uint64_t>(offsets[i + 1] - base);
        const MemberWord& word = sums[end / 64];
        const std::uint64_t below = (std::uint64_t{1} << (end % 64)) - 1;
        const std::int64_t not_met = word.not_met_before + std::popcount(word.not_met & below);
        add(i, word.met_before + std::popcount(word.met & below), static_cast<std::int64_t>(end) - not_met);
    }
}

[[gnu::always_inline]] inline void sum_small_lists(const MemberBits& members, std::uint32_t* met,
                                                   std::uint32_t* possible) {
    sum_lists(members, [met, possible](std::size_t i, std::int64_t met_sum, std::int64_t possible_sum) {
        met[i] = static_cast<std::uint32_t>(met_sum);
        possible[i] = static_cast<std::uint32_t>(possible_sum);
    });
}
#ifdef CADRE_SHIFTS_OF_BMI2
__attribute__((target("avx2,bmi,bmi2"))) void small_sums_bmi2(const MemberBits& members, std::uint32_t* met,
                                                              std::uint32_t* possible) {
    sum_small_lists(members, met, possible);
}
#endif
void small_sums(const MemberBits& members, std::uint32_t* met, std::uint32_t* possible) {
#ifdef CADRE_SHIFTS_OF_BMI2
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
        return small_sums_bmi2(members, met, possible);
    }
#endif
    sum_small_lists(members, met, possible);
}

CADRE_MULTIVERSION void differences(const std::uint32_t* sums, std::size_t count, std::uint16_t* out) {
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = static_cast<std::uint16_t>(std::min<std::uint32_t>(sums[i + 1] - sums[i], unbounded_count));
    }
}

}  // namespace

CADRE_MULTIVERSION void count_members(const MemberBits& members, PossibleInteger* counts) {
    std::int64_t met_before = 0;
    std::int64_t possible_before = 0;
    sum_lists(members, [&](std::size_t i, std::int64_t met, std::int64_t possible) {
        counts[i] = {met - met_before, possible - possible_before, PossibleInteger::in_range};
        met_before = met;
        possible_before = possible;
    });
}

void count_members(const MemberBits& members, std::uint16_t* least, std::uint16_t* most) {
    std::vector<std::uint32_t> met(members.lists + 1);
    std::vector<std::uint32_t> possible(members.lists + 1);
    small_sums(members, met.data() + 1, possible.data() + 1);
    differences(met.data(), members.lists, least);
    differences(possible.data(), members.lists, most);
}

}  // namespace cadre::columnar

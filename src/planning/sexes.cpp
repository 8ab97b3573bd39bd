#include "planning/sexes.hpp"

#include <bit>

namespace cadre {
namespace {

std::int64_t count_both(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::int64_t count = 0;
    for (std::size_t word = 0; word < a.size(); ++word) count += std::popcount(a[word] & b[word]);
    return count;
}

bool bit(const std::vector<std::uint64_t>& words, std::size_t row) {
    return ((words[row / 64] >> (row % 64)) & 1U) != 0;
}

}  // namespace

Sexes::Sexes(const Roster& roster) : female_((roster.size() + 63) / 64), male_(female_.size()) {
    const RosterColumn sexes(roster, "cadres", "sex");
    const auto female = roster.find_text("female");
    const auto male = roster.find_text("male");
    if (!female && !male) return;
    const std::size_t rows = roster.size();
    for (std::size_t row = 0; row < rows; ++row) {
        const auto sex = sexes.value(row);
        const std::uint64_t here = std::uint64_t{1} << (row % 64);
        if (sex && sex == female) female_[row / 64] |= here;
        if (sex && sex == male) male_[row / 64] |= here;
    }
}

void Sexes::count(SexCounts& counts, std::optional<std::size_t> cadre) const {
    const bool female = cadre && bit(female_, *cadre);
    const bool male = cadre && bit(male_, *cadre);
    ++(female ? counts.female : male ? counts.male : counts.not_known);
}

SexCounts Sexes::of_failing(const VerdictColumn& verdicts) const {
    const std::int64_t female = count_both(female_, verdicts.not_met());
    const std::int64_t male = count_both(male_, verdicts.not_met());
    return {female, male, verdicts.counts().not_met - female - male};
}

}  // namespace cadre

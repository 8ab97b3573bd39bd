#include "planning/sexes.hpp"

#include "evaluation/columnar/bit_kernels.hpp"

namespace cadre {
namespace {

/// The rows whose cell is known to hold a text, a bit each.
std::vector<std::uint64_t> rows_with(const Column* column, std::optional<std::int32_t> text) {
    std::vector<std::uint64_t> rows(column != nullptr ? columnar::words_for(column->size) : 0);
    if (column == nullptr || !text) return rows;
    columnar::in_range(*column, 0, column->size, std::int64_t{*text}, std::int64_t{*text}, rows.data());
    for (std::size_t word = 0; word < rows.size(); ++word) {
        if (column->present != nullptr) rows[word] &= column->present[word];
        if (column->none != nullptr) rows[word] &= ~column->none[word];
    }
    return rows;
}

bool bit(const std::vector<std::uint64_t>& words, std::size_t row) {
    return row / 64 < words.size() && ((words[row / 64] >> (row % 64)) & 1U) != 0;
}

}  // namespace

Sexes::Sexes(const Roster& roster) {
    const RosterColumn sexes(roster, "cadres", "sex");
    female_ = rows_with(sexes.column(), roster.find_text("female"));
    male_ = rows_with(sexes.column(), roster.find_text("male"));
}

void Sexes::count(SexCounts& counts, std::optional<std::size_t> cadre) const {
    const bool female = cadre && bit(female_, *cadre);
    const bool male = cadre && bit(male_, *cadre);
    ++(female ? counts.female : male ? counts.male : counts.not_known);
}

SexCounts Sexes::of_failing(const VerdictColumn& verdicts) const {
    const std::uint64_t* failing = verdicts.not_met().data();
    const std::int64_t female = columnar::count_common_bits(female_.data(), failing, female_.size());
    const std::int64_t male = columnar::count_common_bits(male_.data(), failing, male_.size());
    return {female, male, columnar::count_bits(failing, verdicts.not_met().size()) - female - male};
}

}  // namespace cadre

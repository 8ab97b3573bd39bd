#include "planning/conjunctions.hpp"

#include "evaluation/columnar/bit_kernels.hpp"
#include "evaluation/columnar/multiversion.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace cadre {
namespace {

/// The subsets of so many columns are put together once for all sets; measured best with twenty columns.
constexpr std::size_t group_size = 5;
constexpr std::size_t block_words = 32;
constexpr std::size_t block_rows = block_words * 64;

/// A bit for each of some consecutive rows.
using Block = std::array<std::uint64_t, block_words>;

Block first_rows(std::size_t count) {
    Block rows{};
    std::fill_n(rows.begin(), count / 64, ~std::uint64_t{0});
    if (count % 64 != 0) rows[count / 64] = columnar::low_bits(count % 64);
    return rows;
}

/// The words of a bitmap from `first` on, each xor `flip`.
Block read(const std::vector<std::uint64_t>& words, std::size_t first, std::uint64_t flip) {
    Block block{};
    const std::size_t count = std::min(block_words, words.size() - first);
    for (std::size_t word = 0; word < count; ++word) block[word] = words[first + word] ^ flip;
    return block;
}

/// The rows of a block that all columns of a subset have, for every subset of a group.
class Subsets {
public:
    void start(const Block& rows) {
        common_[0] = rows;
        known_ = 1;
    }
    void add(const Block& column) {
        for (std::size_t smaller = 0; smaller < known_; ++smaller) {
            Block& common = common_[known_ + smaller];
            for (std::size_t word = 0; word < block_words; ++word) common[word] = common_[smaller][word] & column[word];
        }
        known_ *= 2;
    }
    const Block& of(std::uint8_t members) const { return common_[members]; }

private:
    std::array<Block, std::size_t{1} << group_size> common_;
    std::size_t known_ = 0;
};

/// How many of `rows` have a bit in every subset that a set has of the groups.
CADRE_MULTIVERSION std::int64_t count_common(const Subsets* groups, const std::vector<std::uint8_t>& members,
                                             Block rows) {
    for (std::size_t group = 0; group < members.size(); ++group) {
        const Block& common = groups[group].of(members[group]);
        for (std::size_t word = 0; word < block_words; ++word) rows[word] &= common[word];
    }
    std::int64_t bits = 0;
    for (const std::uint64_t word : rows) bits += std::popcount(word);
    return bits;
}

}  // namespace

Conjunctions::Conjunctions(std::vector<const VerdictColumn*> columns, std::size_t rows)
    : columns_(std::move(columns)), rows_(rows) {}

std::size_t Conjunctions::groups() const {
    return (columns_.size() + group_size - 1) / group_size;
}

void Conjunctions::add(const std::vector<std::size_t>& parts, const std::vector<std::size_t>& doubtful) {
    const auto put = [](Members& members, std::size_t column) {
        members[column / group_size] |= static_cast<std::uint8_t>(1U << (column % group_size));
    };
    Set set{Members(groups()), Members(groups())};
    for (const std::size_t part : parts) {
        put(set.met, part);
        put(set.allowed, part);
    }
    for (const std::size_t part : doubtful) put(set.met, part);
    sets_.push_back(std::move(set));
}

std::vector<Counts> Conjunctions::counts() const {
    std::vector<Counts> found(sets_.size());
    std::vector<Subsets> met(groups());
    std::vector<Subsets> allowed(groups());
    for (std::size_t first = 0; first < rows_; first += block_rows) {
        const std::size_t count = std::min(rows_ - first, block_rows);
        const Block rows = first_rows(count);
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const std::size_t group = column / group_size;
            if (column % group_size == 0) {
                met[group].start(rows);
                allowed[group].start(rows);
            }
            met[group].add(read(columns_[column]->met(), first / 64, 0));
            allowed[group].add(read(columns_[column]->not_met(), first / 64, ~std::uint64_t{0}));
        }
        for (std::size_t set = 0; set < sets_.size(); ++set) {
            found[set].met += count_common(met.data(), sets_[set].met, rows);
            found[set].not_met +=
                static_cast<std::int64_t>(count) - count_common(allowed.data(), sets_[set].allowed, rows);
        }
    }
    for (Counts& counts : found) {
        counts.undetermined = static_cast<std::int64_t>(rows_) - counts.met - counts.not_met;
    }
    return found;
}

}  // namespace cadre

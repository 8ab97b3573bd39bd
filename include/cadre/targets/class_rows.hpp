#pragma once

#include <cstddef>
#include <vector>

namespace cadre {

/// Of each class of a target at most so many rows are listed.
inline constexpr std::size_t most_rows_listed = 10'000;

/// The rows that `ClassCounts` counts, class by class and ascending: the first of each class.
struct ClassRows {
    std::vector<std::size_t> met;
    std::vector<std::size_t> not_met;
    std::vector<std::size_t> undetermined;
    std::vector<std::size_t> maybe_met;
    std::vector<std::size_t> maybe_not_met;
    std::vector<std::size_t> maybe_undetermined;
};

}  // namespace cadre

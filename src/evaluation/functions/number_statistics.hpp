#pragma once

#include <cadre/criteria/expression.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// median, stddev (of a sample) or product; nothing where there are too few numbers or no finite result.
std::optional<double> statistic(Function function, std::vector<double> numbers);

/// Nothing for no factors, or where the product does not fit.
std::optional<std::int64_t> product_of(const std::vector<std::int64_t>& factors);

/// Where the most frequent numbers first stand, by ascending number.
std::vector<std::size_t> most_frequent(const std::vector<double>& numbers);

}  // namespace cadre

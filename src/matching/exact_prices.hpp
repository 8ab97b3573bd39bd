#pragma once

#include <cstdint>
#include <vector>

namespace cadre {

/// Prices of costs as they are, from those of costs multiplied by `factor` at the end of an auction with ε = 1, where
/// fewer than `factor` prices are of held places. Rounds at a residue that no held price has: then a left vertex's
/// place a and any other b differ by less than the difference of their costs plus 1, so that whole prices leave it
/// nothing cheaper than a. The price 0 stays 0.
std::vector<std::int64_t> exact_prices(const std::vector<std::int64_t>& prices,
                                       const std::vector<std::int64_t>& held_prices, std::int64_t factor);

}  // namespace cadre

#include "matching/exact_prices.hpp"

#include "matching/at.hpp"

#include <algorithm>

namespace cadre {
namespace {

std::int64_t free_residue(const std::vector<std::int64_t>& held_prices, std::int64_t factor) {
    std::vector<bool> is_taken(at(factor));
    for (const std::int64_t price : held_prices) is_taken[at(price % factor)] = true;
    return std::find(is_taken.begin(), is_taken.end(), false) - is_taken.begin();
}

}  // namespace

std::vector<std::int64_t> exact_prices(const std::vector<std::int64_t>& prices,
                                       const std::vector<std::int64_t>& held_prices, std::int64_t factor) {
    const std::int64_t residue = free_residue(held_prices, factor);
    const auto rounded = [&](std::int64_t price) { return (price - residue + factor) / factor; };
    std::vector<std::int64_t> exact;
    exact.reserve(prices.size());
    for (const std::int64_t price : prices) exact.push_back(rounded(price) - rounded(0));
    return exact;
}

}  // namespace cadre

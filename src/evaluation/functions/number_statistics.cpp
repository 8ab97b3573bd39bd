#include "evaluation/functions/number_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace cadre {
namespace {

double median(std::vector<double>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    const std::size_t middle = numbers.size() / 2;
    if (numbers.size() % 2 != 0) return numbers[middle];
    return (numbers[middle - 1] + numbers[middle]) / 2;
}

double sample_deviation(const std::vector<double>& numbers) {
    const auto count = static_cast<double>(numbers.size());
    const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / count;
    double squares = 0;
    for (const double number : numbers) squares += (number - mean) * (number - mean);
    return std::sqrt(squares / (count - 1));
}

}  // namespace

std::optional<double> statistic(Function function, std::vector<double> numbers) {
    const std::size_t least = function == Function::stddev ? 2 : 1;
    if (numbers.size() < least) return std::nullopt;
    double result = 1;
    if (function == Function::median) result = median(numbers);
    if (function == Function::stddev) result = sample_deviation(numbers);
    if (function == Function::product) {
        for (const double number : numbers) result *= number;
    }
    return std::isfinite(result) ? std::optional(result) : std::nullopt;
}

std::optional<std::int64_t> product_of(const std::vector<std::int64_t>& factors) {
    if (factors.empty()) return std::nullopt;
    std::int64_t product = 1;
    for (const std::int64_t factor : factors) {
        if (__builtin_mul_overflow(product, factor, &product)) return std::nullopt;
    }
    return product;
}

std::vector<std::size_t> most_frequent(const std::vector<double>& numbers) {
    struct Occurrence {
        std::size_t first;
        std::size_t count;
    };
    std::map<double, Occurrence> occurrences;
    std::size_t most = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Occurrence& occurrence = occurrences.try_emplace(numbers[i], Occurrence{i, 0}).first->second;
        most = std::max(most, ++occurrence.count);
    }
    std::vector<std::size_t> places;
    for (const auto& [number, occurrence] : occurrences) {
        if (occurrence.count == most) places.push_back(occurrence.first);
    }
    return places;
}

}  // namespace cadre

#include "evaluation/columnar/value_bands.hpp"

#include <algorithm>
#include <limits>

namespace cadre::columnar {

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int32_t>::min();
constexpr std::int64_t greatest = std::numeric_limits<std::int32_t>::max();
constexpr std::size_t most_starts = std::numeric_limits<std::uint8_t>::max();
/// Values whose bands are looked up: as days 179 years, of which a roster touches what the first cache holds.
constexpr std::int64_t table_size = 1 << 16;

}  // namespace

bool ValueBands::add(std::span<const ValueRange<std::int64_t>> ranges) {
    std::vector<std::int32_t> starts = starts_;
    const auto insert = [&starts](std::int64_t start) {
        if (start <= least || start > greatest) return;
        const auto position = std::lower_bound(starts.begin(), starts.end(), start);
        if (position == starts.end() || *position != start) starts.insert(position, static_cast<std::int32_t>(start));
    };
    for (const ValueRange<std::int64_t>& range : ranges) {
        if (range.lo > range.hi) continue;
        insert(range.lo);
        if (range.hi < greatest) insert(range.hi + 1);
    }
    if (starts.size() > most_starts) return false;
    starts_ = std::move(starts);
    return true;
}

void ValueBands::settle() {
    // Around the middle one: the outer ones are often the calendar's ends.
    const std::int64_t middle = starts_.empty() ? 0 : starts_[starts_.size() / 2];
    const std::int64_t begin = std::clamp(middle - table_size / 2, least, greatest - table_size);
    table_begin_ = static_cast<std::uint32_t>(begin);
    table_.clear();
    for (const std::int32_t start : starts_) {
        const auto size = static_cast<std::size_t>(std::clamp<std::int64_t>(start - begin, 0, table_size));
        table_.resize(size, search(start - 1));
    }
    table_.resize(table_size, static_cast<std::uint8_t>(starts_.size()));
}

ValueRange<int> ValueBands::of(ValueRange<std::int64_t> range) const {
    range.lo = std::max(range.lo, least);
    range.hi = std::min(range.hi, greatest);
    if (range.lo > range.hi) return {1, 0};
    return {search(static_cast<std::int32_t>(range.lo)), search(static_cast<std::int32_t>(range.hi))};
}

void ValueBands::read(std::span<const std::int32_t> values, std::uint8_t* bands) const {
    const std::uint8_t* table = table_.data();
    const std::uint32_t begin = table_begin_;
    for (const std::int32_t value : values) {
        const std::uint32_t position = static_cast<std::uint32_t>(value) - begin;
        *bands++ = position < table_size ? table[position] : search(value);
    }
}

std::uint8_t ValueBands::search(std::int32_t value) const {
    return static_cast<std::uint8_t>(std::upper_bound(starts_.begin(), starts_.end(), value) - starts_.begin());
}

}  // namespace cadre::columnar

#include "evaluation/order_overlap.hpp"

#include <algorithm>
#include <limits>

namespace cadre {
namespace {

bool is_day(const Column& key, std::size_t row) {
    return key.is_present(row) && !key.is_none(row);
}

/// Marks the partial dates that reach the first day of a later member.
void mark_before_later(const Column& key, std::size_t first, std::vector<bool>& anywhere) {
    std::int64_t next = std::numeric_limits<std::int64_t>::max();
    for (std::size_t at = anywhere.size(); at-- > 0;) {
        const std::size_t row = first + at;
        if (!is_day(key, row)) continue;
        if (key.is_partial(row) && key.upper[row] >= next) anywhere[at] = true;
        next = std::min(next, key.integer(row));
    }
}

/// Marks the partial dates whose first day an earlier member reaches.
void mark_after_earlier(const Column& key, std::size_t first, std::vector<bool>& anywhere) {
    std::int64_t reached = std::numeric_limits<std::int64_t>::min();
    for (std::size_t at = 0; at < anywhere.size(); ++at) {
        const std::size_t row = first + at;
        if (!is_day(key, row)) continue;
        if (key.is_partial(row) && key.integer(row) <= reached) anywhere[at] = true;
        reached = std::max<std::int64_t>(reached, key.upper[row]);
    }
}

}  // namespace

std::vector<bool> members_anywhere(const Column* key, std::int64_t first, std::int64_t last) {
    std::vector<bool> anywhere(static_cast<std::size_t>(last - first), key == nullptr);
    if (key == nullptr) return anywhere;
    const auto begin = static_cast<std::size_t>(first);
    for (std::size_t at = 0; at < anywhere.size(); ++at) anywhere[at] = !key->is_present(begin + at);
    if (key->upper == nullptr) return anywhere;
    mark_before_later(*key, begin, anywhere);
    mark_after_earlier(*key, begin, anywhere);
    return anywhere;
}

}  // namespace cadre

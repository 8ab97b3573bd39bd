#include "targets/distinct_values.hpp"

#include <algorithm>
#include <unordered_set>

namespace cadre {
namespace {

bool is_known(const Column* values, std::size_t row) {
    return values != nullptr && values->is_present(row);
}

}  // namespace

Bounds distinct_bounds(const RowClasses& classes, const Column* values) {
    std::unordered_set<std::int64_t> certain;
    std::unordered_set<std::int64_t> possible;
    std::int64_t unnamed = 0;
    bool any_certain_unnamed = false;
    for (std::size_t row = 0; row < classes.size(); ++row) {
        const Verdict counts = classes.counts(row);
        if (counts == Verdict::not_met) continue;
        if (!is_known(values, row)) {
            ++unnamed;
            any_certain_unnamed = any_certain_unnamed || counts == Verdict::met;
        } else if (!values->is_none(row)) {
            possible.insert(values->integer(row));
            if (counts == Verdict::met) certain.insert(values->integer(row));
        }
    }
    const auto least = std::max<std::int64_t>(static_cast<std::int64_t>(certain.size()), any_certain_unnamed ? 1 : 0);
    return {Share{least, 1}, Share{static_cast<std::int64_t>(possible.size()) + unnamed, 1}};
}

std::vector<RowToVerify> unnamed_rows(const RowClasses& classes, const Column* values, std::size_t most) {
    std::vector<RowToVerify> rows;
    for (std::size_t row = 0; row < classes.size() && rows.size() < most; ++row) {
        if (classes.counts(row) != Verdict::met || is_known(values, row)) continue;
        rows.push_back({row, Verdict::met, Verdict::met, Share{1, 1}});
    }
    return rows;
}

std::int64_t count_unnamed(const RowClasses& classes, const Column* values) {
    std::int64_t count = 0;
    for (std::size_t row = 0; row < classes.size(); ++row) {
        count += classes.counts(row) == Verdict::met && !is_known(values, row) ? 1 : 0;
    }
    return count;
}

}  // namespace cadre

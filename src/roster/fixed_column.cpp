#include "roster/fixed_column.hpp"

namespace cadre {

void FixedColumn::count() {
    const auto valid = static_cast<std::int64_t>(valid_.count());
    tally_.read(static_cast<std::int64_t>(present_.count()));
    tally_.blank(static_cast<std::int64_t>(size()) - valid);
    tally_.finish();
}

CellStates FixedColumn::states() {
    CellStates states{present_, std::nullopt, std::nullopt};
    if (task_.mapping.blank == BlankMeaning::missing) return states;
    const bool none = task_.mapping.blank == BlankMeaning::none;
    if (none) states.none.emplace(size());
    for (std::size_t row = 0; row < size(); ++row) {
        if (is_valid(row)) continue;
        states.present.set(row);
        if (none) states.none->set(row);
    }
    return states;
}

Column FixedColumn::finish(Storage storage, const FixedWidth& values) {
    count();
    if (task_.mapping.blank != BlankMeaning::ongoing || task_.report.blank == 0) {
        return make_view(storage, size(), values.values, values.memory, states());
    }
    const auto* days = static_cast<const DayNumber*>(values.values);
    std::vector<DayNumber> filled(days, days + size());
    for (std::size_t row = 0; row < size(); ++row) {
        if (!is_valid(row)) filled[row] = ongoing_day;
    }
    return make_column(storage, std::move(filled), states());
}

Column FixedColumn::finish(Bitmap values) {
    count();
    for (std::size_t at = 0; task_.mapping.blank == BlankMeaning::is_false && at < (size() + 63) / 64; ++at) {
        values.words()[at] &= valid_.words()[at];
    }
    return make_bits(std::move(values), states());
}

}  // namespace cadre

#include "roster/column_make.hpp"

#include <algorithm>

namespace cadre {

namespace {

struct ColumnMemory {
    CellStates states;
    std::shared_ptr<const void> values;
};

Bitmap bitmap_of(const std::uint64_t* words, std::size_t size) {
    Bitmap bits(size, words == nullptr);
    if (words != nullptr) std::copy_n(words, (size + 63) / 64, bits.words());
    return bits;
}

const std::uint64_t* words_if_any(const std::optional<Bitmap>& bits) {
    return bits && bits->any() ? bits->words() : nullptr;
}

}  // namespace

Column make_view(Storage storage, std::size_t size, const void* values, std::shared_ptr<const void> memory,
                 CellStates states) {
    auto owner = std::make_shared<const ColumnMemory>(ColumnMemory{std::move(states), std::move(memory)});
    Column column;
    column.storage = storage;
    column.size = size;
    column.values = values;
    column.present = owner->states.present.all() ? nullptr : owner->states.present.words();
    column.none = words_if_any(owner->states.none);
    column.open = words_if_any(owner->states.open);
    column.upper = owner->states.upper ? owner->states.upper->data() : nullptr;
    column.owner = std::move(owner);
    return column;
}

Column make_bits(Bitmap values, CellStates states) {
    auto memory = std::make_shared<const Bitmap>(std::move(values));
    const std::size_t size = memory->size();
    const void* words = memory->words();
    return make_view(Storage::bits, size, words, std::move(memory), std::move(states));
}

Column make_absent(std::size_t size) {
    Column column;
    column.size = size;
    return column;
}

Column with_cells(const Column& column, const std::vector<CellEdit>& edits) {
    if (edits.empty()) return column;
    const bool absent = column.storage == Storage::absent;
    CellStates states = absent ? CellStates{Bitmap(column.size), std::nullopt, std::nullopt} : states_of(column);
    std::vector<std::int32_t> values(column.size, 0);
    if (!absent) std::copy_n(column.as<std::int32_t>(), column.size, values.begin());
    for (const auto& [row, value] : edits) {
        values[row] = value.value_or(0);
        if (states.upper) (*states.upper)[row] = values[row];
        if (states.none) states.none->reset(row);
        if (value) {
            states.present.set(row);
        } else {
            states.present.reset(row);
        }
    }
    if (absent && !states.present.any()) return column;
    return make_column(Storage::int32, std::move(values), std::move(states));
}

CellStates states_of(const Column& column) {
    CellStates states{bitmap_of(column.present, column.size), std::nullopt, std::nullopt};
    if (column.none != nullptr) states.none = bitmap_of(column.none, column.size);
    if (column.open != nullptr) states.open = bitmap_of(column.open, column.size);
    if (column.upper != nullptr) states.upper.emplace(column.upper, column.upper + column.size);
    return states;
}

}  // namespace cadre

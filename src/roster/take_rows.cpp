#include "roster/take_rows.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/roster.hpp>

#include <limits>

namespace cadre {

namespace {

Bitmap take_bits(const std::uint64_t* words, const RowOrder& order) {
    Bitmap taken(order.size(), words == nullptr);
    if (words == nullptr) return taken;
    for (std::size_t row = 0; row < order.size(); ++row) {
        if (Column::bit(words, static_cast<std::size_t>(order[row]))) taken.set(row);
    }
    return taken;
}

std::vector<std::int32_t> take_days(const std::int32_t* days, const RowOrder& order) {
    std::vector<std::int32_t> taken;
    taken.reserve(order.size());
    for (const std::int64_t row : order) taken.push_back(days[row]);
    return taken;
}

CellStates take_states(const Column& column, const RowOrder& order) {
    CellStates states{take_bits(column.present, order), std::nullopt, std::nullopt};
    if (column.none != nullptr) states.none = take_bits(column.none, order);
    if (column.open != nullptr) states.open = take_bits(column.open, order);
    if (column.upper != nullptr) states.upper = take_days(column.upper, order);
    return states;
}

template <class T>
Column take_values(const Column& column, const RowOrder& order) {
    std::vector<T> values(order.size());
    for (std::size_t row = 0; row < order.size(); ++row) {
        values[row] = column.as<T>()[static_cast<std::size_t>(order[row])];
    }
    return make_column(column.storage, std::move(values), take_states(column, order));
}

Column take_list(const Column& column, const RowOrder& order, RowOrder& members) {
    std::vector<std::int64_t> offsets{0};
    offsets.reserve(order.size() + 1);
    for (const std::int64_t row : order) {
        const std::int64_t* range = column.offsets() + row;
        for (std::int64_t member = range[0]; member < range[1]; ++member) members.push_back(member);
        offsets.push_back(static_cast<std::int64_t>(members.size()));
    }
    return make_column(Storage::list, std::move(offsets), take_states(column, order));
}

Column take_scalar(const Column& column, const RowOrder& order) {
    switch (column.storage) {
        case Storage::bits: return make_bits(take_bits(column.as<std::uint64_t>(), order), take_states(column, order));
        case Storage::int8: return take_values<std::int8_t>(column, order);
        case Storage::uint8: return take_values<std::uint8_t>(column, order);
        case Storage::int16: return take_values<std::int16_t>(column, order);
        case Storage::uint16: return take_values<std::uint16_t>(column, order);
        case Storage::int32: return take_values<std::int32_t>(column, order);
        case Storage::uint32: return take_values<std::uint32_t>(column, order);
        case Storage::int64: return take_values<std::int64_t>(column, order);
        case Storage::float32: return take_values<float>(column, order);
        case Storage::float64: return take_values<double>(column, order);
        default: return make_absent(order.size());
    }
}

}  // namespace

void take_rows(const Schema& schema, TableDrafts& drafts, int table, const RowOrder& order) {
    RosterTable& draft = *drafts[static_cast<std::size_t>(table)];
    for (std::size_t at = 0; at < draft.columns.size(); ++at) {
        Column& column = draft.columns[at];
        if (column.storage != Storage::list) {
            column = take_scalar(column, order);
            continue;
        }
        RowOrder members;
        column = take_list(column, order, members);
        const int child = schema.attribute(table, static_cast<int>(at)).child_table;
        if (members.size() >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
            throw Error(ErrorCode::limit_exceeded, Message{texts::roster_too_many_rows, {schema.table(child).id}});
        }
        take_rows(schema, drafts, child, members);
    }
    draft.rows = order.size();
}

}  // namespace cadre

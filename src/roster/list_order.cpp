#include "roster/list_order.hpp"

#include "roster/take_rows.hpp"

#include <algorithm>
#include <numeric>

namespace cadre {

namespace {

class MemberOrder {
public:
    MemberOrder(const Column& key, TypeKind kind, const TextPool& texts) : key_(key), kind_(kind), texts_(texts) {}

    bool operator()(std::int64_t left, std::int64_t right) const {
        const auto a = static_cast<std::size_t>(left);
        const auto b = static_cast<std::size_t>(right);
        const bool known_a = known(a);
        const bool known_b = known(b);
        if (!known_a || !known_b) return known_a && !known_b;
        if (kind_ == TypeKind::text) return text(a) < text(b);
        if (kind_ == TypeKind::decimal) return key_.decimal(a) < key_.decimal(b);
        return key_.integer(a) < key_.integer(b);
    }

private:
    bool known(std::size_t row) const { return key_.is_present(row) && !key_.is_none(row); }
    std::string_view text(std::size_t row) const { return texts_[static_cast<std::int32_t>(key_.integer(row))]; }

    const Column& key_;
    TypeKind kind_;
    const TextPool& texts_;
};

bool in_order(const Column& lists, const MemberOrder& before) {
    const std::int64_t* offsets = lists.offsets();
    for (std::size_t row = 0; row < lists.size; ++row) {
        for (std::int64_t member = offsets[row] + 1; member < offsets[row + 1]; ++member) {
            if (before(member, member - 1)) return false;
        }
    }
    return true;
}

RowOrder sorted(const Column& lists, std::size_t members, const MemberOrder& before) {
    RowOrder order(members);
    std::iota(order.begin(), order.end(), 0);
    const std::int64_t* offsets = lists.offsets();
    for (std::size_t row = 0; row < lists.size; ++row) {
        std::stable_sort(order.begin() + offsets[row], order.begin() + offsets[row + 1], before);
    }
    return order;
}

void order_members(const Schema& schema, const TextPool& texts, TableDrafts& drafts, const Column& lists, int child) {
    const Table& table = schema.table(child);
    const auto key = table.order_by.empty() ? std::nullopt : table.find(table.order_by);
    if (!key || !drafts[static_cast<std::size_t>(child)]) return;
    const RosterTable& members = *drafts[static_cast<std::size_t>(child)];
    const Column column = members.columns[static_cast<std::size_t>(*key)];
    if (column.storage == Storage::absent) return;
    const MemberOrder before(column, schema.attribute(child, *key).type.kind, texts);
    if (in_order(lists, before)) return;
    take_rows(schema, drafts, child, sorted(lists, members.rows, before));
}

}  // namespace

void order_lists(const Schema& schema, const TextPool& texts, TableDrafts& drafts) {
    for (std::size_t table = 0; table < drafts.size(); ++table) {
        if (!drafts[table]) continue;
        const auto& attributes = schema.table(static_cast<int>(table)).attributes;
        for (std::size_t at = 0; at < attributes.size(); ++at) {
            const Column lists = drafts[table]->columns[at];
            if (lists.storage == Storage::list) {
                order_members(schema, texts, drafts, lists, attributes[at].child_table);
            }
        }
    }
}

}  // namespace cadre

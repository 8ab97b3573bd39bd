#include "planning/review/earlier_rows.hpp"

#include "roster/roster_column.hpp"

#include <map>

namespace cadre {
namespace {

std::optional<std::string_view> key_of(const Roster& roster, const RosterColumn& keys, std::size_t row) {
    const auto text = keys.value(row);
    return text ? std::optional(roster.text(static_cast<std::int32_t>(*text))) : std::nullopt;
}

}  // namespace

EarlierRows::EarlierRows(const Roster& before, const Roster& now, std::string_view table)
    : before_(now.size(table)),
      now_(before.size(table)),
      known_before_(before.size(table)),
      known_now_(now.size(table)) {
    const bool same = &before == &now;
    const RosterColumn keys_before(before, table, "id");
    const RosterColumn keys_now(now, table, "id");
    std::map<std::string_view, std::size_t> rows_before;
    for (std::size_t row = 0; row < now_.size(); ++row) {
        const auto key = key_of(before, keys_before, row);
        known_before_[row] = same || key.has_value();
        if (key) rows_before.emplace(*key, row);
    }
    for (std::size_t row = 0; row < before_.size(); ++row) {
        const auto key = key_of(now, keys_now, row);
        known_now_[row] = same || key.has_value();
        if (same) {
            before_[row] = row;
        } else if (const auto found = key ? rows_before.find(*key) : rows_before.end(); found != rows_before.end()) {
            before_[row] = found->second;
        }
        if (before_[row]) now_[*before_[row]] = row;
    }
}

}  // namespace cadre

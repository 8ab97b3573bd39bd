#pragma once

#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cadre {

/// One attribute of a roster by name; every cell is missing where the roster was not given it.
class RosterColumn {
public:
    RosterColumn(const Roster& roster, std::string_view table, std::string_view attribute);

    /// Null where the roster was not given it.
    const Column* column() const { return column_; }
    /// The integer, code position, day or row that a cell holds; nothing where it is missing, "none", or a partial
    /// date.
    std::optional<std::int64_t> value(std::size_t row) const;
    /// Whether a list may have members that are not known: it is missing, or open.
    bool may_have_more(std::size_t row) const {
        return column_ == nullptr || !column_->is_present(row) || column_->is_open(row);
    }
    bool is_none(std::size_t row) const { return column_ != nullptr && column_->is_none(row); }
    /// The members of a list that are known, as rows of its table.
    std::pair<std::size_t, std::size_t> members(std::size_t row) const;

private:
    const Column* column_ = nullptr;
};

}  // namespace cadre

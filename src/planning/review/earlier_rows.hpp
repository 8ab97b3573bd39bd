#pragma once

#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Which row of a table of the last review's roster is the same thing as a row of this year's, by the key `id`.
class EarlierRows {
public:
    /// The rows of one roster are their own.
    EarlierRows(const Roster& before, const Roster& now, std::string_view table);

    std::optional<std::size_t> before(std::size_t row) const { return before_[row]; }
    std::optional<std::size_t> now(std::size_t row_before) const { return now_[row_before]; }
    /// Whether a row of that roster can be looked for at all.
    bool is_known_before(std::size_t row_before) const { return known_before_[row_before]; }
    /// The same of a row of this year's.
    bool is_known_now(std::size_t row) const { return known_now_[row]; }

private:
    std::vector<std::optional<std::size_t>> before_, now_;
    std::vector<bool> known_before_, known_now_;
};

}  // namespace cadre

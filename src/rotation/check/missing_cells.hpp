#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace cadre {

/// The cells that one finding of a check waits for, each once; the first `most_cells_of_finding` that are added.
class MissingCells {
public:
    /// Keeps a reference to the roster.
    explicit MissingCells(const Roster& roster) : roster_(roster) {}

    /// Leaves out what the schema marks sensitive.
    void add(std::string_view table, std::size_t row, std::string_view attribute);
    bool is_full() const;
    /// In the order of the schema's tables, then by row.
    std::vector<MissingField> fields() const;

private:
    const Roster& roster_;
    std::set<std::tuple<int, std::size_t, int>> cells_;  ///< table, row, attribute
};

}  // namespace cadre

#pragma once

#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// The verdicts of one criterion over a table, as two bitmaps (bit `row % 64` of word `row / 64`).
class VerdictColumn {
public:
    VerdictColumn(std::string id, int table, std::size_t rows)
        : id_(std::move(id)), table_(table), rows_(rows), met_((rows + 63) / 64), not_met_((rows + 63) / 64) {}

    const std::string& id() const { return id_; }
    int table() const { return table_; }  ///< index in the pack's schema
    std::size_t size() const { return rows_; }
    Verdict operator[](std::size_t row) const {
        if ((met_[row / 64] >> (row % 64)) & 1U) return Verdict::met;
        return (not_met_[row / 64] >> (row % 64)) & 1U ? Verdict::not_met : Verdict::undetermined;
    }
    /// Linear in the words, not the rows. A criterion that is not in force counts no row.
    CADRE_EXPORT Counts counts() const;

    /// Whether the criterion was in force on law_as_of; where it was not, every verdict is undetermined.
    bool in_force() const { return in_force_; }
    void set_in_force(bool in_force) { in_force_ = in_force; }

    const std::vector<std::uint64_t>& met() const { return met_; }
    const std::vector<std::uint64_t>& not_met() const { return not_met_; }
    std::uint64_t* met_words() { return met_.data(); }
    std::uint64_t* not_met_words() { return not_met_.data(); }

private:
    std::string id_;
    int table_;
    std::size_t rows_;
    bool in_force_ = true;
    std::vector<std::uint64_t> met_;
    std::vector<std::uint64_t> not_met_;
};

/// The verdicts of several criteria over one roster, by criterion id.
class VerdictTable {
public:
    explicit VerdictTable(std::vector<VerdictColumn> columns) : columns_(std::move(columns)) {}

    /// Throws `Error` (not_found), with a suggestion, for an unknown id.
    CADRE_EXPORT const VerdictColumn& operator[](std::string_view criterion) const;
    const std::vector<VerdictColumn>& columns() const { return columns_; }

private:
    std::vector<VerdictColumn> columns_;
};

}  // namespace cadre

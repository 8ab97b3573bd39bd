#include "targets/waiting_cells.hpp"

#include "evaluation/open_gaps.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

struct Weight {
    std::int64_t rows = 0;
    std::int64_t swing = 0;  ///< in parts of the threshold's denominator
};

/// The row of the parent table whose list holds a child table's row.
std::optional<std::int64_t> parent_row(const RosterBinding& binding, int table, std::int64_t row) {
    const int parent = binding.schema().table(table).parent;
    const std::vector<Attribute>& attributes = binding.schema().table(parent).attributes;
    const auto list = std::find_if(attributes.begin(), attributes.end(),
                                   [&](const Attribute& attribute) { return attribute.child_table == table; });
    const Column* column = binding.column(parent, static_cast<int>(list - attributes.begin()));
    if (column == nullptr) return std::nullopt;
    const std::int64_t* first = column->offsets();
    return std::upper_bound(first, first + column->size + 1, row) - first - 1;
}

/// The row whose lists, or their lists, hold a child table's row.
std::optional<std::int64_t> owner_of(const RosterBinding& binding, const CellIndex& cell) {
    std::optional<std::int64_t> owner;
    int table = cell.table;
    for (int parent; (parent = binding.schema().table(table).parent) >= 0; table = parent) {
        owner = parent_row(binding, table, owner.value_or(cell.row));
        if (!owner) return std::nullopt;
    }
    return owner;
}

/// The missing value of a row whose distinct values are counted.
void add_distinct_cell(const RosterBinding& binding, const Target& target, const RowToVerify& row, Gaps& gaps) {
    if (!target.distinct) return;
    const Column* column = binding.column(target.table, *target.distinct);
    if (column != nullptr && column->is_present(row.row)) return;
    gaps.missing.insert({target.table, static_cast<std::int64_t>(row.row), *target.distinct});
}

CellToVerify described(const RosterBinding& binding, const CellIndex& cell, const Weight& weight, std::int64_t parts) {
    const Schema& schema = binding.schema();
    return {schema.table(cell.table).id, cell.row,    schema.attribute(cell.table, cell.attribute).id,
            owner_of(binding, cell),     weight.rows, Share{weight.swing, parts}};
}

}  // namespace

std::vector<CellToVerify> waiting_cells(ReferenceEvaluator& evaluator, const Target& target,
                                        const std::vector<RowToVerify>& rows) {
    const std::int64_t parts = target.threshold.value.denominator;
    std::map<CellIndex, Weight> weights;
    for (const RowToVerify& row : rows) {
        Gaps gaps;
        evaluator.judge_row(static_cast<std::int64_t>(row.row));
        collect_open_gaps(evaluator, *target.among, gaps);
        collect_open_gaps(evaluator, *target.meet, gaps);
        add_distinct_cell(evaluator.binding(), target, row, gaps);
        for (const CellIndex& cell : gaps.missing) {
            Weight& weight = weights[cell];
            ++weight.rows;
            weight.swing += row.swing.numerator * (parts / row.swing.denominator);
        }
    }
    std::vector<std::pair<CellIndex, Weight>> ranked(weights.begin(), weights.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second.swing > b.second.swing; });
    if (ranked.size() > most_cells_listed) ranked.resize(most_cells_listed);
    std::vector<CellToVerify> cells;
    cells.reserve(ranked.size());
    for (const auto& [cell, weight] : ranked) cells.push_back(described(evaluator.binding(), cell, weight, parts));
    return cells;
}

}  // namespace cadre

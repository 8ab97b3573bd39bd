#include "evaluation/remedies/held_up.hpp"

#include "evaluation/open_gaps.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

template <class Key>
std::vector<std::pair<Key, std::int64_t>> ranked(const std::map<Key, std::int64_t>& counts) {
    std::vector<std::pair<Key, std::int64_t>> all(counts.begin(), counts.end());
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return all;
}

}  // namespace

void rank_held_up(ReferenceEvaluator& evaluator, const Expression& condition, const VerdictColumn& verdicts,
                  Needs& needs) {
    const Schema& schema = evaluator.binding().schema();
    std::map<CellIndex, std::int64_t> by_cell;
    std::map<std::pair<int, int>, std::int64_t> by_attribute;
    for (std::size_t row = 0; row < verdicts.size(); ++row) {
        if (verdicts[row] != Verdict::undetermined) continue;
        Gaps gaps;
        evaluator.judge_row(static_cast<std::int64_t>(row));
        collect_open_gaps(evaluator, condition, gaps);
        std::set<std::pair<int, int>> attributes;
        for (const CellIndex& cell : gaps.missing) {
            if (schema.attribute(cell.table, cell.attribute).sensitive) continue;
            ++by_cell[cell];
            attributes.insert({cell.table, cell.attribute});
        }
        for (const auto& attribute : attributes) ++by_attribute[attribute];
    }
    for (const auto& [key, rows] : ranked(by_attribute)) {
        const Attribute& attribute = schema.attribute(key.first, key.second);
        needs.held_up_by.push_back({schema.table(key.first).id, attribute.id, attribute.meaning, rows});
    }
    for (const auto& [cell, rows] : ranked(by_cell)) {
        if (needs.held_up_by_cells.size() == most_held_up_cells) break;
        const Attribute& attribute = schema.attribute(cell.table, cell.attribute);
        needs.held_up_by_cells.push_back(
            {schema.table(cell.table).id, cell.row, attribute.id, attribute.meaning, rows});
    }
}

}  // namespace cadre

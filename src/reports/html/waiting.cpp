#include "reports/html/waiting.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace cadre::html {
namespace {

auto place_of(const CellToVerify& cell) {
    return std::tuple(cell.table, cell.row, cell.attribute);
}

}  // namespace

std::vector<WaitingCell> waiting_cells(const Assessment& assessment) {
    std::map<std::tuple<std::string, std::int64_t, std::string>, WaitingCell> found;
    for (const TargetAssessment& result : assessment.targets) {
        if (result.verdict != Verdict::undetermined) continue;
        for (const CellToVerify& cell : result.cells) {
            WaitingCell& waiting = found.try_emplace(place_of(cell), WaitingCell{cell, 0, 0}).first->second;
            ++waiting.targets;
            waiting.rows += cell.rows;
        }
    }
    std::vector<WaitingCell> cells;
    for (auto& [place, waiting] : found) cells.push_back(std::move(waiting));
    std::stable_sort(cells.begin(), cells.end(), [](const WaitingCell& a, const WaitingCell& b) {
        return std::tie(b.targets, b.rows) < std::tie(a.targets, a.rows);
    });
    return cells;
}

std::vector<WaitingAttribute> by_attribute(const std::vector<WaitingCell>& cells) {
    std::map<std::pair<std::string, std::string>, WaitingAttribute> found;
    for (const WaitingCell& waiting : cells) {
        const CellToVerify& cell = waiting.cell;
        WaitingAttribute& attribute =
            found.try_emplace({cell.table, cell.attribute}, WaitingAttribute{cell.table, cell.attribute, 0, {}})
                .first->second;
        attribute.targets = std::max(attribute.targets, waiting.targets);
        attribute.rows.push_back(static_cast<std::size_t>(cell.row));
    }
    std::vector<WaitingAttribute> attributes;
    for (auto& [name, attribute] : found) {
        std::sort(attribute.rows.begin(), attribute.rows.end());
        attributes.push_back(std::move(attribute));
    }
    std::stable_sort(attributes.begin(), attributes.end(), [](const WaitingAttribute& a, const WaitingAttribute& b) {
        return a.rows.size() > b.rows.size();
    });
    return attributes;
}

}  // namespace cadre::html

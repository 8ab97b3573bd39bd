#include "roster/cell_tally.hpp"

#include "roster/cell_text.hpp"
#include "roster/decoded_text.hpp"
#include "roster/key_index.hpp"

#include <algorithm>

namespace cadre {

namespace {
constexpr std::size_t kept_spellings = 1000;
}

void CellTally::row(std::int64_t row) {
    if (report_.rows.size() < reported_rows) report_.rows.push_back(row);
}

void CellTally::not_understood(std::int64_t at, const std::string& text) {
    ++report_.not_understood;
    row(at);
    spelling(text, 1);
}

void CellTally::spelling(const std::string& text, std::int64_t cells) {
    if (spell_) spellings_[text] += cells;
}

void CellTally::entries(const std::vector<TextEntry>& entries, TextEncoding encoding) {
    for (const TextEntry& entry : entries) {
        switch (entry.reading.outcome) {
            case CellOutcome::read:
                report_.read += entry.count;
                if (entry.reading.cell.is_partial()) report_.partial += entry.count;
                continue;
            case CellOutcome::blank: report_.blank += entry.count; continue;
            case CellOutcome::partial: report_.partial += entry.count; break;
            default: break;
        }
        report_.not_understood += entry.count;
        spelling(clean_name(decoded_text(clean_name(entry.raw), encoding)), entry.count);
    }
}

void CellTally::finish() {
    auto& list = report_.spellings;
    list.assign(spellings_.begin(), spellings_.end());
    std::sort(list.begin(), list.end(), [](const auto& left, const auto& right) {
        return left.second != right.second ? left.second > right.second : left.first < right.first;
    });
    if (list.size() > kept_spellings) list.resize(kept_spellings);
}

}  // namespace cadre

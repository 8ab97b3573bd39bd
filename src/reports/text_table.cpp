#include "reports/text_table.hpp"

#include <algorithm>
#include <numeric>

namespace cadre {
namespace {

constexpr std::string_view gap = "  ";

/// Whether the byte at `i` starts a character that has a column of its own.
bool takes_column(std::string_view text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) == 0x80U) return false;
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    // U+0300 to U+036F, the combining marks.
    const bool combining = byte == 0xCCU || (byte == 0xCDU && next < 0xB0U);
    return !combining;
}

/// Where the first word ends; a percent sign stays with its number.
std::size_t word_end(std::string_view text) {
    std::size_t end = text.find(' ');
    while (end != std::string_view::npos && text.substr(end + 1).starts_with('%')) end = text.find(' ', end + 1);
    return std::min(end, text.size());
}

std::vector<std::string> broken(std::string_view text, std::size_t width) {
    std::vector<std::string> lines{""};
    while (!text.empty()) {
        const std::size_t end = word_end(text);
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::string& line = lines.back();
        if (line.empty()) {
            line = word;
        } else if (display_width(line) + 1 + display_width(word) <= width) {
            line.append(" ").append(word);
        } else {
            lines.emplace_back(word);
        }
    }
    return lines;
}

void append_padded(std::string& line, std::string_view cell, std::size_t width) {
    line += cell;
    line.append(width - std::min(width, display_width(cell)), ' ');
}

void end_line(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) width += takes_column(text, i) ? 1 : 0;
    return width;
}

std::vector<std::size_t> TextTable::widths() const {
    std::vector<std::size_t> widths;
    for (const Row& row : rows_) {
        if (row.heading) continue;
        widths.resize(std::max(widths.size(), row.cells.size()));
        for (const std::string& line : broken(row.cells[0], first_width_)) {
            widths[0] = std::max(widths[0], display_width(line));
        }
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row.cells[i]));
        }
    }
    return widths;
}

std::string TextTable::to_text() const {
    const std::vector<std::size_t> columns = widths();
    const std::size_t total = std::accumulate(columns.begin(), columns.end(), gap.size() * (columns.size() - 1));
    std::string text;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        append(text, rows_[i], columns);
        if (i == 0) text += std::string(total, '-') + '\n';
    }
    return text;
}

void TextTable::append(std::string& text, const Row& row, const std::vector<std::size_t>& widths) const {
    if (row.heading) {
        text += row.cells[0] + '\n';
        return;
    }
    const std::vector<std::string> first = broken(row.cells[0], first_width_);
    append_padded(text, first[0], widths[0]);
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        text += gap;
        append_padded(text, row.cells[i], widths[i]);
    }
    end_line(text);
    for (std::size_t i = 1; i < first.size(); ++i) text += first[i] + '\n';
}

}  // namespace cadre

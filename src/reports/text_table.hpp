#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Columns a text takes on screen: its code points, combining marks aside.
std::size_t display_width(std::string_view text);

/// Lays cells out in columns that are as wide as their widest cell; the first column is broken at
/// spaces where it is longer than `first_width`.
class TextTable {
public:
    explicit TextTable(std::size_t first_width) : first_width_(first_width) {}

    void add_row(std::vector<std::string> cells) { rows_.push_back({std::move(cells), false}); }
    /// A line across all columns.
    void add_heading(std::string text) { rows_.push_back({{std::move(text)}, true}); }

    /// The rows, with a rule below the first.
    std::string to_text() const;

private:
    struct Row {
        std::vector<std::string> cells;
        bool heading;
    };
    std::vector<std::size_t> widths() const;
    void append(std::string& text, const Row& row, const std::vector<std::size_t>& widths) const;

    std::size_t first_width_;
    std::vector<Row> rows_;
};

}  // namespace cadre

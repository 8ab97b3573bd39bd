#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace cadre::test {

/// The folder of the real data: `CADRE_DATA`, or `../shared/data` beside the checkout.
inline std::filesystem::path data_folder() {
    if (const char* folder = std::getenv("CADRE_DATA")) return folder;
    return std::filesystem::path(CADRE_SOURCE_DIR) / ".." / "shared" / "data";
}

/// A CSV file with a header row, as in RFC 4180; a byte order mark is dropped.
class Csv {
public:
    explicit Csv(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        if (!file) throw std::runtime_error("cannot read " + path.string());
        std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        auto rows = split(text);
        for (std::size_t i = 0; i < rows.at(0).size(); ++i) columns_[rows[0][i]] = i;
        rows_.assign(rows.begin() + 1, rows.end());
    }

    std::size_t size() const { return rows_.size(); }
    const std::string& cell(std::size_t row, const std::string& column) const {
        return rows_.at(row).at(columns_.at(column));
    }

private:
    static std::vector<std::vector<std::string>> split(const std::string& text) {
        std::vector<std::vector<std::string>> rows;
        std::vector<std::string> row;
        std::string cell;
        bool quoted = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (quoted) {
                if (c != '"') {
                    cell += c;
                } else if (i + 1 < text.size() && text[i + 1] == '"') {
                    cell += text[++i];
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.push_back(std::move(cell));
                cell.clear();
                if (c == '\n') rows.push_back(std::move(row));
                if (c == '\n') row.clear();
            } else if (c != '\r') {
                cell += c;
            }
        }
        if (!cell.empty() || !row.empty()) {
            row.push_back(std::move(cell));
            rows.push_back(std::move(row));
        }
        return rows;
    }

    std::map<std::string, std::size_t> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace cadre::test

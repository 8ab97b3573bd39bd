#include "reports/html/row_numbers.hpp"

#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre::html {

std::string row_ranges(const std::vector<std::size_t>& rows) {
    std::string text;
    for (std::size_t at = 0; at < rows.size();) {
        std::size_t last = at;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
        if (!text.empty()) text += ", ";
        text += std::to_string(rows[at]);
        if (last > at) text += (last == at + 1 ? ", " : "–") + std::to_string(rows[last]);
        at = last + 1;
    }
    return text;
}

std::string listed_rows(const Page& page, const std::vector<std::size_t>& rows, std::int64_t count) {
    const std::int64_t others = count - static_cast<std::int64_t>(rows.size());
    std::string numbers = row_ranges(rows);
    if (others > 0) numbers += ' ' + page.text(texts::review_others, {others});
    return numbers;
}

void write_rows(Page& page, const std::vector<std::size_t>& rows, std::int64_t count) {
    if (rows.empty()) return;
    write_details(page, page.text(texts::html_rows, {count}), [&] {
        page.out.element("p", {{"class", "rows"}}, listed_rows(page, rows, count));
    });
}

}  // namespace cadre::html

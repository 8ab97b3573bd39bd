#pragma once

#include "reports/html/page.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre::html {

/// A column's heading; numbers stand to the right.
struct Heading {
    MessageId title;
    bool number = false;
};

/// A column's heading in the words of the data: a year.
struct TextHeading {
    std::string title;
    bool number = false;
};

/// A table with its caption and headings; `rows()` writes the rows. Wide tables scroll by themselves.
template <class Rows>
void write_table(Page& page, const std::string& caption, const std::vector<TextHeading>& headings, Rows&& rows) {
    Writer& out = page.out;
    out.element("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}}, [&] {
        out.element("table", [&] {
            out.element("caption", caption);
            out.element("thead", [&] {
                out.element("tr", [&] {
                    for (const TextHeading& heading : headings) {
                        out.element("th", {{"scope", "col"}, {heading.number ? "class" : "", "number"}}, heading.title);
                    }
                });
            });
            out.element("tbody", rows);
        });
    });
}

template <class Rows>
void write_table(Page& page, const std::string& caption, std::initializer_list<Heading> headings, Rows&& rows) {
    std::vector<TextHeading> texts;
    for (const Heading& heading : headings) texts.push_back({page.text(heading.title), heading.number});
    write_table(page, caption, texts, std::forward<Rows>(rows));
}

/// A row of a table: `cells()` writes the cells after the row's own heading.
template <class Title, class Cells>
void write_row(Page& page, Title&& title, Cells&& cells) {
    page.out.element("tr", [&] {
        page.out.element("th", {{"scope", "row"}}, title);
        cells();
    });
}

template <class Content>
void write_cell(Page& page, Content&& content) {
    page.out.element("td", std::forward<Content>(content));
}

inline void write_number(Page& page, std::int64_t number) {
    page.out.element("td", {{"class", "number"}}, std::to_string(number));
}

/// A text that opens on demand.
template <class Content>
void write_details(Page& page, const std::string& summary, Content&& content) {
    page.out.element("details", [&] {
        page.out.element("summary", summary);
        content();
    });
}

}  // namespace cadre::html

#pragma once

#include "reports/html/page.hpp"

#include <cadre/targets/bounds.hpp>
#include <cadre/targets/class_rows.hpp>

#include <vector>

namespace cadre::html {

/// One class of rows: what is known of them, and which they are.
struct RowClass {
    MessageId population;
    Verdict meets;
    std::int64_t count;
    const std::vector<std::size_t>& rows;
};

/// The classes that have rows.
std::vector<RowClass> classes_of(const ClassCounts& counts, const ClassRows& rows);

/// The rows of every class by number, opened on demand.
void write_class_rows(Page& page, const ClassCounts& counts, const ClassRows& rows);

}  // namespace cadre::html

#include "reports/html/class_rows.hpp"

#include "reports/html/row_numbers.hpp"
#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre::html {

std::vector<RowClass> classes_of(const ClassCounts& counts, const ClassRows& rows) {
    std::vector<RowClass> classes;
    const auto add = [&](MessageId population, Verdict meets, std::int64_t count,
                         const std::vector<std::size_t>& listed) {
        if (count > 0) classes.push_back({population, meets, count, listed});
    };
    add(texts::html_in_population, Verdict::met, counts.met, rows.met);
    add(texts::html_in_population, Verdict::not_met, counts.not_met, rows.not_met);
    add(texts::html_in_population, Verdict::undetermined, counts.undetermined, rows.undetermined);
    add(texts::html_maybe, Verdict::met, counts.maybe_met, rows.maybe_met);
    add(texts::html_maybe, Verdict::not_met, counts.maybe_not_met, rows.maybe_not_met);
    add(texts::html_maybe, Verdict::undetermined, counts.maybe_undetermined, rows.maybe_undetermined);
    return classes;
}

void write_class_rows(Page& page, const ClassCounts& counts, const ClassRows& rows) {
    const std::vector<RowClass> classes = classes_of(counts, rows);
    if (classes.empty()) return;
    write_details(page, page.text(texts::html_rows, {counts.certain() + counts.possible()}), [&] {
        for (const RowClass& one : classes) {
            page.out.element("p", {{"class", "rows"}},
                             page.text(texts::html_class_rows, {localized(one.population), verdict_text(one.meets),
                                                                one.count, listed_rows(page, one.rows, one.count)}));
        }
    });
}

}  // namespace cadre::html

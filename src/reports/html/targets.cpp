#include "reports/html/chart.hpp"
#include "reports/html/class_rows.hpp"
#include "reports/html/row_numbers.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"
#include "reports/html/verdict_mark.hpp"
#include "reports/html/yearly_target.hpp"
#include "reports/review_head.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre::html {
namespace {

void facts(Page& page, const TargetAssessment& result) {
    page.out.element("ul", {{"class", "facts"}}, [&] {
        if (result.target.group != LocalizedText{}) {
            page.out.element("li", page.text(texts::review_group, {result.target.group}));
        }
        for (const LocalizedText& fact : page.targets.facts(result)) page.out.element("li", page.text(fact));
        if (result.shortfall && result.verdict != Verdict::met) {
            page.out.element("li", page.text(texts::html_lacking, {page.targets.shortfall(result)}));
        }
    });
}

void class_table(Page& page, const TargetAssessment& result) {
    if (result.counts.certain() + result.counts.possible() == 0) return;
    write_table(
        page, page.text(texts::html_classes, {page.targets.title(result)}),
        {{texts::html_population}, {texts::column_verdict}, {texts::html_count, true}, {texts::html_row_numbers}}, [&] {
            for (const RowClass& rows : classes_of(result.counts, result.class_rows)) {
                write_row(page, page.text(rows.population), [&] {
                    write_cell(page, [&] { write_verdict(page, rows.meets); });
                    write_number(page, rows.count);
                    write_cell(page, [&] { write_rows(page, rows.rows, rows.count); });
                });
            }
        });
}

void target(Page& page, const TargetAssessment& result) {
    const std::string id = target_anchor(result);
    const std::string heading = id + "-title";
    page.out.element("article", {{"id", id}, {"aria-labelledby", heading}}, [&] {
        page.out.element("h3", {{"id", heading}}, page.targets.title(result));
        page.out.element("p", [&] { write_verdict(page, result.verdict); });
        write_chart(page, result);
        facts(page, result);
        class_table(page, result);
    });
}

}  // namespace

std::string target_anchor(const TargetAssessment& result) {
    return "target-" + result.target.id + (result.year ? "-" + std::to_string(*result.year) : "");
}

void write_targets(Page& page) {
    const auto results = by_group(page.review.assessment);
    if (results.empty()) return page.out.element("p", page.text(texts::review_no_targets));
    write_chart_legend(page);
    for (auto first = results.begin(); first != results.end();) {
        const auto next = std::find_if(
            first, results.end(), [&](const TargetAssessment* one) { return one->target.id != (*first)->target.id; });
        if ((*first)->year) {
            write_yearly_target(page, {first, next});
        } else {
            target(page, **first);
        }
        first = next;
    }
}

}  // namespace cadre::html

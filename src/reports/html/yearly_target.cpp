#include "reports/html/yearly_target.hpp"

#include "reports/html/chart.hpp"
#include "reports/html/class_rows.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"
#include "reports/html/verdict_mark.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre::html {
namespace {

void result_cell(Page& page, const TargetAssessment& result) {
    write_cell(page, [&] {
        page.out.text(page.targets.bounds(result.bounds, result.target.threshold));
        write_bar(page, result);
    });
}

void verdict_cell(Page& page, const TargetAssessment& result) {
    write_cell(page, [&] {
        write_verdict(page, result.verdict);
        const std::vector<LocalizedText> findings = page.targets.findings(result);
        if (findings.empty()) return;
        page.out.element("ul", {{"class", "findings"}}, [&] {
            for (const LocalizedText& finding : findings) page.out.element("li", page.text(finding));
        });
    });
}

void year_row(Page& page, const TargetAssessment& result) {
    page.out.element("tr", {{"id", target_anchor(result)}}, [&] {
        page.out.element("th", {{"scope", "row"}}, page.targets.year(result));
        result_cell(page, result);
        verdict_cell(page, result);
        page.out.element("td", {{"class", "number"}}, page.targets.shortfall(result));
        write_cell(page, [&] { write_class_rows(page, result.counts, result.class_rows); });
    });
}

void year_table(Page& page, std::span<const TargetAssessment* const> years) {
    write_table(page, page.text(texts::html_by_year, {years.front()->target.title}),
                {{texts::html_year},
                 {texts::column_result},
                 {texts::column_verdict},
                 {texts::column_shortfall, true},
                 {texts::html_row_numbers}},
                [&] {
                    for (const TargetAssessment* result : years) year_row(page, *result);
                });
}

void demands(Page& page, const TargetAssessment& result) {
    page.out.element("ul", {{"class", "facts"}}, [&] {
        const std::string wanted = result.target.demand(page.language);
        page.out.element("li", page.text(texts::column_threshold) + ": " + wanted);
        for (const LocalizedText& fact : page.targets.demands(result)) page.out.element("li", page.text(fact));
    });
}

}  // namespace

void write_yearly_target(Page& page, std::span<const TargetAssessment* const> years) {
    const Target& target = years.front()->target;
    const std::string id = "target-" + target.id;
    const std::string heading = id + "-title";
    const auto met = std::count_if(years.begin(), years.end(),
                                   [](const TargetAssessment* one) { return one->verdict == Verdict::met; });
    page.out.element("article", {{"id", id}, {"aria-labelledby", heading}}, [&] {
        page.out.element("h3", {{"id", heading}}, page.text(target.title));
        page.out.element("p", page.text(texts::html_years_met,
                                        {static_cast<std::int64_t>(met), static_cast<std::int64_t>(years.size())}));
        demands(page, *years.front());
        year_table(page, years);
    });
}

}  // namespace cadre::html

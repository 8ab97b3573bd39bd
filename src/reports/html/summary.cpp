#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"
#include "reports/html/verdict_mark.hpp"
#include "reports/review_head.hpp"

#include <algorithm>
#include <array>

namespace cadre::html {
namespace {

constexpr std::array verdicts{Verdict::met, Verdict::not_met, Verdict::undetermined};

void tally(Page& page) {
    const auto& targets = page.review.assessment.targets;
    page.out.element("ul", {{"class", "tally"}}, [&] {
        for (const Verdict verdict : verdicts) {
            const auto count = std::count_if(targets.begin(), targets.end(),
                                             [&](const TargetAssessment& t) { return t.verdict == verdict; });
            page.out.element("li", {{"class", verdict_class(verdict)}}, [&] {
                page.out.element("strong", std::to_string(count));
                write_verdict(page, verdict);
            });
        }
    });
}

void overview_row(Page& page, const TargetAssessment& result) {
    const auto title = [&] {
        page.out.element("a", {{"href", "#" + target_anchor(result)}}, page.targets.title(result));
        if (result.target.group != LocalizedText{}) {
            page.out.element("small", page.text(MessageId::review_group, {result.target.group}));
        }
    };
    write_row(page, title, [&] {
        page.out.element("td", {{"class", "number"}}, result.target.demand(page.language));
        page.out.element("td", {{"class", "number"}}, page.targets.bounds(result.bounds, result.target.threshold));
        write_cell(page, [&] { write_verdict(page, result.verdict); });
        page.out.element("td", {{"class", "number"}}, page.targets.shortfall(result));
    });
}

}  // namespace

void write_summary(Page& page) {
    const auto results = by_group(page.review.assessment);
    if (results.empty()) return page.out.element("p", page.text(MessageId::review_no_targets));
    tally(page);
    write_table(page, page.text(MessageId::html_overview),
                {{MessageId::column_target},
                 {MessageId::column_threshold, true},
                 {MessageId::column_result, true},
                 {MessageId::column_verdict},
                 {MessageId::column_shortfall, true}},
                [&] {
                    for (const TargetAssessment* result : results) overview_row(page, *result);
                });
}

}  // namespace cadre::html

#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"
#include "reports/html/verdict_mark.hpp"
#include "reports/review_head.hpp"

#include <cadre/messages/texts/reports.hpp>

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

void title(Page& page, const Target& target) {
    page.out.text(page.text(target.title));
    if (target.group == LocalizedText{}) return;
    page.out.element("small", page.text(texts::review_group, {target.group}));
}

/// The title of a yearly target stands once, above its years.
void yearly_title(Page& page, const Target& target) {
    page.out.element("tr", [&] {
        page.out.element("th", {{"scope", "rowgroup"}, {"colspan", "5"}}, [&] { title(page, target); });
    });
}

void overview_row(Page& page, const TargetAssessment& result) {
    const auto name = [&] {
        page.out.element("a", {{"href", "#" + target_anchor(result)}}, [&] {
            if (result.year) {
                page.out.text(page.targets.year(result));
            } else {
                title(page, result.target);
            }
        });
    };
    write_row(page, name, [&] {
        page.out.element("td", {{"class", "number"}}, result.target.demand(page.language));
        page.out.element("td", {{"class", "number"}}, page.targets.bounds(result.bounds, result.target.threshold));
        write_cell(page, [&] { write_verdict(page, result.verdict); });
        page.out.element("td", {{"class", "number"}}, page.targets.shortfall(result));
    });
}

void overview(Page& page, const std::vector<const TargetAssessment*>& results) {
    const Target* above = nullptr;
    for (const TargetAssessment* result : results) {
        const bool begins = above == nullptr || above->id != result->target.id;
        if (result->year && begins) yearly_title(page, result->target);
        above = &result->target;
        overview_row(page, *result);
    }
}

}  // namespace

void write_summary(Page& page) {
    const auto results = by_group(page.review.assessment);
    if (results.empty()) return page.out.element("p", page.text(texts::review_no_targets));
    tally(page);
    write_table(page, page.text(texts::html_overview),
                {{texts::column_target},
                 {texts::column_threshold, true},
                 {texts::column_result, true},
                 {texts::column_verdict},
                 {texts::column_shortfall, true}},
                [&] { overview(page, results); });
}

}  // namespace cadre::html

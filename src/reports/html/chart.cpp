#include "reports/html/chart.hpp"

#include "reports/html/verdict_mark.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>
#include <array>

namespace cadre::html {
namespace {

__extension__ using Wide = __int128;

/// Places shares and counts on an axis from 0; places are hundredths of a percent of its length.
class Axis {
public:
    explicit Axis(const TargetAssessment& result) {
        const Threshold& threshold = result.target.threshold;
        if (threshold.measure == Threshold::Measure::share) return;
        // Some room beyond the threshold shows that there is a beyond.
        const std::int64_t wanted = threshold.value.numerator + threshold.value.numerator / 4;
        end_ = Share{std::max({wanted, result.bounds.greatest->numerator, std::int64_t{1}}), 1};
    }

    const Share& end() const { return end_; }

    std::int64_t place(const Share& share) const {
        const Wide scaled = static_cast<Wide>(share.numerator) * end_.denominator * whole;
        const Wide place = scaled / (static_cast<Wide>(share.denominator) * end_.numerator);
        return static_cast<std::int64_t>(std::clamp<Wide>(place, 0, whole));
    }

    static std::string percent(std::int64_t place) {
        const std::string rest = std::to_string(100 + place % 100).substr(1);
        return std::to_string(place / 100) + '.' + rest + '%';
    }

    static constexpr std::int64_t whole = 10'000;

private:
    Share end_{1, 1};
};

/// Labels near an end of the axis grow inwards.
std::string_view anchor(std::int64_t place) {
    if (place < Axis::whole / 8) return "start";
    return place > Axis::whole - Axis::whole / 8 ? "end" : "middle";
}

void bar(Page& page, std::string_view name, std::int64_t from, std::int64_t to, std::string_view y,
         std::string_view height) {
    page.out.element("rect",
                     {{"class", name},
                      {"x", Axis::percent(from)},
                      {"y", y},
                      {"width", Axis::percent(to - from)},
                      {"height", height}},
                     "");
}

void stroke(Page& page, std::string_view name, std::int64_t place, std::string_view from, std::string_view to) {
    const std::string at = Axis::percent(place);
    page.out.element("line", {{"class", name}, {"x1", at}, {"x2", at}, {"y1", from}, {"y2", to}}, "");
}

/// Upright strokes, which need no pattern with an id of its own, and which paper without colour shows.
void hatching(Page& page, std::int64_t from, std::int64_t to) {
    constexpr std::int64_t step = Axis::whole / 100;
    for (std::int64_t place = from + step / 2; place < to; place += step) stroke(page, "hatching", place, "28", "36");
}

/// The ends are drawn by themselves: a rectangle without width is not drawn at all.
void interval(Page& page, std::int64_t least, std::int64_t greatest) {
    bar(page, "result", least, greatest, "23", "18");
    stroke(page, "result", least, "23", "41");
    stroke(page, "result", greatest, "23", "41");
}

void label(Page& page, std::string_view name, std::int64_t place, std::string_view y, const std::string& text) {
    page.out.element("text", {{"class", name}, {"x", Axis::percent(place)}, {"y", y}, {"text-anchor", anchor(place)}},
                     text);
}

void axis_labels(Page& page, const TargetAssessment& result, const Axis& axis) {
    const bool is_share = result.target.threshold.measure == Threshold::Measure::share;
    for (const std::int64_t quarter :
         is_share ? std::vector<std::int64_t>{0, 1, 2, 3, 4} : std::vector<std::int64_t>{0, 4}) {
        const std::string text =
            is_share ? format_percent({quarter, 4}, page.language) : std::to_string(quarter / 4 * axis.end().numerator);
        label(page, "axis", quarter * Axis::whole / 4, "62", text);
    }
}

void shapes(Page& page, const TargetAssessment& result, const Axis& axis) {
    const Threshold& threshold = result.target.threshold;
    const std::int64_t limit = axis.place(threshold.value);
    bar(page, "track", 0, Axis::whole, "26", "12");
    if (threshold.asks_for_more()) {
        hatching(page, limit, Axis::whole);
    } else {
        hatching(page, 0, limit);
    }
    interval(page, axis.place(*result.bounds.least), axis.place(*result.bounds.greatest));
    // The edge keeps the line apart from a bar of nearly its colour.
    stroke(page, "threshold-edge", limit, "17", "46");
    stroke(page, "threshold", limit, "17", "46");
}

void drawing(Page& page, const TargetAssessment& result, const Axis& axis) {
    const Threshold& threshold = result.target.threshold;
    shapes(page, result, axis);
    label(page, "wanted-label", axis.place(threshold.value), "12", threshold.to_text(page.language));
    axis_labels(page, result, axis);
}

/// A trend has no threshold on the axis.
bool can_be_drawn(const TargetAssessment& result) {
    return !result.target.trend && result.bounds.least && result.bounds.greatest;
}

std::string words_of(const Page& page, const TargetAssessment& result) {
    const Threshold& threshold = result.target.threshold;
    return page.text(texts::html_chart,
                     {page.targets.bounds(result.bounds, threshold), threshold.to_text(page.language)});
}

}  // namespace

void write_chart(Page& page, const TargetAssessment& result) {
    if (!can_be_drawn(result)) return;
    const std::string words = words_of(page, result);
    const std::string_view verdict = verdict_class(result.verdict);
    page.out.element("figure", {{"class", "bounds"}}, [&] {
        page.out.element(
            "svg", {{"class", verdict}, {"role", "img"}, {"aria-label", words}, {"width", "100%"}, {"height", "66"}},
            [&] { drawing(page, result, Axis(result)); });
        page.out.element("figcaption", words);
    });
}

void write_bar(Page& page, const TargetAssessment& result) {
    if (!can_be_drawn(result)) return;
    page.out.element("div", {{"class", "bounds bar"}}, [&] {
        page.out.element(
            "svg",
            {{"class", verdict_class(result.verdict)},
             {"role", "img"},
             {"aria-label", words_of(page, result)},
             {"width", "100%"},
             {"height", "32"}},
            [&] {
                page.out.element("g", {{"transform", "translate(0 -16)"}}, [&] { shapes(page, result, Axis(result)); });
            });
    });
}

void write_chart_legend(Page& page) {
    page.out.element("p", {{"class", "note"}}, page.text(texts::html_chart_legend));
}

}  // namespace cadre::html

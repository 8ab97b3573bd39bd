#include "reports/bounds_text.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre {
namespace {

constexpr int most_decimals = 6;

std::string number(const Share& share, const Threshold& threshold, Language language) {
    if (threshold.measure == Threshold::Measure::count) return std::to_string(share.numerator);
    const std::string bound = format_percent(threshold.value, language, most_decimals);
    std::string text = format_percent(share, language, 1);
    // 35.04 % must not be written like the 35 % that it exceeds.
    for (int decimals = 2; decimals <= most_decimals && text == bound && share != threshold.value; ++decimals) {
        text = format_percent(share, language, decimals);
    }
    return text;
}

}  // namespace

std::string bounds_text(const Bounds& bounds, const Threshold& threshold, Language language) {
    const auto& [least, greatest] = bounds;
    if (!least || !greatest) return "–";
    const std::string from = number(*least, threshold, language);
    const std::string to = number(*greatest, threshold, language);
    return *least == *greatest ? from : from + "–" + to;
}

std::string shortfall_text(const Shortfall& shortfall, bool asks_for_more, Language language) {
    const auto [certain, worst] = shortfall;
    LocalizedText text{std::to_string(certain), std::to_string(certain)};
    if (!asks_for_more) text = localized(texts::review_over_by, {certain});
    if (worst != certain) text = localized(texts::review_at_worst, {text, worst});
    return text.in(language);
}

}  // namespace cadre

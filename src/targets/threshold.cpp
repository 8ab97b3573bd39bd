#include <cadre/targets/threshold.hpp>

namespace cadre {
namespace {

const char* sign(Threshold::Comparison comparison) {
    switch (comparison) {
        case Threshold::Comparison::more_than: return ">";
        case Threshold::Comparison::at_least: return ">=";
        case Threshold::Comparison::at_most: return "<=";
        case Threshold::Comparison::less_than: return "<";
    }
    return "";
}

}  // namespace

bool Threshold::accepts(const Share& measured) const {
    switch (comparison) {
        case Comparison::more_than: return measured > value;
        case Comparison::at_least: return measured >= value;
        case Comparison::at_most: return measured <= value;
        case Comparison::less_than: return measured < value;
    }
    return false;
}

std::string Threshold::to_text(Language language) const {
    const std::string text = sign(comparison) + std::string(" ");
    if (measure == Measure::count) return text + std::to_string(value.numerator);
    constexpr int all_decimals = 9;
    return text + format_percent(value, language, all_decimals);
}

}  // namespace cadre

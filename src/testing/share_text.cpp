#include "testing/share_text.hpp"

#include <charconv>

namespace cadre {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::optional<Share> parse_fraction(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto numerator = whole_number(text.substr(0, slash));
    const auto denominator = slash == std::string_view::npos ? 1 : whole_number(text.substr(slash + 1));
    if (!numerator || !denominator || *denominator <= 0) return std::nullopt;
    return Share{*numerator, *denominator};
}

std::string to_fraction(const Share& share) {
    const std::string numerator = std::to_string(share.numerator);
    return share.denominator == 1 ? numerator : numerator + '/' + std::to_string(share.denominator);
}

}  // namespace cadre

#include <cadre/vocabulary/share.hpp>

#include <algorithm>

namespace cadre {
namespace {

__extension__ using Wide = __int128;

Wide crossed(const Share& left, const Share& right) {
    return static_cast<Wide>(left.numerator) * right.denominator;
}

}  // namespace

std::strong_ordering Share::operator<=>(const Share& other) const {
    const Wide left = crossed(*this, other);
    const Wide right = crossed(other, *this);
    if (left == right) return std::strong_ordering::equal;
    return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

bool Share::operator==(const Share& other) const {
    return crossed(*this, other) == crossed(other, *this);
}

std::string format_percent(const Share& share, Language language, int decimals) {
    // 15 decimals keep numerator * 100 * 10^decimals within 128 bits.
    decimals = std::clamp(decimals, 0, 15);
    Wide scaled = static_cast<Wide>(share.numerator) * 100;
    for (int i = 0; i < decimals; ++i) scaled *= 10;
    Wide floored = scaled / share.denominator;
    if (scaled < 0 && scaled % share.denominator != 0) --floored;

    const bool negative = floored < 0;
    Wide rest = negative ? -floored : floored;
    std::string reversed;
    bool significant = false;
    for (int i = 0; i < decimals; ++i, rest /= 10) {
        const char digit = static_cast<char>('0' + static_cast<int>(rest % 10));
        significant = significant || digit != '0';
        if (significant) reversed += digit;
    }
    if (!reversed.empty()) reversed += language == Language::vi ? ',' : '.';
    do {
        reversed += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (negative) reversed += '-';
    return std::string(reversed.rbegin(), reversed.rend()) + " %";
}

}  // namespace cadre

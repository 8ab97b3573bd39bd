#include "targets/threshold_reader.hpp"

#include <numeric>

namespace cadre {
namespace {

// 6 + 7 digits and the factor 100 keep p·q of two thresholds within 128 bits with room for any roster.
constexpr int most_whole_digits = 12;
constexpr int most_percent_digits = 6;
constexpr int most_decimals = 7;

/// Takes the parts of a threshold off the front of a text, white space aside.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool take(std::string_view part) {
        skip_space();
        if (!rest_.starts_with(part)) return false;
        rest_.remove_prefix(part.size());
        return true;
    }

    /// Appends digits to `number`; gives how many there were, or nothing when there were more than `most`.
    std::optional<int> take_digits(std::int64_t& number, int most) {
        int taken = 0;
        for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; rest_.remove_prefix(1)) {
            if (++taken > most) return std::nullopt;
            number = number * 10 + (rest_.front() - '0');
        }
        return taken;
    }

    bool starts_with(char letter) const { return !rest_.empty() && rest_.front() == letter; }
    void skip_space() {
        while (starts_with(' ') || starts_with('\t')) rest_.remove_prefix(1);
    }
    bool at_end() {
        skip_space();
        return rest_.empty();
    }

private:
    std::string_view rest_;
};

std::optional<Threshold::Comparison> take_comparison(Cursor& cursor) {
    if (cursor.take(">=")) return Threshold::Comparison::at_least;
    if (cursor.take("<=")) return Threshold::Comparison::at_most;
    if (cursor.take(">")) return Threshold::Comparison::more_than;
    if (cursor.take("<")) return Threshold::Comparison::less_than;
    return std::nullopt;
}

std::optional<Share> take_percent(Cursor& cursor) {
    Share share{0, 100};
    cursor.skip_space();
    if (cursor.take_digits(share.numerator, most_percent_digits).value_or(0) == 0) return std::nullopt;
    if (cursor.starts_with('.')) {
        cursor.take(".");
        const int decimals = cursor.take_digits(share.numerator, most_decimals).value_or(0);
        if (decimals == 0) return std::nullopt;
        for (int i = 0; i < decimals; ++i) share.denominator *= 10;
    }
    if (!cursor.take("%")) return std::nullopt;
    const std::int64_t divisor = std::gcd(share.numerator, share.denominator);
    return Share{share.numerator / divisor, share.denominator / divisor};
}

}  // namespace

std::optional<Threshold> read_share_threshold(std::string_view text) {
    Cursor cursor(text);
    const auto comparison = take_comparison(cursor);
    if (!comparison) return std::nullopt;
    const auto share = take_percent(cursor);
    if (!share || !cursor.at_end()) return std::nullopt;
    return Threshold{Threshold::Measure::share, *comparison, *share};
}

std::optional<Threshold> read_count_threshold(std::string_view text) {
    Cursor cursor(text);
    const auto comparison = take_comparison(cursor);
    if (!comparison) return std::nullopt;
    Share count;
    cursor.skip_space();
    const int digits = cursor.take_digits(count.numerator, most_whole_digits).value_or(0);
    if (digits == 0 || !cursor.at_end()) return std::nullopt;
    return Threshold{Threshold::Measure::count, *comparison, count};
}

}  // namespace cadre

#pragma once

#include "evaluation/over_days/change_days.hpp"
#include "evaluation/over_days/day_range.hpp"
#include "evaluation/possible.hpp"

#include <cadre/evaluation/verdict.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace cadre::over_days {

/// A value on every day of a range, as runs of equal days.
template <class T>
class DayRuns {
public:
    struct Run {
        DayNumber from = 0;  ///< up to the next run
        T value;
    };

    DayRuns() = default;
    /// The same value from `first` on.
    DayRuns(DayNumber first, const T& value) { append(first, value); }

    /// Days are appended in ascending order; a value equal to the last one's goes on.
    void append(DayNumber from, const T& value) {
        if (count_ != 0 && runs().back().value == value) return;
        if (count_ < few_.size()) {
            few_[count_] = {from, value};
        } else {
            if (many_.empty()) many_.assign(few_.begin(), few_.end());
            many_.push_back({from, value});
        }
        ++count_;
    }

    std::span<const Run> runs() const { return {many_.empty() ? few_.data() : many_.data(), count_}; }
    bool is_always(const T& value) const { return count_ == 1 && few_[0].value == value; }

    ChangeDays changes() const {
        ChangeDays days;
        for (const Run& run : runs().subspan(1)) days.add(run.from);
        return days;
    }

private:
    std::array<Run, 4> few_{};  ///< the runs of nearly all values, without an allocation
    std::vector<Run> many_;     ///< all runs, once there are more
    std::size_t count_ = 0;
};

using VerdictRuns = DayRuns<Verdict>;
using IntegerRuns = DayRuns<PossibleInteger>;

/// Applies a function of two values on every day; both cover the same range.
template <class T, class A, class B, class Function>
DayRuns<T> combined(const DayRuns<A>& a, const DayRuns<B>& b, Function function) {
    DayRuns<T> result;
    std::size_t i = 0;
    std::size_t j = 0;
    while (true) {
        const auto& left = a.runs()[i];
        const auto& right = b.runs()[j];
        result.append(std::max(left.from, right.from), function(left.value, right.value));
        const bool more_left = i + 1 < a.runs().size();
        const bool more_right = j + 1 < b.runs().size();
        if (!more_left && !more_right) return result;
        const bool left_first = !more_right || (more_left && a.runs()[i + 1].from <= b.runs()[j + 1].from);
        const bool right_first = !more_left || (more_right && b.runs()[j + 1].from <= a.runs()[i + 1].from);
        if (left_first) ++i;
        if (right_first) ++j;
    }
}

inline VerdictRuns operator&&(const VerdictRuns& a, const VerdictRuns& b) {
    if (a.is_always(Verdict::met)) return b;
    if (b.is_always(Verdict::met)) return a;
    return combined<Verdict>(a, b, [](Verdict x, Verdict y) { return x && y; });
}
inline VerdictRuns operator||(const VerdictRuns& a, const VerdictRuns& b) {
    if (a.is_always(Verdict::not_met)) return b;
    if (b.is_always(Verdict::not_met)) return a;
    return combined<Verdict>(a, b, [](Verdict x, Verdict y) { return x || y; });
}
inline VerdictRuns operator!(const VerdictRuns& a) {
    VerdictRuns result;
    for (const auto& run : a.runs()) result.append(run.from, !run.value);
    return result;
}

}  // namespace cadre::over_days

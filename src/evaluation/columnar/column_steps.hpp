#pragma once

#include "evaluation/columnar/step.hpp"

namespace cadre::columnar {

/// Closed range of the stored values of a column; empty when lo > hi.
template <class T>
struct ValueRange {
    T lo;
    T hi;
};

/// A comparison of a column with a constant, as a test whether the stored value (of a partial date: every day that it
/// may be) lies in a range.
template <class T>
struct RangeTest {
    const Column* column = nullptr;
    ValueRange<T> met{};
    ValueRange<T> not_met{};
    bool complement = false;       ///< not met is whatever is present and not met; `not_met` is not used
    bool none_is_not_met = false;  ///< cells that are "none": not met (equality) or undetermined (ordering)
};

StepPtr make_range_test(int frame, const RangeTest<std::int64_t>& test);
StepPtr make_range_test(int frame, const RangeTest<double>& test);

/// The cells of a boolean attribute.
StepPtr make_boolean_column(int frame, const Column* column);

/// The cells as sets of possible values; `ranks` (or null) maps stored codes to ranks. A missing cell
/// may be none where `allows_none`.
StepPtr make_integer_column(int frame, const Column* column, const std::vector<std::int64_t>* ranks, bool allows_none);
StepPtr make_decimal_column(int frame, const Column* column, bool allows_none);

/// The cells of another table's column, at the rows that `reference` gives.
StepPtr make_boolean_gather(int frame, StepId reference, const Column* column);
StepPtr make_integer_gather(int frame, StepId reference, const Column* column, const std::vector<std::int64_t>* ranks,
                            bool allows_none);
StepPtr make_decimal_gather(int frame, StepId reference, const Column* column, bool allows_none);

/// The same value for all rows.
StepPtr make_constant(int frame, Verdict value);
StepPtr make_constant(int frame, PossibleInteger value);
StepPtr make_constant(int frame, PossibleDecimal value);

}  // namespace cadre::columnar

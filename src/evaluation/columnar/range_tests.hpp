#pragma once

#include "evaluation/columnar/step.hpp"

#include <cstdint>
#include <memory>

namespace cadre::columnar {

class ValueBands;

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
/// The same for an int32 column on `bands` to which the test's ranges were added. `reader` is an earlier step of this
/// kind on the column, whose register holds the bands; -1: the step reads them itself.
StepPtr make_band_test(int frame, const RangeTest<std::int64_t>& test, std::shared_ptr<const ValueBands> bands,
                       StepId reader);

}  // namespace cadre::columnar

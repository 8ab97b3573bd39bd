#pragma once

#include "evaluation/columnar/range_tests.hpp"

#include <vector>

namespace cadre::columnar {

/// A step of a plan that tests a column of dates.
struct TestStep {
    StepId step = 0;
    RangeTest<std::int64_t> test;
};

/// Of tests of one column, the first reads it for all: the others need its register.
struct SharedBands {
    StepId reader = 0;
    std::vector<StepId> users;
};

/// Replaces the tests of a column that has many of them, as a column has that is compared with the cut-offs of many
/// days, by tests of its values' bands, which are read once a batch. `tests` are by ascending step. The answer is the
/// same.
std::vector<SharedBands> share_bands(const std::vector<TestStep>& tests, std::vector<StepPtr>& steps);

}  // namespace cadre::columnar

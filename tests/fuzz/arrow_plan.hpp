#pragma once

#include "fuzz/fuzz_input.hpp"
#include "support/arrow_data.hpp"

#include <vector>

namespace cadre::fuzz {

/// Chunks of a table that are sound but for what the Arrow border can see: what a stream says of its lengths, offsets,
/// counts, indices and formats may be wrong, but its buffers are as long as a reader of the rows needs them. A text
/// offset past its buffer, for one, is not made: nobody could see it.
struct ArrowPlan {
    test::ArrowData schema;
    std::vector<test::ArrowData> chunks;
};

ArrowPlan arrow_plan(FuzzInput& input);

}  // namespace cadre::fuzz

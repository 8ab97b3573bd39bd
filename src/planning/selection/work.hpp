#pragma once

#include <algorithm>
#include <cstdint>

namespace cadre::selection {

/// Counts elementary steps against a limit.
class Work {
public:
    explicit Work(std::int64_t limit) : limit_(limit) {}

    void spend(std::int64_t steps) { used_ += steps; }
    bool is_exhausted() const { return used_ >= limit_; }
    std::int64_t used() const { return used_; }
    std::int64_t left() const { return std::max<std::int64_t>(limit_ - used_, 0); }

private:
    std::int64_t limit_;
    std::int64_t used_ = 0;
};

}  // namespace cadre::selection

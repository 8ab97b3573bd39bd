#pragma once

#include <cadre/criteria/expression.hpp>

#include <algorithm>
#include <unordered_map>

namespace cadre {

/// Tells which expressions read the day of judgement, remembered by node so that shared parts are looked at once.
class AsOfReaders {
public:
    bool reads(const Expression& e) {
        const auto known = known_.find(&e);
        if (known != known_.end()) return known->second;
        const bool reads_it = e.operation == Operation::as_of ||
                              std::any_of(e.children.begin(), e.children.end(),
                                          [this](const ExpressionPtr& child) { return reads(*child); });
        return known_.emplace(&e, reads_it).first->second;
    }

private:
    std::unordered_map<const Expression*, bool> known_;
};

}  // namespace cadre

#include "planning/policy_reader.hpp"

#include <cadre/error.hpp>

namespace cadre {
namespace {

struct ConditionOf {
    const ExpressionPtr& operator()(const EntryRule& rule) const { return rule.condition; }
    const ExpressionPtr& operator()(const RemovalRule& rule) const { return rule.condition; }
    const ExpressionPtr& operator()(const ShareRule& rule) const { return rule.condition; }
    const ExpressionPtr& operator()(const DepartureRule& rule) const { return rule.stays; }
    template <class Rule>
    const ExpressionPtr& operator()(const Rule&) const {
        static const ExpressionPtr absent;
        return absent;
    }
};

}  // namespace

const ExpressionPtr& PoolPolicy::condition() const {
    return std::visit(ConditionOf{}, rule);
}

std::vector<PoolPolicy> read_pool_policies(const Pack& pack, Diagnostics& diagnostics) {
    return PolicyReader(pack, diagnostics).read();
}

std::vector<PoolPolicy> read_pool_policies(const Pack& pack) {
    Diagnostics diagnostics;
    std::vector<PoolPolicy> policies = read_pool_policies(pack, diagnostics);
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
    return policies;
}

}  // namespace cadre

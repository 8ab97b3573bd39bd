#include "criteria/measure.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>

namespace cadre::criteria {
namespace {

struct Measure {
    int depth = 1;
    std::int64_t cost = 1;
};

class Measurer {
public:
    explicit Measurer(NamedDepths& named) : named_(named) {}

    Measure measure(const Expression& node) {
        if (const auto known = measured_.find(&node); known != measured_.end()) return known->second;
        const bool is_named = node.operation == Operation::definition || node.operation == Operation::criterion;
        if (const auto known = named_.find(&node); known != named_.end()) return {known->second, 1};
        Measure total;
        for (const ExpressionPtr& child : node.children) {
            const Measure part = measure(*child);
            total.depth = std::max(total.depth, part.depth + 1);
            total.cost = std::min(total.cost + part.cost, cost_limit + 1);
        }
        if (is_named) {
            named_.emplace(&node, total.depth);
            total.cost = 1;
        }
        measured_.emplace(&node, total);
        return total;
    }

private:
    NamedDepths& named_;
    std::unordered_map<const Expression*, Measure> measured_;
};

}  // namespace

bool keeps_limits(const Expression& expression, NamedDepths& named, Findings& findings) {
    const Measure measure = Measurer(named).measure(expression);
    if (measure.depth > depth_limit) {
        findings.error(0, {texts::definitions_too_deep, {std::int64_t{depth_limit}}});
        return false;
    }
    if (measure.cost > cost_limit) {
        findings.error(0, {texts::expression_too_costly, {cost_limit}}, Message{texts::hint_split_definitions, {}});
        return false;
    }
    return true;
}

}  // namespace cadre::criteria

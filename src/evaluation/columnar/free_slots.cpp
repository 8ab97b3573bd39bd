#include "evaluation/columnar/free_slots.hpp"

#include <utility>

namespace cadre::columnar {

const std::set<int>& FreeSlots::of(const Expression& expression) {
    const auto known = known_.find(&expression);
    if (known != known_.end()) return known->second;
    std::set<int> slots = collect(expression);
    return known_.emplace(&expression, std::move(slots)).first->second;
}

std::set<int> FreeSlots::collect(const Expression& expression) {
    switch (expression.operation) {
        case Operation::variable: return {expression.slot};
        case Operation::definition:
        case Operation::criterion:
            // Bodies see the judged row alone.
            for (const ExpressionPtr& body : expression.children) {
                if (!of(*body).empty()) return {0};
            }
            return {};
        case Operation::some:
        case Operation::every:
        case Operation::filter:
        case Operation::project: {
            std::set<int> slots = of(*expression.children[1]);
            slots.erase(expression.slot);
            slots.insert(of(*expression.children[0]).begin(), of(*expression.children[0]).end());
            return slots;
        }
        default: {
            std::set<int> slots;
            for (const ExpressionPtr& child : expression.children) {
                slots.insert(of(*child).begin(), of(*child).end());
            }
            return slots;
        }
    }
}

}  // namespace cadre::columnar

#include "evaluation/read_values.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace cadre {
namespace {

/// The slot of the row that a path of attributes starts from, or -1 when it starts elsewhere.
int path_start(const Expression& e) {
    const Expression* source = &e;
    while (source->operation == Operation::attribute) source = source->children[0].get();
    return source->operation == Operation::variable ? source->slot : -1;
}

bool same_path(const Expression& a, const Expression& b) {
    if (a.operation != b.operation) return false;
    if (a.operation == Operation::variable) return a.slot == b.slot;
    return a.operation == Operation::attribute && a.attribute == b.attribute &&
           same_path(*a.children[0], *b.children[0]);
}

class Collector {
public:
    explicit Collector(std::function<bool(int)> wanted_slot) : wanted_slot_(std::move(wanted_slot)) {}

    void collect(const Expression& e) {
        if (!seen_.insert(&e).second) return;
        const int start = path_start(e);
        if (start >= 0 && wanted_slot_(start) && inner_.count(start) == 0) take(e);
        if (start >= 0) return;
        // A filter of a filter binds the slot of the one inside it.
        const bool binds = e.slot >= 0 && e.operation != Operation::variable && inner_.insert(e.slot).second;
        for (const ExpressionPtr& child : e.children) collect(*child);
        if (binds) inner_.erase(e.slot);
    }

    std::vector<const Expression*> found;

private:
    void take(const Expression& e) {
        const bool is_value = e.type.kind != TypeKind::list && e.type.kind != TypeKind::record;
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const Expression* other) { return same_path(*other, e); });
        if (is_value && !known) found.push_back(&e);
    }

    std::function<bool(int)> wanted_slot_;
    std::set<const Expression*> seen_;
    std::set<int> inner_;  ///< slots bound by the operations around the present node
};

/// The first node, parents before children, that is wanted.
template <class Wanted>
const Expression* find_node(const Expression& e, const Wanted& wanted, std::set<const Expression*>& seen) {
    if (!seen.insert(&e).second) return nullptr;
    if (wanted(e)) return &e;
    for (const ExpressionPtr& child : e.children) {
        if (const Expression* found = find_node(*child, wanted, seen)) return found;
    }
    return nullptr;
}

}  // namespace

std::vector<const Expression*> read_values(const Expression& e) {
    Collector collector([](int) { return true; });
    collector.collect(e);
    return collector.found;
}

std::vector<const Expression*> read_values(const Expression& e, int slot) {
    Collector collector([slot](int start) { return start == slot; });
    collector.collect(e);
    return collector.found;
}

const Expression* read_parameter(const Expression& e) {
    std::set<const Expression*> bound;
    std::set<int> inner;
    const auto binds = [&](const Expression& node) {
        if (node.slot >= 0 && node.operation != Operation::variable) inner.insert(node.slot);
        return false;
    };
    find_node(e, binds, bound);
    const auto reads_member = [&](const Expression& node) {
        return node.operation == Operation::variable && inner.count(node.slot) != 0;
    };
    std::set<const Expression*> seen;
    const auto is_parameter = [&](const Expression& node) {
        std::set<const Expression*> below;
        return node.operation == Operation::parameter && find_node(node, reads_member, below) == nullptr;
    };
    return find_node(e, is_parameter, seen);
}

bool asks_known(const Expression& e) {
    std::set<const Expression*> seen;
    const auto asks = [](const Expression& node) {
        return node.operation == Operation::call &&
               (node.function == Function::known || node.function == Function::get_or_else);
    };
    return find_node(e, asks, seen) != nullptr;
}

bool reads_sensitive(const Expression& e, const Schema& schema) {
    std::set<const Expression*> seen;
    const auto is_sensitive = [&](const Expression& node) {
        return node.operation == Operation::attribute &&
               schema.attribute(node.children[0]->type.domain, node.attribute).sensitive;
    };
    return find_node(e, is_sensitive, seen) != nullptr;
}

}  // namespace cadre

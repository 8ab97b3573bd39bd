#include "rotation/rules/proposed_post.hpp"

#include <algorithm>
#include <unordered_set>

namespace cadre {
namespace {

/// Looks at each node of a graph once.
class ProposedPostReads {
public:
    explicit ProposedPostReads(const Schema& schema) : cadres_(schema.find_table("cadres").value_or(-1)) {
        if (cadres_ >= 0) attribute_ = schema.table(cadres_).find("proposed_post").value_or(-1);
    }

    ProposedPostUse use(const Expression& e) {
        if (!seen_.insert(&e).second) return ProposedPostUse::none;
        ProposedPostUse found = own_use(e);
        for (const ExpressionPtr& child : e.children) found = std::max(found, use(*child));
        return found;
    }

private:
    ProposedPostUse own_use(const Expression& e) const {
        if (e.operation != Operation::attribute || e.attribute != attribute_) return ProposedPostUse::none;
        const Expression& row = *e.children.front();
        if (row.type.domain != cadres_) return ProposedPostUse::none;
        const bool is_judged = row.operation == Operation::variable && row.slot == 0;
        return is_judged ? ProposedPostUse::own : ProposedPostUse::others;
    }

    int cadres_;
    int attribute_ = -1;
    std::unordered_set<const Expression*> seen_;
};

}  // namespace

ProposedPostUse proposed_post_use(const Expression& condition, const Schema& schema) {
    return ProposedPostReads(schema).use(condition);
}

}  // namespace cadre

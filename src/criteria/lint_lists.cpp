#include "criteria/lint.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <algorithm>
#include <set>

namespace cadre::criteria {
namespace {

bool reads_as_of(const Expression& e, std::set<const Expression*>& visited) {
    if (!visited.insert(&e).second) return false;
    return e.operation == Operation::as_of || std::any_of(e.children.begin(), e.children.end(), [&](const auto& child) {
               return reads_as_of(*child, visited);
           });
}

bool reads_as_of(const Expression& e) {
    std::set<const Expression*> visited;
    return reads_as_of(e, visited);
}

bool is_dated(const Table& members) {
    return std::any_of(members.attributes.begin(), members.attributes.end(), [](const Attribute& attribute) {
        return attribute.type.kind == TypeKind::date ||
               (attribute.type.kind == TypeKind::integer && attribute.id == "year");
    });
}

class ListLint {
public:
    ListLint(const Schema& schema, Findings& findings) : schema_(schema), findings_(findings) {}

    /// `bounded`: a condition around reads the day judged and may leave later members out.
    void visit(const Expression& e, bool bounded) {
        switch (e.operation) {
            case Operation::definition:
            case Operation::criterion: return;
            case Operation::some:
            case Operation::every:
            case Operation::filter:
                visit(*e.children[0], bounded || reads_as_of(*e.children[1]));
                visit(*e.children[1], false);
                return;
            case Operation::project:
            case Operation::index: visit(*e.children[0], bounded); return;
            case Operation::attribute:
                if (e.type.kind == TypeKind::list && !bounded) judge(e);
                break;
            default: break;
        }
        for (const ExpressionPtr& child : e.children) visit(*child, false);
    }

private:
    void judge(const Expression& list) {
        const int owner = list.children[0]->type.domain;
        const Attribute& attribute = schema_.attribute(owner, list.attribute);
        if (attribute.child_table < 0 || !is_dated(schema_.table(attribute.child_table))) return;
        findings_.warn(list.offset, {texts::list_beyond_as_of, {attribute.id}},
                       Message{texts::hint_list_beyond_as_of, {attribute.id}});
    }

    const Schema& schema_;
    Findings& findings_;
};

}  // namespace

void lint_lists(const Expression& body, const Schema& schema, Findings& findings) {
    ListLint(schema, findings).visit(body, false);
}

}  // namespace cadre::criteria

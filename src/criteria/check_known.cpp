#include "criteria/checker.hpp"
#include "criteria/function_catalogue.hpp"

#include <cadre/messages/texts/criteria.hpp>

#include <utility>

namespace cadre::criteria {
namespace {

/// Whether the expression leads from a row, perhaps over references, to one of its attributes.
bool is_path_to_cell(const Expression& e) {
    if (e.operation != Operation::attribute) return false;
    const Expression& source = *e.children[0];
    return source.operation == Operation::variable || is_path_to_cell(source);
}

}  // namespace

/// `known(path)` and `get or else(path, value)`: the only expressions in which missing data decides.
ExpressionPtr Checker::known_call(const CatalogueEntry& entry, const Syntax& syntax) {
    auto values = arguments(syntax);
    if (!values) return nullptr;
    if (!is_path_to_cell(*values->front())) {
        findings_.error(values->front()->offset, {texts::path_needed, {syntax.text}},
                        Message{texts::hint_path_needed, {syntax.text}});
        return nullptr;
    }
    if (values->size() == 2 && !typing_.unify((*values)[0], (*values)[1])) return nullptr;
    findings_.warn(syntax.offset, {texts::missing_data_decides, {syntax.text}},
                   Message{texts::hint_missing_data_decides, {}});
    const Type type = values->size() == 2 ? (*values)[0]->type : Type{TypeKind::boolean};
    return function_node(entry.function, type, std::move(*values), syntax.offset);
}

}  // namespace cadre::criteria

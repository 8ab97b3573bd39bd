#include "evaluation/missing_field.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>

namespace cadre {

MissingField missing_field(const ReferenceEvaluator& evaluator, const CellIndex& cell) {
    const Schema& schema = evaluator.binding().schema();
    const Attribute& attribute = schema.attribute(cell.table, cell.attribute);
    if (attribute.sensitive) return {"", cell.row, "", localized(texts::field_protected)};
    const Column* column = evaluator.binding().column(cell.table, cell.attribute);
    const bool partial = column != nullptr && column->is_present(static_cast<std::size_t>(cell.row));
    return {schema.table(cell.table).id, cell.row, attribute.id, attribute.meaning, partial};
}

}  // namespace cadre

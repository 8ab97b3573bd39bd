#include <cadre/evaluation/verdict_table.hpp>

#include "evaluation/columnar/bit_kernels.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/schema/suggestion.hpp>

namespace cadre {

Counts VerdictColumn::counts() const {
    Counts counts;
    if (!in_force_) return counts;
    counts.met = columnar::count_bits(met_.data(), met_.size());
    counts.not_met = columnar::count_bits(not_met_.data(), not_met_.size());
    counts.undetermined = static_cast<std::int64_t>(rows_) - counts.met - counts.not_met;
    return counts;
}

const VerdictColumn& VerdictTable::operator[](std::string_view criterion) const {
    std::vector<std::string> known;
    for (const VerdictColumn& column : columns_) {
        if (column.id() == criterion) return column;
        known.push_back(column.id());
    }
    throw Error(
        ErrorCode::not_found,
        Diagnostics{
            {Severity::error, {}, {texts::criterion_unknown, {std::string(criterion)}}, suggestion(criterion, known)}});
}

}  // namespace cadre

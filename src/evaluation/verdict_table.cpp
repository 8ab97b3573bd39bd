#include <cadre/error.hpp>
#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/schema/suggestion.hpp>

#include <bit>

namespace cadre {

Counts VerdictColumn::counts() const {
    Counts counts;
    if (!in_force_) return counts;
    for (const std::uint64_t word : met_) counts.met += std::popcount(word);
    for (const std::uint64_t word : not_met_) counts.not_met += std::popcount(word);
    counts.undetermined = static_cast<std::int64_t>(rows_) - counts.met - counts.not_met;
    return counts;
}

const VerdictColumn& VerdictTable::operator[](std::string_view criterion) const {
    std::vector<std::string> known;
    for (const VerdictColumn& column : columns_) {
        if (column.id() == criterion) return column;
        known.push_back(column.id());
    }
    throw Error(ErrorCode::not_found, Diagnostics{{Severity::error,
                                                   {},
                                                   {MessageId::criterion_unknown, {std::string(criterion)}},
                                                   suggestion(criterion, known)}});
}

}  // namespace cadre

#include "evaluation/judged_row.hpp"

#include <cadre/error.hpp>
#include <cadre/schema/suggestion.hpp>

#include <string>
#include <utility>
#include <vector>

namespace cadre {

const Criterion& criterion_of(const Pack& pack, std::string_view id) {
    if (const Criterion* found = pack.find_criterion(id)) return *found;
    std::vector<std::string> names;
    for (const Criterion& criterion : pack.criteria()) names.push_back(criterion.id);
    Diagnostic finding;
    finding.message = {MessageId::criterion_unknown, {std::string(id)}};
    finding.hint = suggestion(id, names);
    throw Error(ErrorCode::not_found, Diagnostics{std::move(finding)});
}

void judge_known_row(ReferenceEvaluator& evaluator, int table, std::size_t row) {
    const std::size_t rows = evaluator.binding().rows(table);
    if (row >= rows) {
        throw Error(ErrorCode::not_found, {MessageId::row_out_of_range,
                                           {evaluator.binding().schema().table(table).id,
                                            static_cast<std::int64_t>(rows), static_cast<std::int64_t>(row)}});
    }
    evaluator.judge_row(static_cast<std::int64_t>(row));
}

}  // namespace cadre

#include "evaluation/judged_row.hpp"

#include <cadre/error.hpp>

namespace cadre {

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

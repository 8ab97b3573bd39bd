#include "testing/law_reads.hpp"

namespace cadre {

LawReads reads_of_row(const Expression& condition, ReferenceEvaluator& evaluator, std::size_t row) {
    LawReads reads;
    evaluator.note_law(&reads);
    evaluator.judge_row(static_cast<std::int64_t>(row));
    evaluator.truth(condition);
    evaluator.note_law(nullptr);
    return reads;
}

}  // namespace cadre

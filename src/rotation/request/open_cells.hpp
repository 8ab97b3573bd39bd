#pragma once

#include "evaluation/missing_field.hpp"
#include "evaluation/open_gaps.hpp"
#include "evaluation/program.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// Which missing cells leave conditions open. Pack and roster outlive this object; not thread-safe.
class OpenCells {
public:
    OpenCells(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
        : evaluator_(*pack.schema(), roster, decision_days(options).as_of, decision_days(options).law_as_of,
                     options.strict_snapshot) {}

    std::vector<MissingField> of(const Expression& condition, std::size_t row) {
        Gaps gaps;
        evaluator_.judge_row(static_cast<std::int64_t>(row));
        collect_open_gaps(evaluator_, condition, gaps);
        std::vector<MissingField> fields;
        for (const CellIndex& cell : gaps.missing) fields.push_back(missing_field(evaluator_, cell));
        return fields;
    }

private:
    ReferenceEvaluator evaluator_;
};

}  // namespace cadre

#include "evaluation/day_column.hpp"

#include "evaluation/columnar/plan_builder.hpp"
#include "evaluation/program.hpp"

#include <utility>

namespace cadre {
namespace {

/// Writes values into a column. No two batches share a row.
class DaySink final : public columnar::VerdictSink {
public:
    explicit DaySink(std::vector<PossibleInteger>& days) : days_(days) {}

    void take(std::size_t, std::size_t, columnar::Window rows, const columnar::Register& result) override {
        for (std::size_t i = 0; i < rows.size(); ++i) days_[rows.begin + i] = result.at<std::int64_t>(i);
    }

private:
    std::vector<PossibleInteger>& days_;
};

}  // namespace

std::vector<PossibleInteger> evaluate_days(const ExpressionPtr& day, int table, std::shared_ptr<const Schema> schema,
                                           const Roster& roster, const EvaluationOptions& options) {
    const auto at = roster.schema().find_table(schema->table(table).id);
    const RosterTable* rows = at ? roster.table(*at) : nullptr;
    std::vector<PossibleInteger> days(rows == nullptr ? 0 : rows->rows);
    const Program program = compile({{"day", table, day}}, std::move(schema));
    const columnar::RunContext context{program, roster, options};
    const columnar::Plan plan =
        columnar::make_plan(table, {&program.questions().front()}, {decision_days(options)}, context);
    DaySink sink(days);
    columnar::run(plan, context, days.size(), sink);
    return days;
}

}  // namespace cadre

#include <cadre/error.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include "evaluation/columnar/plan_builder.hpp"
#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "evaluation/some_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace cadre {

const std::vector<Question>& Program::questions() const {
    return contents_->questions;
}
const std::shared_ptr<const Schema>& Program::schema() const {
    return contents_->schema;
}

DecisionDays decision_days(const EvaluationOptions& options) {
    if (options.as_of.is_special()) throw Error(ErrorCode::invalid_argument, {texts::as_of_not_set, {}});
    const DayNumber as_of = day_number(options.as_of);
    return {as_of, options.law_as_of ? day_number(*options.law_as_of) : as_of};
}

Program compile(std::vector<Question> questions, std::shared_ptr<const Schema> schema) {
    Program program;
    program.contents_ =
        std::make_shared<const Program::Contents>(Program::Contents{std::move(questions), std::move(schema)});
    return program;
}

Program compile(const Pack& pack) {
    std::vector<Question> questions;
    for (const Criterion& criterion : pack.criteria()) {
        questions.push_back({criterion.id, criterion.table, criterion.condition});
    }
    return compile(std::move(questions), pack.schema());
}

namespace {

/// Writes the verdicts into columns, one a question. No two batches share a word.
class ColumnSink final : public columnar::VerdictSink {
public:
    explicit ColumnSink(const std::vector<VerdictColumn*>& columns) : columns_(columns) {}

    void take(std::size_t, std::size_t question, columnar::Window rows, const columnar::Register& result) override {
        const std::size_t words = columnar::words_for(rows.size());
        std::copy_n(result.met.data(), words, columns_[question]->met_words() + rows.begin / 64);
        std::copy_n(result.not_met.data(), words, columns_[question]->not_met_words() + rows.begin / 64);
    }

private:
    const std::vector<VerdictColumn*>& columns_;
};

/// Judges the questions on one table; `columns` are theirs, in the same order, and `rows` what is to be judged.
template <class Rows>
void evaluate_table(int table, const std::vector<const Question*>& questions, const columnar::RunContext& context,
                    const std::vector<VerdictColumn*>& columns, const Rows& rows) {
    const columnar::Plan plan = columnar::make_plan(table, questions, {decision_days(context.options)}, context);
    ColumnSink sink(columns);
    columnar::run(plan, context, rows, sink);
}

/// Columns of a program's questions in which nothing is known yet.
std::vector<VerdictColumn> open_columns(const Program& program, const Roster& roster, DayNumber law_as_of) {
    std::vector<VerdictColumn> columns;
    for (const Question& question : program.questions()) {
        const auto table = roster.schema().find_table(program.schema()->table(question.table).id);
        const RosterTable* rows = table ? roster.table(*table) : nullptr;
        columns.emplace_back(question.id, question.table, rows == nullptr ? 0 : rows->rows);
        const Expression& condition = *question.condition;
        columns.back().set_in_force(condition.operation != Operation::criterion ||
                                    condition.in_force.contains(law_as_of));
    }
    return columns;
}

/// Stretches of words of which a row is asked for, in batches.
std::vector<columnar::Window> windows_of(const std::vector<std::uint64_t>& asked, std::size_t rows) {
    std::vector<columnar::Window> windows;
    for (std::size_t word = 0; word < asked.size() && word * 64 < rows; ++word) {
        if (asked[word] == 0) continue;
        const std::size_t begin = word * 64;
        const std::size_t end = std::min(rows, begin + 64);
        const bool continues =
            !windows.empty() && windows.back().end == begin && windows.back().size() < columnar::batch_rows;
        if (continues) {
            windows.back().end = end;
        } else {
            windows.push_back({begin, end});
        }
    }
    return windows;
}

}  // namespace

VerdictTable evaluate(const Program& program, const Roster& roster, const EvaluationOptions& options) {
    std::vector<VerdictColumn> columns = open_columns(program, roster, decision_days(options).law_as_of);
    std::map<int, std::vector<const Question*>> by_table;
    for (const Question& question : program.questions()) by_table[question.table].push_back(&question);
    for (const auto& [table, questions] : by_table) {
        std::vector<VerdictColumn*> theirs;
        for (VerdictColumn& column : columns) {
            if (column.table() == table) theirs.push_back(&column);
        }
        evaluate_table(table, questions, {program, roster, options}, theirs, theirs.front()->size());
    }
    return VerdictTable(std::move(columns));
}

VerdictTable evaluate_some(const Program& program, const Roster& roster, const EvaluationOptions& options,
                           const std::vector<std::uint64_t>& rows) {
    std::vector<VerdictColumn> columns = open_columns(program, roster, decision_days(options).law_as_of);
    if (columns.empty()) return VerdictTable(std::move(columns));
    std::vector<const Question*> questions;
    std::vector<VerdictColumn*> theirs;
    for (const Question& question : program.questions()) questions.push_back(&question);
    for (VerdictColumn& column : columns) theirs.push_back(&column);
    evaluate_table(questions.front()->table, questions, {program, roster, options}, theirs,
                   windows_of(rows, columns.front().size()));
    return VerdictTable(std::move(columns));
}

VerdictTable evaluate(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    return evaluate(compile(pack), roster, options);
}

Verdict judge(const Expression& condition, const Schema& schema, const Roster& roster, std::size_t row,
              const EvaluationOptions& options) {
    const auto [as_of, law_as_of] = decision_days(options);
    ReferenceEvaluator evaluator(schema, roster, as_of, law_as_of, options.strict_snapshot);
    evaluator.judge_row(static_cast<std::int64_t>(row));
    return evaluator.truth(condition);
}

std::vector<Verdict> judge_rows(const Expression& condition, const Schema& schema, int table, const Roster& roster,
                                const EvaluationOptions& options) {
    const auto [as_of, law_as_of] = decision_days(options);
    ReferenceEvaluator evaluator(schema, roster, as_of, law_as_of, options.strict_snapshot);
    std::vector<Verdict> verdicts(evaluator.binding().rows(table));
    for (std::size_t row = 0; row < verdicts.size(); ++row) {
        evaluator.judge_row(static_cast<std::int64_t>(row));
        verdicts[row] = evaluator.truth(condition);
    }
    return verdicts;
}

}  // namespace cadre

#include <cadre/evaluation/evaluator.hpp>

#include "evaluation/columnar/plan_builder.hpp"
#include "evaluation/program.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <string>
#include <utility>

namespace cadre {
namespace {

/// Keeps the verdicts of one row.
class RowSink final : public columnar::VerdictSink {
public:
    explicit RowSink(std::size_t questions) : verdicts(questions) {}

    void take(std::size_t, std::size_t question, columnar::Window, const columnar::Register& result) override {
        verdicts[question] = result.verdict(0);
    }

    std::vector<Verdict> verdicts;
};

int table_named(const Schema& schema, std::string_view id) {
    if (const auto found = schema.find_table(id)) return *found;
    std::vector<std::string> known;
    for (const Table& table : schema.tables()) known.push_back(table.id);
    throw Error(ErrorCode::not_found,
                Diagnostics{{Severity::error, {}, {texts::unknown_table, {std::string(id)}}, suggestion(id, known)}});
}

std::vector<Question> questions_on(const Program& program, int table) {
    std::vector<Question> chosen;
    for (const Question& question : program.questions()) {
        if (question.table == table) chosen.push_back(question);
    }
    return chosen;
}

}  // namespace

struct Evaluator::Contents {
    Contents(const Program& whole, const Roster& rows_of, const EvaluationOptions& options, int judged)
        : program(compile(questions_on(whole, judged), whole.schema())),
          roster(rows_of),
          table(judged),
          context{program, roster, options},
          plan(make_plan()),
          runner(plan, context),
          sink(program.questions().size()) {}

    columnar::Plan make_plan() const {
        std::vector<const Question*> asked;
        for (const Question& question : program.questions()) asked.push_back(&question);
        return columnar::make_plan(table, asked, {decision_days(context.options)}, context);
    }

    Program program;
    Roster roster;
    int table;
    columnar::RunContext context;
    columnar::Plan plan;
    columnar::Runner runner;
    RowSink sink;
};

Evaluator::Evaluator(const Program& program, const Roster& roster, const EvaluationOptions& options,
                     std::string_view table)
    : contents_(std::make_unique<Contents>(program, roster, options, table_named(*program.schema(), table))) {}
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;
Evaluator::~Evaluator() = default;

const std::vector<Question>& Evaluator::questions() const {
    return contents_->program.questions();
}

const std::vector<Verdict>& Evaluator::judge(std::size_t row) {
    const std::size_t rows = contents_->plan.constants->binding().rows(contents_->table);
    if (row >= rows) {
        const std::string& id = contents_->program.schema()->table(contents_->table).id;
        throw Error(ErrorCode::not_found,
                    {texts::row_out_of_range, {id, static_cast<std::int64_t>(rows), static_cast<std::int64_t>(row)}});
    }
    contents_->runner.judge({row, row + 1}, contents_->sink);
    return contents_->sink.verdicts;
}

}  // namespace cadre

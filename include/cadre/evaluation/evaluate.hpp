#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>

#include <memory>
#include <string>
#include <vector>

namespace cadre {

/// One condition to be judged for every row of a table.
struct Question {
    std::string id;
    int table = 0;  ///< index in the schema
    ExpressionPtr condition;
};

/// Conditions compiled to one graph of shared sub-expressions. Immutable, cheap to copy, safe to share
/// between threads; independent of roster and dates.
class CADRE_EXPORT Program {
public:
    const std::vector<Question>& questions() const;
    const std::shared_ptr<const Schema>& schema() const;

private:
    friend Program compile(std::vector<Question>, std::shared_ptr<const Schema>);
    struct Contents;
    std::shared_ptr<const Contents> contents_;
};

/// Compiles every criterion of a pack.
CADRE_EXPORT Program compile(const Pack& pack);
/// Compiles boolean expressions that were checked against the schema.
CADRE_EXPORT Program compile(std::vector<Question> questions, std::shared_ptr<const Schema> schema);

/// Judges every row. The result depends on program, roster and the two dates alone: the same bytes on
/// any number of threads. Throws `Error` (invalid_argument) when as_of is not set or the roster's
/// schema has another type for an attribute that the program reads.
CADRE_EXPORT VerdictTable evaluate(const Program& program, const Roster& roster, const EvaluationOptions& options);
CADRE_EXPORT VerdictTable evaluate(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

/// Judges one row by the slow evaluator that follows the language's definition rule by rule; the same
/// answer as `evaluate`.
CADRE_EXPORT Verdict judge(const Expression& condition, const Schema& schema, const Roster& roster, std::size_t row,
                           const EvaluationOptions& options);
/// Judges every row of the table by the slow evaluator: the judge of `evaluate` in tests.
CADRE_EXPORT std::vector<Verdict> judge_rows(const Expression& condition, const Schema& schema, int table,
                                             const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre

#pragma once

#include <cadre/evaluation/evaluate.hpp>

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace cadre {

/// A program made ready for one roster and day, to judge single rows of a table in microseconds: for forms
/// and services that ask about one person at a time. `evaluate` is faster for all rows.
///
///     Evaluator evaluator(compile(pack), roster, {.as_of = Date(2015, 12, 31)});
///     evaluator.judge(17)[0];  // the verdict on the first of evaluator.questions()
///
/// Not thread-safe; one a thread. Keeps program and roster alive.
class CADRE_EXPORT Evaluator {
public:
    /// Throws `Error` as `evaluate` does, and not_found for an unknown table.
    Evaluator(const Program& program, const Roster& roster, const EvaluationOptions& options,
              std::string_view table = "cadres");
    Evaluator(Evaluator&&) noexcept;
    Evaluator& operator=(Evaluator&&) noexcept;
    ~Evaluator();

    /// Those of the program on the table, in its order.
    const std::vector<Question>& questions() const;
    /// The verdicts of one row, by question; valid until the next call. Throws `Error` (not_found) for an unknown
    /// row.
    const std::vector<Verdict>& judge(std::size_t row);

private:
    struct Contents;
    std::unique_ptr<Contents> contents_;
};

}  // namespace cadre

#pragma once

#include "evaluation/columnar/step.hpp"

#include <cadre/evaluation/evaluate.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace cadre::columnar {

/// A multiple of 64, so that no two batches write to one word; large enough to read columns in long runs,
/// small enough for the registers in use to stay in the second-level cache.
inline constexpr std::size_t batch_rows = 8192;

/// The judgement of one day: it runs the steps that the days before it did not need.
struct Stage {
    std::size_t steps_end = 0;      ///< of the steps that have run when the stage is done
    std::vector<StepId> results;    ///< boolean steps of frame 0, by question
    std::vector<StepId> last_used;  ///< steps that no later stage reads
};

/// The questions of one program on one table, bound to one roster and to one or several days: steps in an order in
/// which every step follows those that it reads. Steps that several days need are there once.
struct Plan {
    int table = 0;
    std::vector<Frame> frames;  ///< frame 0 is the judged table
    std::vector<StepPtr> steps;
    std::vector<Stage> stages;                            ///< by day
    std::shared_ptr<const ReferenceEvaluator> constants;  ///< owns what steps point to besides the roster
};

/// Takes what a plan found, batch by batch; from several threads at once.
class VerdictSink {
public:
    virtual ~VerdictSink() = default;
    /// `result` holds the verdicts of the window's rows on a stage's question.
    virtual void take(std::size_t stage, std::size_t question, Window rows, const Register& result) = 0;
};

/// What one run depends on besides the plan.
struct RunContext {
    const Program& program;
    const Roster& roster;
    EvaluationOptions options;  ///< of any of the plan's days
};

/// Runs a plan on stretches of rows, with working memory of its own. One a thread.
class Runner {
public:
    /// Both outlive it.
    Runner(const Plan& plan, const RunContext& context);
    void judge(Window rows, VerdictSink& sink);

private:
    void run(std::size_t step);
    void release(const std::vector<StepId>& steps);

    const Plan& plan_;
    ReferenceEvaluator reference_;
    Lane lane_;
    std::vector<Register> spare_;  ///< registers that no stage needs any more
};

/// Runs the plan over batches of rows, each of which begins at a multiple of 64 and is no longer than `batch_rows`.
void run(const Plan& plan, const RunContext& context, const std::vector<Window>& batches, VerdictSink& sink);
/// Runs the plan over all rows in batches.
void run(const Plan& plan, const RunContext& context, std::size_t rows, VerdictSink& sink);

}  // namespace cadre::columnar

#include "evaluation/columnar/plan.hpp"

#include "evaluation/program.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace cadre::columnar {

namespace {

/// A multiple of 64, so that no two batches write to one word; large enough to read columns in long runs,
/// small enough for the registers in use to stay in the second-level cache.
constexpr std::size_t batch_rows = 8192;

/// A member window follows from its parent's: lists lie one after the other.
void set_windows(const std::vector<Frame>& frames, Window rows, std::vector<Window>& windows) {
    windows.assign(frames.size(), {});
    windows[0] = rows;
    for (std::size_t i = 1; i < frames.size(); ++i) {
        const Window parent = windows[static_cast<std::size_t>(frames[i].parent)];
        if (frames[i].list == nullptr || parent.size() == 0) continue;
        const auto* offsets = frames[i].list->offsets();
        windows[i] = {static_cast<std::size_t>(offsets[parent.begin]), static_cast<std::size_t>(offsets[parent.end])};
    }
}

class Worker {
public:
    Worker(const Plan& plan, const Program& program, const Roster& roster, DecisionDays days, bool strict_snapshot)
        : plan_(plan), reference_(*program.schema(), roster, days.as_of, days.law_as_of, strict_snapshot) {
        lane_.frames = &plan.frames;
        lane_.registers.resize(plan.steps.size());
        lane_.reference = &reference_;
    }

    void judge(Window rows, const std::vector<VerdictColumn*>& columns) {
        set_windows(plan_.frames, rows, lane_.windows);
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) plan_.steps[i]->run(lane_, lane_.registers[i]);
        const std::size_t words = words_for(rows.size());
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const Register& result = lane_[plan_.results[k]];
            std::copy_n(result.met.data(), words, columns[k]->met_words() + rows.begin / 64);
            std::copy_n(result.not_met.data(), words, columns[k]->not_met_words() + rows.begin / 64);
        }
    }

private:
    const Plan& plan_;
    ReferenceEvaluator reference_;
    Lane lane_;
};

/// The first exception of any thread, rethrown when all have ended.
class FirstFailure {
public:
    void keep() {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
    }
    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    std::mutex mutex_;
    std::exception_ptr failure_;
};

std::size_t thread_count(const EvaluationOptions& options, std::size_t batches) {
    const auto wanted = options.threads > 0 ? static_cast<std::size_t>(options.threads)
                                            : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    return std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(1, batches));
}

}  // namespace

void run(const Plan& plan, const Program& program, const Roster& roster, const EvaluationOptions& options,
         const std::vector<VerdictColumn*>& columns) {
    const std::size_t rows = columns.empty() ? 0 : columns.front()->size();
    const std::size_t batches = (rows + batch_rows - 1) / batch_rows;
    const DecisionDays days = decision_days(options);
    std::atomic<std::size_t> next{0};
    FirstFailure failure;
    const auto work = [&] {
        try {
            Worker worker(plan, program, roster, days, options.strict_snapshot);
            for (std::size_t batch = next++; batch < batches; batch = next++) {
                worker.judge({batch * batch_rows, std::min(rows, (batch + 1) * batch_rows)}, columns);
            }
        } catch (...) {
            failure.keep();
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < thread_count(options, batches); ++i) others.emplace_back(work);
    work();
    others.clear();
    failure.rethrow();
}

}  // namespace cadre::columnar

#include "evaluation/columnar/plan.hpp"

#include "evaluation/program.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace cadre::columnar {

namespace {

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

Runner::Runner(const Plan& plan, const RunContext& context)
    : plan_(plan),
      reference_(*context.program.schema(), context.roster, decision_days(context.options).as_of,
                 decision_days(context.options).law_as_of, context.options.strict_snapshot) {
    lane_.frames = &plan.frames;
    lane_.registers.resize(plan.steps.size());
    lane_.reference = &reference_;
}

void Runner::judge(Window rows, VerdictSink& sink) {
    set_windows(plan_.frames, rows, lane_.windows);
    std::size_t step = 0;
    for (std::size_t k = 0; k < plan_.stages.size(); ++k) {
        const Stage& stage = plan_.stages[k];
        for (; step < stage.steps_end; ++step) run(step);
        for (std::size_t q = 0; q < stage.results.size(); ++q) sink.take(k, q, rows, lane_[stage.results[q]]);
        if (k + 1 < plan_.stages.size()) release(stage.last_used);
    }
}

void Runner::run(std::size_t step) {
    Register& out = lane_.registers[step];
    const bool unused = out.met.empty() && out.integers.empty() && out.decimals.empty();
    if (unused && !spare_.empty()) {
        out = std::move(spare_.back());
        out.stride = 1;
        spare_.pop_back();
    }
    plan_.steps[step]->run(lane_, out);
}

/// The memory of registers that are done with serves later stages while it is still in the cache.
void Runner::release(const std::vector<StepId>& steps) {
    for (const StepId step : steps) {
        spare_.push_back(std::exchange(lane_.registers[static_cast<std::size_t>(step)], {}));
    }
}

void run(const Plan& plan, const RunContext& context, const std::vector<Window>& batches, VerdictSink& sink) {
    std::atomic<std::size_t> next{0};
    FirstFailure failure;
    const auto work = [&] {
        try {
            Runner runner(plan, context);
            for (std::size_t batch = next++; batch < batches.size(); batch = next++) {
                runner.judge(batches[batch], sink);
            }
        } catch (...) {
            failure.keep();
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < thread_count(context.options, batches.size()); ++i) others.emplace_back(work);
    work();
    others.clear();
    failure.rethrow();
}

void run(const Plan& plan, const RunContext& context, std::size_t rows, VerdictSink& sink) {
    std::vector<Window> batches;
    for (std::size_t begin = 0; begin < rows; begin += batch_rows) {
        batches.push_back({begin, std::min(rows, begin + batch_rows)});
    }
    run(plan, context, batches, sink);
}

}  // namespace cadre::columnar

#pragma once

#include "planning/policy_verdicts.hpp"

#include <cadre/evaluation/evaluate.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace cadre {

/// Whether members may enter their pool on given days: every `entry` policy holds. Each day is judged once, for the
/// members who are asked for on it.
class EntryDays {
public:
    /// Keeps references to all but the options.
    EntryDays(const Pack& pack, const std::vector<PoolPolicy>& policies, const Plan& plan,
              const PolicyVerdicts& verdicts, const Roster& roster, const EvaluationOptions& options);

    /// A member and the days on every one of which it should be judged, from `first` to `last`.
    struct Request {
        std::size_t pool = 0;
        std::size_t member = 0;
        DayNumber first = 0;
        DayNumber last = 0;
    };
    /// For each request: met or not met where it is so on every one of its days.
    std::vector<Verdict> judge(const std::vector<Request>& requests) const;

private:
    /// What does not depend on the day for which is asked.
    Verdict on_term_start(const Request& request) const;
    void judge_first_days(const std::vector<Request>& requests, std::vector<Verdict>& verdicts) const;
    void judge_day(DayNumber day, const std::vector<Request>& requests, const std::vector<std::size_t>& asked,
                   std::vector<Verdict>& verdicts) const;
    /// The verdict of one request on all its days, given that of the first.
    void confirm(const std::vector<Request>& requests, std::vector<Verdict>& verdicts) const;

    const std::vector<PoolPolicy>& policies_;
    const Plan& plan_;
    const PolicyVerdicts& verdicts_;
    const Roster& roster_;
    const Schema& schema_;
    EvaluationOptions options_;
    std::vector<std::size_t> of_term_;  ///< policies judged on the first day of the term
    std::vector<std::size_t> of_day_;   ///< policies judged on the day for which is asked
    Program program_;                   ///< of those, in their order
};

}  // namespace cadre

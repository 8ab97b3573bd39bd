#pragma once

#include "evaluation/as_of_readers.hpp"
#include "evaluation/over_days/day_evaluator.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/evaluation/timeline.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace cadre {

/// Makes the timelines of one row: the days fall into pieces in which neither the law nor what is known of
/// undated facts changes, and each is judged as a whole.
class TimelineBuilder {
public:
    /// The criteria are those of one table, and outlive this object. Throws as `timeline` does.
    TimelineBuilder(const Pack& pack, std::vector<const Criterion*> criteria, const Roster& roster, std::size_t row,
                    const TimelineOptions& options);

    std::vector<Timeline> build();

private:
    std::vector<over_days::DayRange> pieces() const;
    void add_piece(over_days::DayRange piece);
    void append(Timeline& timeline, const Criterion& criterion, const over_days::VerdictRuns& runs,
                over_days::DayRange piece);
    OpenBecause because(const Criterion& criterion, DayNumber day);
    DayNumber law_on(DayNumber day) const { return law_as_of_.value_or(day); }
    /// The evaluator that knows what is known on the day.
    ReferenceEvaluator& evaluator_on(DayNumber day);

    const Pack& pack_;
    std::vector<const Criterion*> criteria_;
    const Roster& roster_;
    std::size_t row_;
    over_days::DayRange range_;
    std::optional<DayNumber> law_as_of_;
    bool strict_snapshot_;
    AsOfReaders readers_;
    std::unique_ptr<ReferenceEvaluator> before_snapshot_;
    std::unique_ptr<ReferenceEvaluator> evaluator_;
    std::vector<Timeline> timelines_;
};

}  // namespace cadre

#include <cadre/evaluation/forecast.hpp>

#include "evaluation/columnar/plan_builder.hpp"
#include "evaluation/program.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <map>
#include <utility>

namespace cadre {
namespace {

/// Days whose steps are planned together; more of them are planned in turns, so that plans stay small.
constexpr std::size_t days_a_plan = 120;

/// Adds up verdicts; sums do not depend on the order in which threads add.
class CountSink final : public columnar::VerdictSink {
public:
    CountSink(std::size_t stages, std::size_t questions) : questions_(questions), tallies_(stages * questions) {}

    void take(std::size_t stage, std::size_t question, columnar::Window rows,
              const columnar::Register& result) override {
        Tally& tally = tallies_[stage * questions_ + question];
        const std::size_t words = columnar::words_for(rows.size());
        tally.met.fetch_add(columnar::count_bits(result.met.data(), words), std::memory_order_relaxed);
        tally.not_met.fetch_add(columnar::count_bits(result.not_met.data(), words), std::memory_order_relaxed);
    }

    Counts counts(std::size_t stage, std::size_t question, std::size_t rows) const {
        const Tally& tally = tallies_[stage * questions_ + question];
        return {tally.met, tally.not_met, static_cast<std::int64_t>(rows) - tally.met - tally.not_met};
    }

private:
    struct Tally {
        std::atomic<std::int64_t> met{0};
        std::atomic<std::int64_t> not_met{0};
    };

    std::size_t questions_;
    std::vector<Tally> tallies_;
};

/// Fills in the counts of one forecast, table by table.
class ForecastMaker {
public:
    ForecastMaker(const Program& program, const Roster& roster, const ForecastOptions& options)
        : program_(program), roster_(roster), options_(options) {
        choose_questions();
        made_.snapshot = roster.snapshot();
        if (options.law_as_of) made_.law_as_of = day_number(*options.law_as_of);
        for (const Date& day : options.days) days_.push_back(decision_days({day, options.law_as_of}));
        for (const DecisionDays& day : days_) {
            for (const Question* question : questions_) made_.counts.push_back(blank(*question, day));
        }
    }

    Forecast make() {
        std::map<int, std::vector<std::size_t>> by_table;
        for (std::size_t q = 0; q < questions_.size(); ++q) by_table[questions_[q]->table].push_back(q);
        std::map<bool, std::vector<std::size_t>> by_facts;
        for (std::size_t d = 0; d < days_.size(); ++d) by_facts[hides_facts(days_[d])].push_back(d);
        for (const auto& [table, questions] : by_table) {
            for (const auto& [hidden, days] : by_facts) {
                for (std::size_t first = 0; first < days.size(); first += days_a_plan) {
                    const std::size_t end = std::min(days.size(), first + days_a_plan);
                    count(table, questions, {days.data() + first, days.data() + end});
                }
            }
        }
        return std::move(made_);
    }

private:
    bool is_before_snapshot(const DecisionDays& day) const {
        return roster_.snapshot() && day.as_of < *roster_.snapshot();
    }
    bool hides_facts(const DecisionDays& day) const { return options_.strict_snapshot && is_before_snapshot(day); }

    void choose_questions() {
        std::vector<std::string> known;
        for (const Question& question : program_.questions()) known.push_back(question.id);
        for (const std::string& id : options_.criteria) {
            if (std::find(known.begin(), known.end(), id) != known.end()) continue;
            throw Error(ErrorCode::not_found,
                        Diagnostics{{Severity::error, {}, {texts::criterion_unknown, {id}}, suggestion(id, known)}});
        }
        const auto& wanted = options_.criteria;
        for (const Question& question : program_.questions()) {
            const bool chosen = wanted.empty() || std::find(wanted.begin(), wanted.end(), question.id) != wanted.end();
            if (chosen) questions_.push_back(&question);
        }
    }

    ForecastCount blank(const Question& question, const DecisionDays& day) const {
        const Expression& condition = *question.condition;
        const bool in_force = condition.operation != Operation::criterion || condition.in_force.contains(day.law_as_of);
        return {question.id, day.as_of, {}, in_force, is_before_snapshot(day)};
    }

    /// `days` are positions of days that know the same facts.
    void count(int table, const std::vector<std::size_t>& questions, const std::vector<std::size_t>& days) {
        std::vector<const Question*> asked;
        std::vector<DecisionDays> judged;
        for (const std::size_t q : questions) asked.push_back(questions_[q]);
        for (const std::size_t day : days) judged.push_back(days_[day]);
        const columnar::RunContext context{
            program_,
            roster_,
            {date_of(judged[0].as_of), options_.law_as_of, options_.strict_snapshot, options_.threads}};
        const columnar::Plan plan = columnar::make_plan(table, asked, judged, context);
        const std::size_t rows = plan.constants->binding().rows(table);
        CountSink sink(days.size(), questions.size());
        columnar::run(plan, context, rows, sink);
        for (std::size_t d = 0; d < days.size(); ++d) {
            for (std::size_t q = 0; q < questions.size(); ++q) {
                ForecastCount& counted = made_.counts[days[d] * questions_.size() + questions[q]];
                if (counted.in_force) counted.counts = sink.counts(d, q, rows);
            }
        }
    }

    const Program& program_;
    const Roster& roster_;
    const ForecastOptions& options_;
    std::vector<const Question*> questions_;
    std::vector<DecisionDays> days_;
    Forecast made_;
};

}  // namespace

Forecast forecast(const Program& program, const Roster& roster, const ForecastOptions& options) {
    return ForecastMaker(program, roster, options).make();
}

Forecast forecast(const Pack& pack, const Roster& roster, const ForecastOptions& options) {
    return forecast(compile(pack), roster, options);
}

}  // namespace cadre

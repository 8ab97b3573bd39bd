#include <cadre/targets/indicator.hpp>

#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "targets/judgement_day.hpp"
#include "targets/row_classes.hpp"

#include <map>

namespace cadre {
namespace {

using Measure = Indicator::Measure;

ExpressionPtr always() {
    Expression node;
    node.type = {TypeKind::boolean};
    node.constant = true;
    return std::make_shared<const Expression>(std::move(node));
}

Program compile_indicators(const Pack& pack, const std::vector<Indicator>& indicators) {
    std::vector<Question> questions;
    for (const Indicator& indicator : indicators) {
        const bool asks = indicator.among != nullptr;
        const ExpressionPtr meet = indicator.meet ? indicator.meet : always();
        questions.push_back({indicator.id + ".among", indicator.table, asks ? indicator.among : meet});
        questions.push_back({indicator.id + ".meet", indicator.table, meet});
    }
    return compile(std::move(questions), pack.schema());
}

/// Measures the indicators on one day.
class DayOfMeasures {
public:
    DayOfMeasures(const Pack& pack, const Roster& roster, const Program& program, const EvaluationOptions& options)
        : verdicts_(evaluate(program, roster, options)),
          evaluator_(*pack.schema(), roster, decision_days(options).as_of, decision_days(options).law_as_of,
                     options.strict_snapshot) {}

    void measure(const Indicator& indicator, std::size_t position, IndicatorYear& result) {
        const VerdictColumn& among = verdicts_.columns()[2 * position];
        if (evaluator_.binding().table(indicator.table) == nullptr) {
            result.undecided = Undecided::table_not_given;
        } else if (indicator.measure == Measure::mean) {
            mean(indicator, among, result);
        } else {
            count(indicator, RowClasses(among, verdicts_.columns()[2 * position + 1]), result);
        }
    }

private:
    static void count(const Indicator& indicator, const RowClasses& classes, IndicatorYear& result) {
        const bool share = indicator.measure == Measure::share;
        result.counts = classes.counts();
        result.class_rows = classes.rows(most_rows_listed);
        result.bounds = bounds(result.counts, share ? Threshold::Measure::share : Threshold::Measure::count);
        if (share && result.counts.certain() == 0) {
            result.undecided =
                result.counts.possible() > 0 ? Undecided::population_may_be_empty : Undecided::population_empty;
        } else if (result.bounds.least != result.bounds.greatest) {
            result.undecided = Undecided::missing_data;
        }
    }

    static void add(std::size_t row, std::int64_t& count, std::vector<std::size_t>& rows) {
        ++count;
        if (rows.size() < most_rows_listed) rows.push_back(row);
    }

    void mean(const Indicator& indicator, const VerdictColumn& among, IndicatorYear& result) {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < among.size(); ++row) {
            if (among[row] == Verdict::not_met) continue;
            const bool certain = among[row] == Verdict::met;
            evaluator_.judge_row(static_cast<std::int64_t>(row));
            const auto value = std::get<PossibleInteger>(evaluator_.evaluate(*indicator.value));
            const bool known = value.is_single();
            ClassRows& rows = result.class_rows;
            if (!certain) {
                add(row, result.counts.maybe_undetermined, rows.maybe_undetermined);
            } else if (known) {
                add(row, result.counts.met, rows.met);
            } else {
                add(row, result.counts.undetermined, rows.undetermined);
            }
            if (certain && known) sum += value.lo;
        }
        if (result.counts.met > 0) result.of_known = Share{sum, result.counts.met};
        if (result.counts.undetermined + result.counts.possible() > 0) {
            result.undecided = Undecided::missing_data;
        } else if (result.counts.met == 0) {
            result.undecided = Undecided::population_empty;
        } else {
            result.bounds = {result.of_known, result.of_known};
        }
    }

    VerdictTable verdicts_;
    ReferenceEvaluator evaluator_;
};

bool is_partial(const Pack& pack, int year) {
    const std::optional<DayNumber>& from = pack.source().date;
    return from && civil_date(*from).year == year && *from > *make_day(year, 1, 1);
}

}  // namespace

std::vector<IndicatorSeries> measure_indicators(const Pack& pack, const Roster& roster,
                                                const EvaluationOptions& options) {
    decision_days(options);
    const std::vector<Indicator> indicators = read_indicators(pack);
    const Program program = compile_indicators(pack, indicators);
    std::map<int, DayOfMeasures> days;
    std::vector<IndicatorSeries> series;
    for (std::size_t at = 0; at < indicators.size(); ++at) {
        IndicatorSeries& found = series.emplace_back(IndicatorSeries{indicators[at], {}});
        if (indicators[at].not_collected) continue;
        for (int year = indicators[at].years.from; year <= indicators[at].years.to; ++year) {
            IndicatorYear& result = found.years.emplace_back(IndicatorYear{.year = year});
            result.partial_year = is_partial(pack, year);
            if (!has_begun(year, options)) {
                result.undecided = Undecided::year_not_begun;
                continue;
            }
            const auto day = days.try_emplace(year, pack, roster, program, options_of_year(year, options)).first;
            day->second.measure(indicators[at], at, result);
        }
    }
    return series;
}

}  // namespace cadre

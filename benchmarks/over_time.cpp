// One person and time: a pack of thirty criteria on one cadre, on every day of thirty years, and on sixty months over
// a roster. Every answer is checked against judging each day by itself before it is timed. CADRE_BENCHMARK_ROWS sets
// the size of the roster (1 million).

#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/evaluator.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/forecast.hpp>
#include <cadre/evaluation/timeline.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace cadre::benchmarks {
namespace {

const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};
const TimelineOptions thirty_years{.first = Date(2015, 1, 1), .last = Date(2045, 1, 1)};

/// Conditions as regulations state them: age, schooling, service, and appraisals of late years.
std::vector<std::string> flat_conditions() {
    std::vector<std::string> conditions;
    for (const char* limit : {"P35Y", "P40Y", "P45Y", "P50Y", "P55Y"}) {
        const std::string young = "years and months duration(birth_date, as_of) < @\"" + std::string(limit) + "\"";
        const std::string schooled = R"(degree >= "bachelor" and political_theory >= "intermediate")";
        const std::string rated = R"(count(appraisals[year >= as_of.year - 4 and rating >= "good"]) >= 3)";
        conditions.push_back(young + " and " + schooled);
        conditions.push_back(schooled + " and " + rated + " and " + young);
        conditions.push_back(rated + " or (" + young + R"( and joined_service + @"P5Y" <= as_of))");
    }
    return conditions;
}

std::vector<std::string> conditions_on_histories() {
    std::vector<std::string> conditions = flat_conditions();
    for (const char* term : {"P12M", "P24M", "P36M", "P60M", "P120M"}) {
        const std::string length = "@\"" + std::string(term) + "\"";
        const std::string clean = "count(disciplines[decided + " + length + " > as_of]) = 0";
        const std::string seasoned =
            "some a in appointments satisfies a.from + " + length + " <= as_of and a.to > as_of";
        conditions.push_back(clean + R"( and degree >= "bachelor")");
        conditions.push_back("(" + seasoned + ") and " + clean);
        conditions.push_back(
            "(every a in appointments satisfies years and months duration(a.from, min(a.to, as_of)) < " + length +
            R"() or political_theory >= "advanced")");
    }
    return conditions;
}

Pack pack_of(const std::vector<std::string>& conditions) {
    std::string text =
        "[pack]\nid = \"thirty\"\ntitle = { vi = \"ba mươi\", en = \"thirty\" }\n"
        "source = { document = \"thirty\", issuer = \"benchmark\", date = 2015-01-01 }\n";
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        text += "[[criterion]]\nid = \"c" + std::to_string(i) +
                "\"\ntitle = { vi = \"c\", en = \"c\" }\ncite = \"1\"\n" + "when = '''" + conditions[i] + "'''\n";
    }
    return parse_pack(text, "thirty.toml");
}

const Pack& pack() {
    static const Pack made = pack_of(conditions_on_histories());
    return made;
}

const Roster& one_cadre() {
    static const Roster made = [] {
        ListValue spells;
        ListValue appraisals;
        for (unsigned short i = 0; i < 6; ++i) {
            const Value end = i < 5 ? Value(Date(static_cast<unsigned short>(2004 + 2 * i), 3, 15)) : Value(Ongoing{});
            spells.records.push_back({{"from", Date(static_cast<unsigned short>(2002 + 2 * i), 3, 15)}, {"to", end}});
        }
        for (int year = 2004; year < 2015; ++year) {
            appraisals.records.push_back({{"year", year}, {"rating", year % 3 == 0 ? "completed" : "good"}});
        }
        const ListValue disciplines{{{{"decided", Date(2013, 8, 1)}}, {{"decided", Missing{}}}}};
        RosterBuilder builder;
        builder.add("cadres", {{"birth_date", Date(1977, 2, 28)},
                               {"joined_service", Date(2001, 9, 1)},
                               {"degree", "bachelor"},
                               {"appointments", spells},
                               {"appraisals", appraisals},
                               {"disciplines", disciplines}});
        return builder.build();
    }();
    return made;
}

bool is_right(const std::vector<Timeline>& made) {
    const Program program = compile(pack());
    for (DayNumber day = made[0].first; day < made[0].last; day += 7) {
        const VerdictTable table = evaluate(program, one_cadre(), {.as_of = date_of(day)});
        for (const Timeline& timeline : made) {
            if (timeline.on(day).verdict != table[timeline.criterion][0]) return false;
        }
    }
    return true;
}

void timeline_of_thirty_years(benchmark::State& state) {
    if (!is_right(timelines(pack(), one_cadre(), 0, thirty_years))) return state.SkipWithError("wrong answer");
    for (auto _ : state) benchmark::DoNotOptimize(timelines(pack(), one_cadre(), 0, thirty_years));
}

void one_cadre_against_thirty(benchmark::State& state) {
    const Program program = compile(pack());
    const VerdictTable table = evaluate(program, one_cadre(), on_day);
    Evaluator evaluator(program, one_cadre(), on_day);
    for (std::size_t i = 0; i < evaluator.questions().size(); ++i) {
        if (evaluator.judge(0)[i] != table[evaluator.questions()[i].id][0]) return state.SkipWithError("wrong answer");
    }
    for (auto _ : state) benchmark::DoNotOptimize(evaluator.judge(0).data());
}

/// What a host pays that has a roster of one for every person: the plan is built each time.
void a_roster_of_one_against_thirty(benchmark::State& state) {
    const Program program = compile(pack());
    for (auto _ : state) benchmark::DoNotOptimize(evaluate(program, one_cadre(), on_day));
}

void explanation(benchmark::State& state) {
    const Explanation made = explain(pack(), "c16", one_cadre(), 0, on_day);
    if (made.verdict() != evaluate(pack(), one_cadre(), on_day)["c16"][0]) return state.SkipWithError("wrong answer");
    for (auto _ : state) benchmark::DoNotOptimize(explain(pack(), "c16", one_cadre(), 0, on_day));
}

void loading_the_largest_pack(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_pack("hanoi-2011"));
}

std::size_t rows() {
    const char* given = std::getenv("CADRE_BENCHMARK_ROWS");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : 1'000'000;
}

/// The time of a forecast over that of evaluating each of its days, measured in turns.
void forecast_of_sixty_months(benchmark::State& state) {
    const Roster roster = make_roster(make_columns(rows()));
    const Program program = compile(pack_of(flat_conditions()));
    ForecastOptions months;
    for (int i = 0; i < 60; ++i) {
        months.days.emplace_back(static_cast<unsigned short>(2016 + i / 12), static_cast<unsigned short>(1 + i % 12),
                                 1);
    }
    using Clock = std::chrono::steady_clock;
    double together = 0;
    double apart = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        const Forecast made = forecast(program, roster, months);
        together += std::chrono::duration<double>(Clock::now() - start).count();
        state.PauseTiming();
        std::size_t at = 0;
        for (const Date& day : months.days) {
            const auto start_apart = Clock::now();
            const VerdictTable table = evaluate(program, roster, {.as_of = day});
            apart += std::chrono::duration<double>(Clock::now() - start_apart).count();
            for (const VerdictColumn& column : table.columns()) {
                if (made.counts[at++].counts != column.counts()) return state.SkipWithError("wrong answer");
            }
        }
        state.ResumeTiming();
    }
    state.counters["of_sixty_evaluations"] = together / apart;
}

BENCHMARK(timeline_of_thirty_years)->Unit(benchmark::kMicrosecond);
BENCHMARK(one_cadre_against_thirty)->Unit(benchmark::kMicrosecond);
BENCHMARK(a_roster_of_one_against_thirty)->Unit(benchmark::kMicrosecond);
BENCHMARK(explanation)->Unit(benchmark::kMicrosecond);
BENCHMARK(loading_the_largest_pack)->Unit(benchmark::kMillisecond);
BENCHMARK(forecast_of_sixty_months)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace cadre::benchmarks

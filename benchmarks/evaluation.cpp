// One thread over synthetic cadres: a flat criterion against the rate at which its bytes can merely be
// read, a criterion on histories, and a pack of criteria against its criteria alone. Every answer is
// checked against a plain loop before it is timed. CADRE_BENCHMARK_ROWS sets the size (10 million).

#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/schema/schema.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

namespace cadre::benchmarks {
namespace {

const EvaluationOptions on_day{Date(2015, 12, 31), std::nullopt, 1};

constexpr const char* flat_condition =
    R"(degree >= "master" and political_theory >= "advanced" and general_education = "upper_secondary" )"
    R"(and years and months duration(birth_date, as_of) >= @"P35Y" and joined_service <= @"2010-01-01")";
constexpr const char* history_condition = R"(count(appraisals[year >= 2011 and rating >= "good"]) >= 3)";

std::size_t rows() {
    const char* given = std::getenv("CADRE_BENCHMARK_ROWS");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : 10'000'000;
}

const Columns& columns() {
    static const Columns made = make_columns(rows());
    return made;
}
const Roster& roster() {
    static const Roster made = make_roster(columns());
    return made;
}

Program program(const std::vector<std::string>& conditions) {
    const auto schema = load_vocabulary();
    std::vector<Question> questions;
    for (const std::string& text : conditions) {
        questions.push_back({"q" + std::to_string(questions.size()), 0, parse_expression(text, *schema)});
    }
    return compile(std::move(questions), schema);
}

/// Strong Kleene `and` of a known or missing comparison, for the plain loops.
struct Plain {
    bool any_not_met = false;
    bool any_missing = false;

    void add(bool missing, bool met) {
        any_missing = any_missing || missing;
        any_not_met = any_not_met || (!missing && !met);
    }
    void count_in(Counts& counts) const {
        if (any_not_met) {
            ++counts.not_met;
        } else if (any_missing) {
            ++counts.undetermined;
        } else {
            ++counts.met;
        }
    }
};

Counts plain_flat() {
    const Columns& c = columns();
    const DayNumber as_of = day_number(on_day.as_of);
    const DayNumber joined = day_number(Date(2010, 1, 1));
    Counts counts;
    for (std::size_t i = 0; i < c.degree.size(); ++i) {
        Plain row;
        row.add(c.degree[i] < 0, c.degree[i] >= 5);
        row.add(c.political_theory[i] < 0, c.political_theory[i] >= 3);
        row.add(c.general_education[i] < 0, c.general_education[i] == 3);
        const bool unborn = c.birth_date[i] == missing_day;
        row.add(unborn, !unborn && months_between(c.birth_date[i], as_of) >= 35 * 12);
        row.add(c.joined_service[i] == missing_day, c.joined_service[i] <= joined);
        row.count_in(counts);
    }
    return counts;
}

Counts plain_history() {
    const Columns& c = columns();
    Counts counts;
    for (std::size_t i = 0; i < c.degree.size(); ++i) {
        int certain = 0;
        int possible = 0;
        for (std::size_t k = i * appraisals_a_cadre; k < (i + 1) * appraisals_a_cadre; ++k) {
            if (c.year[k] < 2011) continue;
            certain += c.rating[k] >= 3 ? 1 : 0;
            possible += c.rating[k] < 0 ? 1 : 0;
        }
        Plain row;
        row.add(certain < 3 && certain + possible >= 3, certain >= 3);
        row.count_in(counts);
    }
    return counts;
}

bool same(const Counts& answer, const Counts& expected, benchmark::State& state) {
    if (answer == expected) return true;
    state.SkipWithError("wrong answer");
    return false;
}

/// Reads the bytes that the flat criterion reads, and their validity bitmaps, eight at a time.
__attribute__((target_clones("avx2", "default"))) std::uint64_t read_words(const std::uint64_t* words,
                                                                           std::size_t count) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += words[i];
    return sum;
}

std::size_t flat_bytes(std::uint64_t& sum) {
    const RosterTable& table = *roster().table(0);
    std::size_t bytes = 0;
    const std::pair<const char*, std::size_t> attributes[] = {
        {"degree", 1}, {"political_theory", 1}, {"general_education", 1}, {"birth_date", 4}, {"joined_service", 4}};
    for (const auto& [name, width] : attributes) {
        const Column& column = table.columns[static_cast<std::size_t>(*roster().schema().table(0).find(name))];
        sum += read_words(static_cast<const std::uint64_t*>(column.values), column.size * width / 8);
        bytes += column.size * width;
        if (column.present == nullptr) continue;
        sum += read_words(column.present, column.size / 64);
        bytes += column.size / 8;
    }
    return bytes;
}

void read_bytes(benchmark::State& state) {
    std::uint64_t sum = 0;
    std::size_t bytes = 0;
    for (auto _ : state) benchmark::DoNotOptimize(bytes = flat_bytes(sum));
    benchmark::DoNotOptimize(sum);
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void flat_criterion(benchmark::State& state) {
    const Program flat = program({flat_condition});
    if (!same(evaluate(flat, roster(), on_day)["q0"].counts(), plain_flat(), state)) return;
    std::uint64_t sum = 0;
    const std::size_t bytes = flat_bytes(sum);
    for (auto _ : state) benchmark::DoNotOptimize(evaluate(flat, roster(), on_day));
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void history_criterion(benchmark::State& state) {
    const Program history = program({history_condition});
    if (!same(evaluate(history, roster(), on_day)["q0"].counts(), plain_history(), state)) return;
    for (auto _ : state) benchmark::DoNotOptimize(evaluate(history, roster(), on_day));
    state.counters["records"] =
        benchmark::Counter(static_cast<double>(columns().year.size()), benchmark::Counter::kIsIterationInvariantRate);
}

/// Twenty criteria as rule packs have them: a few facts (age, ratings, schooling, service) in many
/// combinations and thresholds.
std::vector<std::string> pack_conditions() {
    const std::string age = "years and months duration(birth_date, as_of)";
    const std::string good = R"(count(appraisals[year >= 2011 and rating >= "good"]))";
    const std::string schooling = R"(degree >= "bachelor" and political_theory >= "intermediate")";
    std::vector<std::string> conditions;
    for (const char* limit : {"P35Y", "P40Y", "P45Y", "P50Y", "P55Y"}) {
        const std::string young = age + " < @\"" + limit + "\"";
        conditions.push_back(young + " and " + schooling);
        conditions.push_back(young + " and " + good + " >= 3 and " + schooling);
        conditions.push_back(good + " >= 2 and (" + young + R"( or degree >= "master"))");
        conditions.push_back(schooling + " and " + good + " >= 4 and " + young +
                             R"( and joined_service <= @"2010-01-01")");
    }
    return conditions;
}

/// The pack's time over the sum of its criteria's times, measured in turns.
void pack_of_twenty(benchmark::State& state) {
    const std::vector<std::string> conditions = pack_conditions();
    const Program pack = program(conditions);
    std::vector<Program> alone;
    for (const std::string& condition : conditions) alone.push_back(program({condition}));
    const VerdictTable together = evaluate(pack, roster(), on_day);
    using Clock = std::chrono::steady_clock;
    double pack_seconds = 0;
    double alone_seconds = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        benchmark::DoNotOptimize(evaluate(pack, roster(), on_day));
        pack_seconds += std::chrono::duration<double>(Clock::now() - start).count();
        state.PauseTiming();
        const auto start_alone = Clock::now();
        for (std::size_t i = 0; i < alone.size(); ++i) {
            const VerdictTable table = evaluate(alone[i], roster(), on_day);
            if (table["q0"].met() != together["q" + std::to_string(i)].met()) state.SkipWithError("wrong answer");
        }
        alone_seconds += std::chrono::duration<double>(Clock::now() - start_alone).count();
        state.ResumeTiming();
    }
    state.counters["of_sum_alone"] = pack_seconds / alone_seconds;
}

BENCHMARK(read_bytes)->Unit(benchmark::kMillisecond);
BENCHMARK(flat_criterion)->Unit(benchmark::kMillisecond);
BENCHMARK(history_criterion)->Unit(benchmark::kMillisecond);
BENCHMARK(pack_of_twenty)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace cadre::benchmarks

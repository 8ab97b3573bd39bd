// Remedies of one cadre (ten changeable attributes, up to three changes, with and without waiting), what would decide
// an undetermined verdict, and the table of needs over synthetic cadres. CADRE_BENCHMARK_ROWS sets the size of the
// roster (1 million).

#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/deciding.hpp>
#include <cadre/evaluation/needs.hpp>
#include <cadre/evaluation/remedy.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <cstdlib>
#include <string>

namespace cadre::benchmarks {
namespace {

const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};

Pack pack_of(const std::string& attributes, const std::string& condition) {
    return parse_pack(R"([pack]
id = "benchmark"
title = { vi = "đo", en = "benchmark" }
source = { document = "1", issuer = "A", date = 2011-08-18 }
)" + attributes + R"(
[[criterion]]
id = "c"
title = { vi = "đo", en = "benchmark" }
cite = "1"
when = ''')" + condition + "'''\n",
                      "benchmark.toml");
}

constexpr int changeable_attributes = 10;

std::string name_of(int i) {
    return "skill_" + std::to_string(i);
}

/// Ten scales of four levels: some three of them at the second and third level or any two at the fourth meet the
/// criterion; with `seniority` the three only after so many years of service.
Pack ten_attributes(bool seniority = false) {
    std::string attributes;
    std::string pairs;
    std::string triples;
    for (int i = 0; i < changeable_attributes; ++i) {
        attributes += "[[attribute]]\ntable = \"cadres\"\nid = \"" + name_of(i) +
                      "\"\ntype = \"level\"\nof = \"state_management\"\nchangeable = true\n";
        const int next = (i + 1) % changeable_attributes;
        const int third = (i + 2) % changeable_attributes;
        const std::string either = i == 0 ? "" : " or ";
        pairs += either + "(" + name_of(i) + " >= \"senior_officer\" and " + name_of(next) + " >= \"senior_officer\")";
        triples += either + "(" + name_of(i) + " >= \"officer\" and " + name_of(next) +
                   " >= \"principal_officer\" and " + name_of(third) + " >= \"officer\"";
        if (seniority) {
            triples += " and years and months duration(joined_service, as_of) >= @\"P" + std::to_string(i + 1) + "Y\"";
        }
        triples += ")";
    }
    return pack_of(attributes, "(" + pairs + ") or (" + triples + ")");
}

Roster one_cadre(const Pack& pack, bool known) {
    RosterBuilder builder(pack.schema());
    Record cadre{{"joined_service", Date(2015, 1, 1)}};
    for (int i = 0; known && i < changeable_attributes; ++i) cadre.emplace_back(name_of(i), "none");
    builder.add("cadres", cadre);
    return builder.build();
}

void remedies_of_ten_attributes(benchmark::State& state) {
    const Pack pack = ten_attributes();
    const Roster roster = one_cadre(pack, true);
    if (remedies(pack, "c", roster, 0, on_day).remedies.size() != 2 * changeable_attributes) {
        return state.SkipWithError("wrong answer");
    }
    for (auto _ : state) benchmark::DoNotOptimize(remedies(pack, "c", roster, 0, on_day));
}

/// Waits of up to ten years: any two scales at once, or three and so many years.
void remedies_with_waiting(benchmark::State& state) {
    const Pack pack = ten_attributes(true);
    const Roster roster = one_cadre(pack, true);
    if (remedies(pack, "c", roster, 0, on_day).remedies.size() != 2 * changeable_attributes) {
        return state.SkipWithError("wrong answer");
    }
    for (auto _ : state) benchmark::DoNotOptimize(remedies(pack, "c", roster, 0, on_day));
}

void deciding_of_ten_attributes(benchmark::State& state) {
    const Pack pack = ten_attributes();
    const Roster roster = one_cadre(pack, false);
    if (deciding(pack, "c", roster, 0, on_day).can_meet.size() != changeable_attributes) {
        return state.SkipWithError("wrong answer");
    }
    for (auto _ : state) benchmark::DoNotOptimize(deciding(pack, "c", roster, 0, on_day));
}

void needs_of_a_roster(benchmark::State& state, const EvaluationOptions& options, const std::string& condition) {
    const char* given = std::getenv("CADRE_BENCHMARK_ROWS");
    const Columns columns = make_columns(given != nullptr ? std::strtoull(given, nullptr, 10) : 1'000'000);
    const Roster roster = make_roster(columns);
    const Pack pack = pack_of("", condition);
    for (auto _ : state) benchmark::DoNotOptimize(needs(pack, "c", roster, options));
}

void needs_of_attributes(benchmark::State& state) {
    needs_of_a_roster(state, on_day,
                      R"(degree >= "master" and political_theory >= "advanced")"
                      R"( and years and months duration(birth_date, as_of) < @"P60Y")");
}

/// Ten appraisals a cadre, up to 2015, and one of 2016 to gain.
void needs_with_members_of_lists(benchmark::State& state) {
    needs_of_a_roster(state, {.as_of = Date(2016, 12, 31)},
                      R"(political_theory >= "advanced")"
                      R"( and count(appraisals[year >= 2013 and rating >= "good"]) >= 3)");
}

BENCHMARK(remedies_of_ten_attributes)->Unit(benchmark::kMillisecond);
BENCHMARK(remedies_with_waiting)->Unit(benchmark::kMillisecond);
BENCHMARK(deciding_of_ten_attributes)->Unit(benchmark::kMillisecond);
BENCHMARK(needs_of_attributes)->Unit(benchmark::kMillisecond);
BENCHMARK(needs_with_members_of_lists)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

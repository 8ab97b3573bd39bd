// Proposals for 2,000 posts and 10,000 cadres, evaluation and the statement of the problem included: entry by field,
// sizes and posts a person alone, then with shares of women in each pool and of young members in the plan, and present
// members kept; and for 200 posts and 1 million cadres (CADRE_BENCHMARK_ROWS), of whom each post considers the best.

#include "planning/planning_roster.hpp"
#include "synthetic_plan.hpp"

#include <cadre/planning/proposal.hpp>

#include <benchmark/benchmark.h>

#include <random>

namespace cadre::benchmarks {
namespace {

constexpr int people = 10'000;
constexpr int pools = 2'000;
const EvaluationOptions day{.as_of = Date(2015, 6, 30)};

int below(std::mt19937& random, int end) {
    return static_cast<int>(random() % static_cast<unsigned>(end));
}

Roster plan() {
    std::mt19937 random(2011);
    RosterBuilder builder;
    builder.add("units", {{"id", "city"}});
    for (int at = 0; at < people; ++at) {
        builder.add("cadres", {{"id", "c" + std::to_string(at)},
                               {"sex", below(random, 100) < 40 ? "female" : "male"},
                               {"birth_date", Date(1958 + below(random, 32), 1 + below(random, 12), 1)},
                               {"degree", below(random, 3) == 0 ? "master" : "bachelor"}});
    }
    builder.add_table("pool_members");
    for (int at = 0; at < pools; ++at) {
        const std::string key = "p" + std::to_string(at);
        builder.add("pools", {{"id", key},
                              {"kind", "committee"},
                              {"post", None{}},
                              {"unit", "city"},
                              {"tier", at % 2 == 0 ? "city" : "district"},
                              {"seats", 1},
                              {"term_start", Date(2015, 10, 1)},
                              {"term_end", Date(2020, 10, 1)}});
        for (int i = 0; i < 2; ++i) {
            builder.add("pool_members", {{"pool", key},
                                         {"cadre", "c" + std::to_string(below(random, people))},
                                         {"status", "approved"},
                                         {"added", Date(2014, 1, 1)},
                                         {"incumbent", false}});
        }
    }
    return builder.build();
}

std::string network_policies() {
    return R"toml(
[[suitability]]
id = "master"
title = { vi = "Thạc sĩ", en = "Master" }
cite = "4"
value = 'degree >= "master"'
weight = 5

[[suitability]]
id = "experience"
title = { vi = "Tuổi đời", en = "Age" }
cite = "5"
value = 'age.years - 30'
most = 15
weight = 1
)toml" + testing::policy("city_entry", "rule = \"entry\"\nmeet = 'age < @\"P55Y\"'\npools = 'tier = \"city\"'") +
           testing::policy("district_entry",
                           "rule = \"entry\"\nmeet = 'age < @\"P50Y\"'\npools = 'tier = \"district\"'") +
           testing::policy("least", "rule = \"members\"\ncount = \">= 2\"") +
           testing::policy("most", "rule = \"members\"\ncount = \"<= 3\"") +
           testing::policy("posts", "rule = \"posts_per_person\"\ncount = \"<= 3\"");
}

std::string all_policies() {
    return network_policies() +
           testing::policy("women", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 25 %\"") +
           testing::policy("young", "rule = \"share\"\nmeet = 'age < @\"P40Y\"'\nshare = \">= 15 %\"\nover = \"plan\"");
}

void run(benchmark::State& state, const Roster& roster, const std::string& policies, const Share& keep) {
    const Pack pack = testing::pack_with_policies(policies);
    ProposalOptions options{.evaluation = day, .keep = keep};
    options.selection.work_limit = 1'000'000'000;
    Proposal found = propose(pack, roster, options);
    if (!found.has_members()) return state.SkipWithError("no proposal found");
    if (!check_proposal(pack, roster, day, found).empty()) return state.SkipWithError("a policy is broken");
    for (auto _ : state) found = propose(pack, roster, options);
    std::size_t considered = 0;
    for (const PoolProposal& pool : found.pools) considered += pool.options;
    state.counters["options"] = static_cast<double>(considered);
    state.counters["score"] = static_cast<double>(found.score);
    state.counters["gap"] = static_cast<double>(found.gap()) / static_cast<double>(found.score);
}

void sizes_and_posts(benchmark::State& state) {
    run(state, plan(), network_policies(), {0, 1});
}

void sizes_posts_shares_and_kept(benchmark::State& state) {
    run(state, plan(), all_policies(), {1, 2});
}

void a_million_cadres(benchmark::State& state) {
    run(state, make_plan({rows_asked(1'000'000), 200, 2}), all_policies(), {1, 2});
}

BENCHMARK(sizes_and_posts)->Unit(benchmark::kMillisecond);
BENCHMARK(sizes_posts_shares_and_kept)->Unit(benchmark::kMillisecond);
BENCHMARK(a_million_cadres)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

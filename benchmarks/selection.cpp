// Selections for a plan of 2,000 pools and 10,000 people with five options each: sizes of pools and posts a person
// alone, then with women in each pool, young members in groups of pools and present members kept.

#include <benchmark/benchmark.h>
#include <cadre/planning/selection.hpp>

#include <algorithm>
#include <random>
#include <vector>

namespace cadre::benchmarks {
namespace {

constexpr int people = 10'000;
constexpr int pools = 2'000;
constexpr int options_a_person = 5;
constexpr int pools_a_group = 100;

/// Which policy asks for a constraint.
enum Clause { pool_size = 1, posts_a_person, women, young_members, kept_members };

struct Person {
    bool woman;
    bool young;
};

struct Plan {
    SelectionProblem problem;
    std::vector<Person> persons;
    std::vector<int> person_of;                             ///< by option
    std::vector<std::vector<SelectionTerm>> terms_of_pool;  ///< its options
};

int number(std::mt19937& random, int least, int greatest) {
    return least + static_cast<int>(random() % static_cast<unsigned>(greatest - least + 1));
}

void add_person(Plan& plan, std::mt19937& random, int women_in_hundred) {
    const auto person = static_cast<int>(plan.persons.size());
    plan.persons.push_back({number(random, 1, 100) <= women_in_hundred, number(random, 1, 100) <= 12});
    SelectionConstraint posts{posts_a_person, std::nullopt, 3, {}};
    std::vector<int> chosen;
    while (static_cast<int>(chosen.size()) < options_a_person) {
        const int pool = number(random, 0, pools - 1);
        if (std::find(chosen.begin(), chosen.end(), pool) != chosen.end()) continue;
        chosen.push_back(pool);
        const auto option = static_cast<int>(plan.problem.scores.size());
        plan.problem.scores.push_back(number(random, 1, 100));
        plan.person_of.push_back(person);
        posts.terms.push_back({option, 1});
        plan.terms_of_pool[static_cast<std::size_t>(pool)].push_back({option, 1});
    }
    plan.problem.constraints.push_back(std::move(posts));
}

Plan network_plan(int women_in_hundred) {
    std::mt19937 random(2011);
    Plan plan;
    plan.terms_of_pool.resize(pools);
    for (int i = 0; i < people; ++i) add_person(plan, random, women_in_hundred);
    for (const auto& terms : plan.terms_of_pool) plan.problem.constraints.push_back({pool_size, 2, 3, terms});
    return plan;
}

/// At least p of q chosen options count.
template <class Counts>
SelectionConstraint share(int clause, std::vector<SelectionTerm> terms, std::int64_t p, std::int64_t q, Counts counts) {
    for (SelectionTerm& term : terms) term.coefficient = (counts(term.option) ? q : 0) - p;
    return {clause, 0, std::nullopt, std::move(terms)};
}

Plan plan_with_shares(int women_in_hundred) {
    Plan plan = network_plan(women_in_hundred);
    const auto person = [&](int option) {
        return plan.persons[static_cast<std::size_t>(plan.person_of[static_cast<std::size_t>(option)])];
    };
    std::vector<SelectionTerm> group;
    for (int pool = 0; pool < pools; ++pool) {
        const auto& terms = plan.terms_of_pool[static_cast<std::size_t>(pool)];
        plan.problem.constraints.push_back(share(women, terms, 1, 4, [&](int option) { return person(option).woman; }));
        group.insert(group.end(), terms.begin(), terms.end());
        if ((pool + 1) % pools_a_group != 0) continue;
        plan.problem.constraints.push_back(
            share(young_members, group, 3, 20, [&](int option) { return person(option).young; }));
        group.clear();
    }
    SelectionConstraint kept{kept_members, 2'000, std::nullopt, {}};
    for (int option = 0; option < static_cast<int>(plan.person_of.size()); option += 10)
        kept.terms.push_back({option, 1});
    plan.problem.constraints.push_back(std::move(kept));
    return plan;
}

void solve(benchmark::State& state, const Plan& plan, bool has_choice) {
    Selection found;
    for (auto _ : state) found = solve_selection(plan.problem);
    const bool found_choice = found.status == SelectionStatus::optimal || found.status == SelectionStatus::feasible;
    if (found_choice != has_choice) return state.SkipWithError("wrong answer");
    state.counters["steps"] = static_cast<double>(found.work);
    if (!has_choice) return;
    state.counters["score"] = static_cast<double>(found.score);
    state.counters["gap"] = static_cast<double>(found.bound - found.score) / static_cast<double>(found.score);
}

void sizes_and_posts(benchmark::State& state) {
    solve(state, network_plan(50), true);
}

void sizes_posts_shares_and_kept(benchmark::State& state) {
    solve(state, plan_with_shares(50), true);
}

/// Some pool has no woman among its candidates.
void shares_that_cannot_be(benchmark::State& state) {
    solve(state, plan_with_shares(30), false);
}

BENCHMARK(sizes_and_posts)->Unit(benchmark::kMillisecond);
BENCHMARK(sizes_posts_shares_and_kept)->Unit(benchmark::kMillisecond);
BENCHMARK(shares_that_cannot_be)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

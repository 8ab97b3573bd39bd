// Coverage of 20,000 posts by 60,000 candidates, each in five pools. Incumbents retire within the term or after it, a
// third at the end of a month, the others on any day; candidates must have a degree and be young enough on the day the
// seat opens. CADRE_BENCHMARK_POSTS sets the number of posts; there are three candidates a post.

#include "support/arrow_stream.hpp"
#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/planning/coverage.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace cadre::benchmarks {
namespace {

constexpr int pools_a_candidate = 5;
constexpr int candidates_a_post = 3;

int post_count() {
    const char* text = std::getenv("CADRE_BENCHMARK_POSTS");
    return text == nullptr ? 20'000 : std::atoi(text);
}

Pack rules() {
    return parse_pack(R"toml([pack]
id = "benchmark"
title = { vi = "đo", en = "benchmark" }
source = { document = "1", issuer = "A", date = 2011-08-18 }
use = ["vietnam-base"]
[[pool_policy]]
id = "retires"
title = { vi = "nghỉ hưu", en = "retires" }
cite = "1"
rule = "departure"
day = 'retirement_date'
[[pool_policy]]
id = "re_elected"
title = { vi = "tái cử", en = "re-elected" }
cite = "1"
rule = "departure"
stays = 'service_left >= @"P48M"'
[[pool_policy]]
id = "degree"
title = { vi = "trình độ", en = "degree" }
cite = "1"
rule = "entry"
meet = 'degree >= "bachelor"'
[[pool_policy]]
id = "young"
title = { vi = "tuổi", en = "age" }
cite = "1"
rule = "entry"
meet = 'birth_date + @"P50Y" > as_of'
)toml",
                      "benchmark.toml");
}

/// What was put into the roster, for the answer to be checked against.
struct Made {
    Roster roster;
    std::int64_t openings = 0;
    std::int64_t ready = 0;  ///< candidates who are ready on every day of the term
};

class Maker {
public:
    explicit Maker(int posts, bool any_day) : posts_(posts), any_day_(any_day) {}

    Made make() {
        for (int post = 0; post < posts_; ++post) add_post(post);
        for (int i = 0; i < posts_ * candidates_a_post; ++i) add_candidate(i);
        return {builder_.build(), openings_, ready_};
    }

private:
    static std::string name(char kind, int number) { return kind + std::to_string(number); }

    void add_post(int post) {
        const std::string id = name('p', post);
        builder_.add("posts", {{"id", id}, {"seats", 1}});
        builder_.add("pools", {{"id", id},
                               {"kind", "post"},
                               {"post", id},
                               {"term_start", Date(2015, 10, 1)},
                               {"term_end", Date(2020, 10, 1)}});
        // Born from 1956 to 1976: the older half leaves at the beginning of the term or within it.
        const bool leaves = sequence_.one_in(2);
        const Date birth =
            date_of(day_number(Date(leaves ? 1956 : 1968, 1, 1)) + static_cast<DayNumber>(sequence_.below(1400)));
        Record spell{{"post", id}, {"from", Date(2010, 1, 1)}, {"to", Ongoing{}}};
        if (any_day_ && leaves) {
            spell[2].second = date_of(day_number(Date(2015, 7, 1)) + static_cast<DayNumber>(sequence_.below(90)));
        }
        ListValue spells;
        spells.records.push_back(spell);
        builder_.add("cadres", {{"id", name('i', post)},
                                {"sex", "male"},
                                {"birth_date", birth},
                                {"degree", "bachelor"},
                                {"appointments", spells}});
        openings_ += leaves ? 1 : 0;
    }

    void add_candidate(int number) {
        const bool has_degree = !sequence_.one_in(4);
        const Date birth = date_of(day_number(Date(1971, 1, 1)) + static_cast<DayNumber>(sequence_.below(4000)));
        const std::string id = name('c', number);
        builder_.add("cadres", {{"id", id},
                                {"sex", "male"},
                                {"birth_date", birth},
                                {"degree", has_degree ? "master" : "none"},
                                {"appointments", ListValue{}}});
        ready_ += has_degree ? 1 : 0;
        for (int k = 0; k < pools_a_candidate; ++k) {
            const auto pool = (number / candidates_a_post + k * 997) % posts_;
            builder_.add(
                "pool_members",
                {{"pool", name('p', pool)}, {"cadre", id}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
        }
    }

    int posts_;
    bool any_day_;
    RosterBuilder builder_;
    Sequence sequence_;
    std::int64_t openings_ = 0;
    std::int64_t ready_ = 0;
};

/// Whether the answer keeps to what is known by construction and to Hall's bound.
bool is_right(const Coverage& coverage, const Made& made) {
    std::int64_t short_by = 0;
    for (const SharedGap& gap : coverage.at_best.gaps) short_by += gap.short_by();
    const auto single = [](const PoolCoverage& pool) {
        return pool.least_short == std::max<std::int64_t>(pool.certain_openings - pool.possible_candidates, 0);
    };
    return coverage.at_best.seats == made.openings && coverage.at_worst.seats == made.openings &&
           coverage.least_short() == short_by && coverage.most_short() == short_by &&
           coverage.at_best.filled <= made.ready && std::all_of(coverage.pools.begin(), coverage.pools.end(), single);
}

void coverage_of_posts(benchmark::State& state, bool any_day) {
    const Pack pack = rules();
    const Made made = Maker(post_count(), any_day).make();
    const EvaluationOptions on_day{.as_of = Date(2015, 6, 30)};
    const Coverage found = cover(pack, made.roster, on_day);
    if (!is_right(found, made)) return state.SkipWithError("wrong answer");
    for (auto _ : state) benchmark::DoNotOptimize(cover(pack, made.roster, on_day));
    state.counters["openings"] = static_cast<double>(made.openings);
    state.counters["short"] = static_cast<double>(found.least_short());
}

BENCHMARK_CAPTURE(coverage_of_posts, at_terms_and_ends_of_months, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(coverage_of_posts, on_any_day, true)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

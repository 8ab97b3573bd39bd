// Coverage of 20,000 posts by 60,000 candidates, each in five pools. Half of the incumbents leave: by law, at the end
// of a month or the beginning of the term, or on any day as planned. Candidates must have a degree and be young enough
// on the day. Of twenty posts the last four share three candidates, so that one of them cannot be filled.
// CADRE_BENCHMARK_POSTS sets the number of posts.

#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/planning/coverage.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace cadre::benchmarks {
namespace {

constexpr int pools_a_candidate = 5;
constexpr int candidates_a_post = 3;
/// Of so many posts in a row the last few share candidates who are one too few.
constexpr int block_posts = 20;
constexpr int short_posts = 4;

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
    std::int64_t short_by = 0;
};

class Maker {
public:
    explicit Maker(int posts, bool any_day) : posts_(posts), any_day_(any_day) {}

    Made make() {
        for (int post = 0; post < posts_; ++post) add_post(post);
        for (int i = 0; i < posts_ * candidates_a_post; ++i) add_candidate(i);
        return {builder_.build(), openings_, posts_ / block_posts};
    }

private:
    static bool is_short(int post) { return post % block_posts >= block_posts - short_posts; }
    static std::string name(char kind, int number) { return kind + std::to_string(number); }

    void add_post(int post) {
        const std::string id = name('p', post);
        builder_.add("posts", {{"id", id}, {"seats", 1}});
        builder_.add("pools", {{"id", id},
                               {"kind", "post"},
                               {"post", id},
                               {"term_start", Date(2015, 10, 1)},
                               {"term_end", Date(2020, 10, 1)}});
        const bool leaves = is_short(post) || sequence_.one_in(2);
        const bool as_planned = leaves && any_day_;
        const int born = leaves && !as_planned ? 1956 : 1968;
        const Date birth = date_of(day_number(Date(born, 1, 1)) + static_cast<DayNumber>(sequence_.below(1700)));
        const Date end = date_of(day_number(Date(2015, 7, 1)) + static_cast<DayNumber>(sequence_.below(1900)));
        Record spell{{"post", id}, {"from", Date(2010, 1, 1)}, {"to", Ongoing{}}};
        if (as_planned) spell.back().second = end;
        ListValue spells;
        spells.records.push_back(spell);
        builder_.add("cadres", {{"id", name('i', post)},
                                {"sex", "male"},
                                {"birth_date", birth},
                                {"degree", "bachelor"},
                                {"appointments", spells}});
        openings_ += leaves ? 1 : 0;
    }

    /// Three a post; those of posts that are short are ready for certain, and the first three of them in their pools.
    void add_candidate(int number) {
        const int post = number / candidates_a_post;
        const bool certain = is_short(post);
        const bool has_degree = certain || !sequence_.one_in(4);
        const Date birth =
            date_of(day_number(Date(certain ? 1980 : 1971, 1, 1)) + static_cast<DayNumber>(sequence_.below(4000)));
        const std::string id = name('c', number);
        builder_.add("cadres", {{"id", id},
                                {"sex", "male"},
                                {"birth_date", birth},
                                {"degree", has_degree ? "master" : "none"},
                                {"appointments", ListValue{}}});
        const bool shared = certain && post % block_posts == block_posts - short_posts;
        if (shared) {
            for (int k = 0; k < short_posts; ++k) add_member(post + k, id);
        } else {
            for (int k = 0; k < pools_a_candidate; ++k) add_member(other_post(post + k * 997), id);
        }
    }

    /// The post itself or the next that is not short.
    int other_post(int post) const {
        post %= posts_;
        while (is_short(post)) post = (post + 1) % posts_;
        return post;
    }

    void add_member(int pool, const std::string& id) {
        builder_.add("pool_members",
                     {{"pool", name('p', pool)}, {"cadre", id}, {"status", "approved"}, {"added", Date(2014, 1, 1)}});
    }

    int posts_;
    bool any_day_;
    RosterBuilder builder_;
    Sequence sequence_;
    std::int64_t openings_ = 0;
};

/// Whether the answer is what is known by construction, and Hall's bound proves it.
bool is_right(const Coverage& coverage, const Made& made) {
    const auto shared_by_four = [](const SharedGap& gap) {
        return gap.pools.size() == short_posts && gap.cadres.size() == short_posts - 1 && gap.short_by() == 1;
    };
    const std::vector<SharedGap>& gaps = coverage.at_best.gaps;
    return coverage.at_best.seats == made.openings && coverage.at_worst.seats == made.openings &&
           coverage.least_short() == made.short_by && coverage.most_short() == made.short_by &&
           static_cast<std::int64_t>(gaps.size()) == made.short_by &&
           std::all_of(gaps.begin(), gaps.end(), shared_by_four);
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

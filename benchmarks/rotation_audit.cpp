// One thread over synthetic cadres with ten spells each: audits by a rule on single spells, and by rules on several.
// The answer of the first is checked against a plain loop before it is timed. CADRE_BENCHMARK_CADRES sets the number of
// cadres (1 million).

#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/rotation/audit.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstdlib>
#include <string>
#include <vector>

namespace cadre::benchmarks {
namespace {

constexpr int spells_a_cadre = 10;
constexpr int posts = 100;
const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};

std::size_t cadre_count() {
    const char* given = std::getenv("CADRE_BENCHMARK_CADRES");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : 1'000'000;
}

/// Spells that follow one another; of a cadre the last one still runs on the day judged.
struct Spells {
    std::vector<std::int32_t> from, to;
    std::vector<std::int8_t> post;
    std::vector<bool> acting;
};

const Spells& spells() {
    static const Spells made = [] {
        Sequence sequence;
        Spells all;
        for (std::size_t cadre = 0; cadre < cadre_count(); ++cadre) {
            DayNumber day = day_number(Date(1995, 1, 1)) + static_cast<DayNumber>(sequence.below(700));
            for (int k = 0; k < spells_a_cadre; ++k) {
                const bool last = k + 1 == spells_a_cadre;
                all.from.push_back(day);
                day = last ? day_number(Date(2050, 1, 1)) : day + 200 + static_cast<DayNumber>(sequence.below(700));
                all.to.push_back(day);
                all.post.push_back(static_cast<std::int8_t>(sequence.below(posts)));
                all.acting.push_back(sequence.one_in(5));
            }
        }
        return all;
    }();
    return made;
}

test::ArrowData flags(std::string name, const std::vector<bool>& values) {
    return plain(std::move(name), "b", static_cast<std::int64_t>(values.size()), {}, test::bit_bytes(values));
}

const Roster& roster() {
    static const Roster made = [] {
        std::vector<std::string> keys;
        for (int post = 0; post < posts; ++post) keys.push_back("p" + std::to_string(post));
        std::vector<std::int32_t> offsets;
        for (std::size_t i = 0; i <= cadre_count(); ++i) {
            offsets.push_back(static_cast<std::int32_t>(i) * spells_a_cadre);
        }
        auto list = plain("appointments", "+l", static_cast<std::int64_t>(cadre_count()), {}, test::bytes_of(offsets));
        list.children.push_back(
            test::structure("item", {days("from", spells().from), days("to", spells().to),
                                     codes("post", spells().post, keys), flags("acting", spells().acting)}));
        test::Cells<std::string> words(keys.begin(), keys.end());
        std::vector<bool> leading(posts);
        for (int post = 0; post < posts; ++post) leading[static_cast<std::size_t>(post)] = post % 2 == 0;
        test::ArrowStream cadres({test::structure("", {std::move(list)})});
        test::ArrowStream of_posts({test::structure("", {test::texts("id", words), flags("leading", leading)})});
        return Roster::from_arrow(Roster::Streams{{"cadres", cadres.get()}, {"posts", of_posts.get()}});
    }();
    return made;
}

Pack pack_of(const std::string& rule) {
    return parse_pack(R"toml([pack]
id = "benchmark"
title = { vi = "đo", en = "benchmark" }
source = { document = "1", issuer = "A", date = 2011-08-18 }
[[rotation_policy]]
id = "p"
title = { vi = "đo", en = "benchmark" }
cite = "1"
)toml" + rule,
                      "benchmark.toml");
}

const std::string overstay = "rule = \"overstay\"\nspells = 'post.leading and not(acting)'\nlongest = \"P36M\"\n";

std::int64_t plain_overstays() {
    const Spells& all = spells();
    const DayNumber as_of = day_number(on_day.as_of);
    std::int64_t count = 0;
    for (std::size_t i = 0; i < all.from.size(); ++i) {
        if (all.post[i] % 2 != 0 || all.acting[i]) continue;
        count += *add_months(all.from[i], 36) <= as_of && as_of < all.to[i] ? 1 : 0;
    }
    return count;
}

void audit_by(benchmark::State& state, const std::string& rule, std::optional<std::int64_t> expected) {
    const Pack pack = pack_of(rule);
    const Audit first = audit(pack, roster(), on_day);
    if (expected && first.policies.at(0).violated != *expected) {
        state.SkipWithError("the audit finds another number than the plain loop");
        return;
    }
    for (auto _ : state) benchmark::DoNotOptimize(audit(pack, roster(), on_day));
    state.counters["violated"] = static_cast<double>(first.policies.at(0).violated);
    state.counters["undetermined"] = static_cast<double>(first.policies.at(0).undetermined);
}

void audit_overstay(benchmark::State& state) {
    audit_by(state, overstay, plain_overstays());
}
void audit_least_stay(benchmark::State& state) {
    audit_by(state, "rule = \"least_stay\"\nspells = 'post.leading and not(acting)'\nleast = \"P36M\"\n", std::nullopt);
}
void audit_no_return(benchmark::State& state) {
    audit_by(state, "rule = \"no_return\"\nspells = 'post.leading and not(acting)'\n", std::nullopt);
}

BENCHMARK(audit_overstay)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_least_stay)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_no_return)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

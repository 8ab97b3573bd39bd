// One thread over synthetic cadres with ten spells each: audits by each kind of rule that an audit judges, with nothing
// missing, and by one with a cell missing in every tenth spell. Every answer is compared with that of a plain loop
// before it is timed. CADRE_BENCHMARK_CADRES sets the number of cadres (1 million).

#include "synthetic_roster.hpp"

#include <benchmark/benchmark.h>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/rotation/audit.hpp>
#include <cadre/vocabulary/date.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace cadre::benchmarks {
namespace {

constexpr std::size_t spells_a_cadre = 10;
constexpr int posts = 100;
constexpr int units = 10;
const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};
const DayNumber as_of = day_number(on_day.as_of);
const DayNumber far_off = day_number(Date(2050, 1, 1));

std::size_t cadre_count() {
    const char* given = std::getenv("CADRE_BENCHMARK_CADRES");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : 1'000'000;
}

/// Spells that follow one another; of a cadre the last one still runs on the day judged.
struct Spells {
    std::vector<std::int32_t> from, to, return_due;
    std::vector<std::int8_t> post;
    std::vector<bool> acting;
    std::vector<bool> is_known;  ///< whether somebody who has not all the cells knows of it that it is acting

    bool leads(std::size_t spell) const { return post[spell] % 2 == 0 && !acting[spell]; }
};

const Spells& spells() {
    static const Spells made = [] {
        Sequence sequence;
        Spells all;
        for (std::size_t cadre = 0; cadre < cadre_count(); ++cadre) {
            DayNumber day = day_number(Date(1995, 1, 1)) + static_cast<DayNumber>(sequence.below(700));
            for (std::size_t k = 0; k < spells_a_cadre; ++k) {
                all.from.push_back(day);
                all.return_due.push_back(day + 400);
                day = k + 1 == spells_a_cadre ? far_off : day + 200 + static_cast<DayNumber>(sequence.below(700));
                all.to.push_back(day);
                all.post.push_back(static_cast<std::int8_t>(sequence.below(posts)));
                all.acting.push_back(sequence.one_in(5));
                all.is_known.push_back(!sequence.one_in(10));
            }
        }
        return all;
    }();
    return made;
}

/// The days on which the terms of five years of every unit begin.
std::vector<std::int32_t> term_days() {
    std::vector<std::int32_t> days;
    for (unsigned short year = 1995; year < 2025; year = static_cast<unsigned short>(year + 5)) {
        days.push_back(day_number(Date(year, 6, 1)));
    }
    return days;
}

test::ArrowData flags(std::string name, const std::vector<bool>& values, const std::vector<bool>& valid = {}) {
    return plain(std::move(name), "b", static_cast<std::int64_t>(values.size()), valid, test::bit_bytes(values));
}

std::vector<std::string> keys(const std::string& first, int count) {
    std::vector<std::string> keys;
    for (int i = 0; i < count; ++i) keys.push_back(first + std::to_string(i));
    return keys;
}

test::ArrowData cadres_table(const std::vector<bool>& acting_known) {
    std::vector<std::int32_t> offsets;
    for (std::size_t i = 0; i <= cadre_count(); ++i) offsets.push_back(static_cast<std::int32_t>(i * spells_a_cadre));
    auto list = plain("appointments", "+l", static_cast<std::int64_t>(cadre_count()), {}, test::bytes_of(offsets));
    list.children.push_back(test::structure(
        "item", {days("from", spells().from), days("to", spells().to), days("return_due", spells().return_due),
                 codes("post", spells().post, keys("p", posts)), flags("acting", spells().acting, acting_known)}));
    return test::structure("", {std::move(list)});
}

test::ArrowData posts_table() {
    const std::vector<std::string> ids = keys("p", posts);
    std::vector<bool> leading;
    std::vector<std::int8_t> unit;
    for (int post = 0; post < posts; ++post) {
        leading.push_back(post % 2 == 0);
        unit.push_back(static_cast<std::int8_t>(post % units));
    }
    return test::structure("", {test::texts("id", test::Cells<std::string>(ids.begin(), ids.end())),
                                flags("leading", leading), codes("unit", unit, keys("u", units))});
}

test::ArrowData terms_table() {
    std::vector<std::int8_t> unit;
    std::vector<std::int32_t> from, to;
    const std::vector<std::int32_t> starts = term_days();
    for (std::int8_t of = 0; of < units; ++of) {
        for (std::size_t term = 0; term + 1 < starts.size(); ++term) {
            unit.push_back(of);
            from.push_back(starts[term]);
            to.push_back(starts[term + 1]);
        }
    }
    return test::structure("", {codes("unit", unit, keys("u", units)), days("from", from), days("to", to)});
}

Roster make_roster(const std::vector<bool>& acting_known) {
    const std::vector<std::string> ids = keys("u", units);
    test::ArrowStream cadres({cadres_table(acting_known)});
    test::ArrowStream of_posts({posts_table()});
    test::ArrowStream terms({terms_table()});
    test::ArrowStream of_units({test::structure("", {test::texts("id", {ids.begin(), ids.end()})})});
    return Roster::from_arrow(Roster::Streams{
        {"cadres", cadres.get()}, {"posts", of_posts.get()}, {"terms", terms.get()}, {"units", of_units.get()}});
}

const Roster& whole_roster() {
    static const Roster made = make_roster({});
    return made;
}

const Roster& roster_with_gaps() {
    static const Roster made = make_roster(spells().is_known);
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

/// How many there are of what `is` tells of the first spell of a cadre and of the end of the cadre's spells.
template <class Is>
std::int64_t count_spells(Is is) {
    std::int64_t count = 0;
    for (std::size_t first = 0; first < spells().from.size(); first += spells_a_cadre) {
        for (std::size_t i = first; i < first + spells_a_cadre; ++i) count += is(i, first) ? 1 : 0;
    }
    return count;
}

DayNumber months_later(DayNumber day, int months) {
    return add_months(day, months).value_or(far_off);
}

bool lasts(DayNumber begins, DayNumber ends) {
    return begins <= as_of && as_of < ends;
}

bool overstays(std::size_t i) {
    return lasts(months_later(spells().from[i], 36), spells().to[i]);
}

bool cooled_too_short(std::size_t i, std::size_t first) {
    const Spells& all = spells();
    DayNumber ends = 0;
    for (std::size_t k = first; k < first + spells_a_cadre; ++k) {
        const DayNumber over = months_later(all.to[k], 24);
        const bool breaks = k != i && all.leads(k) && all.to[k] <= all.from[i] && all.from[i] < over;
        if (breaks) ends = std::max(ends, std::min(all.to[i], over));
    }
    return all.post[i] % 2 != 0 && lasts(all.from[i], ends);
}

bool comes_back(std::size_t i, std::size_t first) {
    const Spells& all = spells();
    bool back = false;
    bool goes_on = false;
    for (std::size_t k = first; k < first + spells_a_cadre; ++k) {
        if (k == i || !all.leads(k) || all.post[k] != all.post[i]) continue;
        back = back || all.to[k] < all.from[i];
        goes_on = goes_on || (all.from[k] < all.from[i] && all.from[i] <= all.to[k]);
    }
    return all.leads(i) && back && !goes_on && lasts(all.from[i], all.to[i]);
}

/// Whether the second of terms in a row in which a post is held begins in this spell in it, and the last of them lasts.
bool holds_second_term(std::size_t i, std::size_t first) {
    const Spells& all = spells();
    const std::vector<std::int32_t> starts = term_days();
    const auto held_in = [&](std::size_t term, std::size_t spell) {
        return all.leads(spell) && all.post[spell] == all.post[i] && all.from[spell] < starts[term + 1] &&
               starts[term] < all.to[spell];
    };
    DayNumber begins = far_off;
    DayNumber ends = 0;
    int length = 0;
    std::size_t begins_in = first + spells_a_cadre;
    for (std::size_t term = 0; term + 1 < starts.size() && !(length > 1 && lasts(begins, ends)); ++term) {
        DayNumber from = far_off;
        DayNumber to = 0;
        std::size_t in = 0;
        for (std::size_t k = first; k < first + spells_a_cadre; ++k) {
            if (!held_in(term, k)) continue;
            if (to == 0) from = std::max(all.from[k], starts[term]);
            if (to == 0) in = k;
            to = std::min(all.to[k], starts[term + 1]);
        }
        length = to == 0 ? 0 : length + 1;
        if (length == 2) begins = from;
        if (length == 2) begins_in = in;
        if (length >= 2) ends = to;
    }
    return begins_in == i && lasts(begins, ends);
}

void audit_by(benchmark::State& state, const std::string& rule, std::int64_t expected,
              const Roster& roster = whole_roster(), std::int64_t undetermined = 0) {
    const Pack pack = pack_of(rule);
    const Audit first = audit(pack, roster, on_day);
    if (first.policies.at(0).violated != expected || first.policies.at(0).undetermined != undetermined) {
        state.SkipWithError("the audit finds another number than the plain loop");
        return;
    }
    for (auto _ : state) benchmark::DoNotOptimize(audit(pack, roster, on_day));
    state.counters["violated"] = static_cast<double>(expected);
    state.counters["undetermined"] = static_cast<double>(undetermined);
}

const std::string leading = "'post.leading and not(acting)'\n";

void audit_overstay(benchmark::State& state) {
    const auto is = [](std::size_t i, std::size_t) { return spells().leads(i) && overstays(i); };
    audit_by(state, "rule = \"overstay\"\nspells = " + leading + "longest = \"P36M\"\n", count_spells(is));
}

void audit_overstay_with_gaps(benchmark::State& state) {
    const Spells& all = spells();
    const auto is = [&](std::size_t i, std::size_t) { return all.is_known[i] && all.leads(i) && overstays(i); };
    const auto may = [&](std::size_t i, std::size_t) {
        return !all.is_known[i] && all.post[i] % 2 == 0 && overstays(i);
    };
    audit_by(state, "rule = \"overstay\"\nspells = " + leading + "longest = \"P36M\"\n", count_spells(is),
             roster_with_gaps(), count_spells(may));
}

void audit_least_stay(benchmark::State& state) {
    const Spells& all = spells();
    const auto is = [&](std::size_t i, std::size_t) {
        return all.leads(i) && lasts(all.to[i], months_later(all.from[i], 36));
    };
    audit_by(state, "rule = \"least_stay\"\nspells = " + leading + "least = \"P36M\"\n", count_spells(is));
}

void audit_cooling_off(benchmark::State& state) {
    audit_by(state, "rule = \"cooling_off\"\nafter = " + leading + "into = 'not(post.leading)'\npause = \"P24M\"\n",
             count_spells(cooled_too_short));
}

void audit_no_return(benchmark::State& state) {
    audit_by(state, "rule = \"no_return\"\nspells = " + leading, count_spells(comes_back));
}

void audit_terms(benchmark::State& state) {
    audit_by(state, "rule = \"terms\"\nspells = " + leading + "most = 1\n", count_spells(holds_second_term));
}

void audit_condition(benchmark::State& state) {
    const Spells& all = spells();
    const auto is = [&](std::size_t i, std::size_t) { return all.acting[i] && lasts(all.from[i], all.to[i]); };
    audit_by(
        state,
        "rule = \"condition\"\nmeet = 'every a in appointments satisfies not(a.acting) or as_of < a.from or a.to <= "
        "as_of'\n",
        count_spells(is));
}

void audit_return(benchmark::State& state) {
    const Spells& all = spells();
    const auto is = [&](std::size_t i, std::size_t) { return all.leads(i) && lasts(all.return_due[i], all.to[i]); };
    audit_by(state, "rule = \"return\"\nspells = " + leading, count_spells(is));
}

BENCHMARK(audit_overstay)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_overstay_with_gaps)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_least_stay)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_cooling_off)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_no_return)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_terms)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_condition)->Unit(benchmark::kMillisecond);
BENCHMARK(audit_return)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::benchmarks

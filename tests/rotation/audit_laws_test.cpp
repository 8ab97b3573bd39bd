// Audits of small random rosters: against a reading of the rules day by day, and with cells taken out.

#include "rotation/rotation_pack.hpp"

#include <cadre/roster/roster_builder.hpp>
#include <cadre/rotation/audit.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

const Date as_of(2015, 12, 31);
const AuditSpan span{.since = Date(2014, 3, 1), .due_within = {Duration::Unit::months, 9}};
const DayNumber last_due = *add_months(day_number(as_of), span.due_within.count);
const std::vector<std::string> titles{"unit_head", "tax_head", "division_head", "front_chair", "finance_head"};

const Pack& pack() {
    static const Pack pack = rotation_pack(
        rotation_policy("overstay", "rule = \"overstay\"\nspells = 'not(acting)'\nlongest = \"P24M\"") +
        rotation_policy("least", "rule = \"least_stay\"\nspells = 'not(acting)'\nleast = \"P24M\"") +
        rotation_policy("pause",
                        "rule = \"cooling_off\"\nafter = 'not(acting)'\ninto = 'post.leading'\npause = \"P9M\"") +
        rotation_policy("back", "rule = \"no_return\"\nspells = 'not(acting)'") +
        rotation_policy("back_soon", "rule = \"no_return\"\nspells = 'not(acting)'\nwithin = \"P12M\"") +
        rotation_policy("terms", "rule = \"terms\"\nspells = 'not(acting)'\nmost = 1") +
        rotation_policy("day",
                        "rule = \"condition\"\nmeet = 'every a in appointments satisfies a.acting or a.to <= as_of or "
                        "as_of < a.from + @\"P24M\"'") +
        rotation_policy("return", "rule = \"return\"\nspells = 'not(acting)'") +
        rotation_policy("for_members",
                        "rule = \"overstay\"\nspells = 'true'\nlongest = \"P24M\"\ncadres = "
                        "'party_member'\nexempt = 'file_verified'"));
    return pack;
}

struct Spell {
    std::size_t post;  ///< 0: leading, 1: not
    DayNumber from;
    DayNumber to;  ///< `ongoing_day`: it goes on
    bool acting;
    std::optional<DayNumber> return_due;
    std::size_t title;  ///< tells the spells of one cadre apart

    bool held_on(DayNumber day) const { return from <= day && day < to; }
};
struct Person {
    bool member;
    bool verified;
    std::vector<Spell> spells;
};
struct World {
    std::vector<Person> people;
    std::vector<std::pair<DayNumber, DayNumber>> terms;  ///< of the unit of both posts
};

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
    bool one_in(int n) { return below(n) == 0; }
    DayNumber day() { return *make_day(2010 + below(7), 1 + below(12), below(2) == 0 ? 1 : 15 + below(10)); }

private:
    std::mt19937 engine_;
};

World make_world(Chance& chance) {
    World world;
    for (int i = 0; i < 3; ++i) {
        Person person{chance.one_in(2), chance.one_in(2), {}};
        const int spells = chance.below(5);
        for (int s = 0; s < spells; ++s) {
            const DayNumber from = chance.day();
            const DayNumber to = chance.one_in(4) ? ongoing_day : chance.day();
            person.spells.push_back({static_cast<std::size_t>(chance.below(2)), from, to, chance.one_in(3),
                                     chance.one_in(2) ? std::optional(chance.day()) : std::nullopt,
                                     static_cast<std::size_t>(s)});
        }
        world.people.push_back(person);
    }
    DayNumber from = *make_day(2009, 6, 1);
    for (int term = 0; term < 4; ++term) {
        const DayNumber to = *add_months(from, 12 * (1 + chance.below(3)));
        world.terms.emplace_back(from, to);
        from = to;
    }
    return world;
}

/// What is taken out of a world.
struct Holes {
    Chance* chance = nullptr;  ///< null: nothing
    bool hit(int n) const { return chance != nullptr && chance->one_in(n); }
};

Value value_of(DayNumber day) {
    return day == ongoing_day ? Value(Ongoing{}) : Value(date_of(day));
}

Record record_of(const Spell& spell, const Holes& holes) {
    Record record{{"unit", "u"}, {"title", titles[spell.title]}};
    const auto add = [&](const char* name, Value value) {
        if (!holes.hit(8)) record.emplace_back(name, std::move(value));
    };
    add("post", spell.post == 0 ? "leading" : "other");
    add("from", holes.hit(8) ? Value(PartialDate::of_year(civil_date(spell.from).year)) : value_of(spell.from));
    add("to", value_of(spell.to));
    add("acting", spell.acting);
    add("return_due", spell.return_due ? value_of(*spell.return_due) : Value(None{}));
    return record;
}

Roster roster_of(const World& world, const Holes& holes = {}) {
    RosterBuilder builder;
    builder.add("units", {{"id", "u"}});
    builder.add("posts", {{"id", "leading"}, {"unit", "u"}, {"leading", true}});
    builder.add("posts", {{"id", "other"}, {"unit", "u"}, {"leading", false}});
    for (const Person& person : world.people) {
        Record record;
        if (!holes.hit(6)) record.emplace_back("party_member", person.member);
        if (!holes.hit(6)) record.emplace_back("file_verified", person.verified);
        ListValue spells;
        for (const Spell& spell : person.spells) {
            if (holes.hit(10)) {
                spells.open = true;
            } else {
                spells.records.push_back(record_of(spell, holes));
            }
        }
        if (!holes.hit(12)) record.emplace_back("appointments", std::move(spells));
        builder.add("cadres", record);
    }
    if (!holes.hit(8)) {
        for (const auto& [from, to] : world.terms) {
            builder.add("terms", {{"unit", "u"}, {"from", date_of(from)}, {"to", date_of(to)}});
        }
    }
    return builder.build();
}

/// Which policy is broken by whom in which spell: by title, absent where it is about the cadre.
using Case = std::tuple<std::string, std::size_t, std::string>;
struct Result {
    AuditStatus status;
    std::optional<DayNumber> begins;
    std::optional<DayNumber> ends;
    std::string earlier;  ///< by title; empty: there is none, or it is not known
};
using Results = std::map<Case, Result>;

Results results_of(const Roster& roster) {
    const Audit found = audit(pack(), roster, {.as_of = as_of}, span);
    const Schema& schema = roster.schema();
    const int spells = *schema.find_table("cadres.appointments");
    const auto title = static_cast<std::size_t>(*schema.table(spells).find("title"));
    const auto title_of = [&](std::optional<std::size_t> spell) {
        if (!spell) return std::string();
        const auto id = roster.table(spells)->columns[title].integer(*spell);
        return std::string(roster.text(static_cast<std::int32_t>(id)));
    };
    Results results;
    for (const AuditFinding& finding : found.findings) {
        results[{found.policies[finding.policy].id, finding.cadre, title_of(finding.spell)}] = {
            finding.status, finding.begins, finding.ends, title_of(finding.earlier)};
    }
    return results;
}

/// The results of a policy for a cadre: of one spell, or of all where it is not told of which.
std::vector<Result> results_at(const Results& results, const Case& at) {
    const auto& [policy, cadre, spell] = at;
    std::vector<Result> found;
    for (const auto& [other, result] : results) {
        const bool same = std::get<0>(other) == policy && std::get<1>(other) == cadre;
        if (same && (spell.empty() || std::get<2>(other).empty() || std::get<2>(other) == spell)) {
            found.push_back(result);
        }
    }
    return found;
}

/// Whether a result says all that is known of another one.
bool confirms(const Result& result, const Result& known) {
    return result.status == known.status && (!known.begins || result.begins == known.begins) &&
           (!known.ends || result.ends == known.ends) && (known.earlier.empty() || result.earlier == known.earlier);
}

// ---- the rules, read day by day ----------------------------------------------------------------------------

bool within_months(DayNumber day, DayNumber from, int months) {
    return from != ongoing_day && from <= day && day < *add_months(from, months);
}

bool is_broken_by(const std::string& policy, const Person& person, const Spell& spell, DayNumber day) {
    const std::vector<Spell>& spells = person.spells;
    if (policy == "for_members" || policy == "overstay") {
        if (policy == "overstay" ? spell.acting : !person.member) return false;
        return spell.held_on(day) && !within_months(day, spell.from, 24);
    }
    if (policy == "return") return !spell.acting && spell.return_due && *spell.return_due <= day && spell.held_on(day);
    if (policy == "least") return !spell.acting && spell.to <= day && day < *add_months(spell.from, 24);
    if (policy == "pause") {
        return spell.post == 0 && spell.held_on(day) &&
               std::any_of(spells.begin(), spells.end(), [&](const Spell& other) {
                   return &other != &spell && !other.acting && within_months(spell.from, other.to, 9) &&
                          within_months(day, other.to, 9);
               });
    }
    const auto in_post = [&](const Spell& other) {
        return &other != &spell && !other.acting && other.post == spell.post;
    };
    if (spell.acting || !spell.held_on(day)) return false;
    const bool goes_on = std::any_of(spells.begin(), spells.end(), [&](const Spell& other) {
        return in_post(other) && other.from < spell.from && spell.from <= other.to;
    });
    return !goes_on && std::any_of(spells.begin(), spells.end(), [&](const Spell& other) {
        if (!in_post(other) || other.to >= spell.from) return false;
        return policy == "back" || (within_months(spell.from, other.to, 12) && within_months(day, other.to, 12));
    });
}

/// Whether one holds a post for a second term in succession on a day, or has held it in such a term and will again.
bool is_in_second_term(const World& world, const Person& person, std::size_t post, DayNumber day) {
    const auto held_days = [&](const std::pair<DayNumber, DayNumber>& term) {
        std::set<DayNumber> days;
        for (const Spell& spell : person.spells) {
            if (spell.acting || spell.post != post) continue;
            for (DayNumber d = std::max(spell.from, term.first); d < std::min(spell.to, term.second); ++d)
                days.insert(d);
        }
        return days;
    };
    DayNumber first_too_many = ongoing_day;
    DayNumber last = 0;
    int run = 0;
    const auto is_in_run = [&] { return run > 1 && first_too_many <= day && day <= last; };
    for (const auto& term : world.terms) {
        const std::set<DayNumber> days = held_days(term);
        if (days.empty()) {
            if (is_in_run()) return true;
            run = 0;
            continue;
        }
        if (++run == 2) first_too_many = *days.begin();
        last = *days.rbegin();
    }
    return is_in_run();
}

/// The condition of the policy "day".
bool overstays_on(const Person& person, DayNumber day) {
    return std::any_of(person.spells.begin(), person.spells.end(),
                       [&](const Spell& spell) { return is_broken_by("overstay", person, spell, day); });
}

/// Since when it is so on this day.
DayNumber overstays_since(const Person& person, DayNumber day) {
    while (overstays_on(person, day - 1)) --day;
    return day;
}

/// Whether it is so on a day from `since` to `as_of`, or, not up to then, on one of the days asked for; nothing else.
template <class IsBroken>
std::optional<AuditStatus> status_by_day(const IsBroken& is_broken) {
    const DayNumber today = day_number(as_of);
    for (DayNumber day = day_number(*span.since); day <= today; ++day) {
        if (is_broken(day)) return AuditStatus::violated;
    }
    for (DayNumber day = today + 1; day <= last_due; ++day) {
        if (is_broken(day)) return AuditStatus::due;
    }
    return std::nullopt;
}

std::map<Case, AuditStatus> by_day(const World& world) {
    std::map<Case, AuditStatus> found;
    for (std::size_t i = 0; i < world.people.size(); ++i) {
        const Person& person = world.people[i];
        if (overstays_on(person, day_number(as_of))) {
            found[{"day", i, ""}] = AuditStatus::violated;
        } else if (overstays_on(person, last_due)) {
            found[{"day", i, ""}] = AuditStatus::due;
        }
        for (const char* policy : {"overstay", "least", "pause", "back", "back_soon", "return", "for_members"}) {
            for (const Spell& spell : person.spells) {
                auto status = status_by_day([&](DayNumber day) { return is_broken_by(policy, person, spell, day); });
                if (!status) continue;
                if (policy == std::string("for_members") && person.verified) status = AuditStatus::exempt;
                found[{policy, i, titles[spell.title]}] = *status;
            }
        }
    }
    return found;
}

constexpr unsigned worlds = 400;

TEST(AuditLaws, AgreesWithAReadingDayByDay) {
    for (unsigned seed = 0; seed < worlds; ++seed) {
        Chance chance(seed);
        const World world = make_world(chance);
        std::map<Case, AuditStatus> found;
        std::map<std::size_t, std::set<AuditStatus>> terms;
        for (const auto& [at, result] : results_of(roster_of(world))) {
            if (std::get<0>(at) == "terms") {
                terms[std::get<1>(at)].insert(result.status);
            } else {
                found[at] = result.status;
            }
            if (std::get<0>(at) != "day") continue;
            const DayNumber day = result.status == AuditStatus::violated ? day_number(as_of) : last_due;
            EXPECT_EQ(result.begins, overstays_since(world.people[std::get<1>(at)], day)) << "world " << seed;
        }
        EXPECT_EQ(found, by_day(world)) << "world " << seed;
        for (std::size_t i = 0; i < world.people.size(); ++i) {
            std::set<AuditStatus> expected;
            for (const std::size_t post : {0U, 1U}) {
                const auto status =
                    status_by_day([&](DayNumber day) { return is_in_second_term(world, world.people[i], post, day); });
                if (status) expected.insert(*status);
            }
            EXPECT_EQ(terms[i].contains(AuditStatus::violated), expected.contains(AuditStatus::violated))
                << "world " << seed << ", cadre " << i;
        }
    }
}

TEST(AuditLaws, FillingInDataChangesNoKnownFinding) {
    std::size_t known = 0;
    std::size_t open = 0;
    for (unsigned seed = 0; seed < worlds; ++seed) {
        Chance chance(seed);
        const World world = make_world(chance);
        const Results complete = results_of(roster_of(world));
        const Results partial = results_of(roster_of(world, {&chance}));
        std::set<std::pair<std::string, std::size_t>> left_open;
        for (const auto& [at, result] : partial) {
            if (result.status == AuditStatus::undetermined) {
                left_open.insert({std::get<0>(at), std::get<1>(at)});
                ++open;
                continue;
            }
            ++known;
            const std::vector<Result> filled = results_at(complete, at);
            const Result& was = result;
            EXPECT_TRUE(std::any_of(filled.begin(), filled.end(), [&](const Result& r) { return confirms(r, was); }))
                << "world " << seed << ": " << std::get<0>(at) << " of cadre " << std::get<1>(at) << " changes";
        }
        for (const auto& [at, result] : complete) {
            const AuditStatus status = result.status;
            const std::vector<Result> found = results_at(partial, at);
            const bool kept =
                std::any_of(found.begin(), found.end(), [&](const Result& r) { return r.status == status; });
            EXPECT_TRUE(kept || left_open.contains({std::get<0>(at), std::get<1>(at)}))
                << "world " << seed << ": " << std::get<0>(at) << " of cadre " << std::get<1>(at) << " is dropped";
        }
    }
    EXPECT_GT(known, 300u);
    EXPECT_GT(open, 300u);
}

}  // namespace
}  // namespace cadre

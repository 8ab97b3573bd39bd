// Small random plans, of which all that is known is computed here a second time by trying everything.

#include <cadre/planning/coverage.hpp>

#include "planning/planning_roster.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;

const DayNumber as_of = day_number(Date(2015, 6, 30));
const DayNumber term_end = day_number(Date(2020, 10, 1));
constexpr DayNumber ongoing = 1'000'000;

const Pack& rules() {
    static const Pack pack =
        pack_with_policies(policy("retires", "rule = \"departure\"\nday = 'birth_date + @\"P60Y\"'") +
                           policy("masters", "rule = \"entry\"\nmeet = 'degree >= \"master\"'") +
                           policy("young", "rule = \"entry\"\nmeet = 'birth_date + @\"P50Y\" > as_of'"));
    return pack;
}

struct Spell {
    std::optional<int> post;
    std::optional<DayNumber> from;
    std::optional<DayNumber> to;
};
struct Person {
    std::optional<DayNumber> birth;
    std::optional<bool> master;
    std::vector<Spell> spells;
    bool open = false;
};
struct Membership {
    int pool;
    int person;
    std::optional<bool> removed;
};
struct Plot {
    std::vector<int> seats;  ///< by post, which is also the pool
    std::vector<Person> people;
    std::vector<Membership> members;
};

class Draw {
public:
    explicit Draw(unsigned seed) : random_(seed) {}
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    bool one_in(int n) { return below(n) == 0; }

    Plot plot() {
        Plot plot;
        for (int post = 0; post < 2 + below(2); ++post) plot.seats.push_back(1 + below(2));
        const int people = 3 + below(4);
        for (int i = 0; i < people; ++i) plot.people.push_back(person(static_cast<int>(plot.seats.size())));
        for (int pool = 0; pool < static_cast<int>(plot.seats.size()); ++pool) {
            for (int i = 0; i < people; ++i) {
                if (one_in(2)) plot.members.push_back({pool, i, below(8) == 0});
            }
        }
        return plot;
    }
    /// Takes some cells away.
    Plot with_gaps(Plot plot) {
        for (Person& person : plot.people) {
            if (one_in(6)) person.birth.reset();
            if (one_in(6)) person.master.reset();
            for (Spell& spell : person.spells) {
                if (one_in(10)) spell.post.reset();
                if (one_in(10)) spell.from.reset();
                if (one_in(10)) spell.to.reset();
            }
            person.open = one_in(10);
        }
        for (Membership& member : plot.members) {
            if (one_in(10)) member.removed.reset();
        }
        return plot;
    }
    /// Fills them anew.
    Plot completed(Plot plot) {
        const int posts = static_cast<int>(plot.seats.size());
        for (Person& person : plot.people) {
            if (!person.birth) person.birth = birth();
            if (!person.master) person.master = one_in(2);
            for (Spell& spell : person.spells) {
                if (!spell.post) spell.post = below(posts);
                if (!spell.from) spell.from = as_of - 300 + 100 * below(8);
                if (!spell.to) spell.to = end();
            }
            if (person.open && one_in(2)) person.spells.push_back({below(posts), as_of - 50, end()});
            person.open = false;
        }
        for (Membership& member : plot.members) {
            if (!member.removed) member.removed = one_in(2);
        }
        return plot;
    }

private:
    DayNumber birth() { return day_number(Date(static_cast<unsigned short>(1953 + below(24)), 3, 1)) + below(3) * 40; }
    DayNumber end() { return one_in(3) ? ongoing : as_of - 100 + 400 * below(6); }
    Person person(int posts) {
        Person person{birth(), one_in(2), {}, false};
        for (int i = below(3); i > 0; --i) person.spells.push_back({below(posts), as_of - 400 + 100 * below(6), end()});
        return person;
    }

    std::mt19937 random_;
};

Record record_of(const Spell& spell) {
    Record record;
    if (spell.post) record.emplace_back("post", "p" + std::to_string(*spell.post));
    if (spell.from) record.emplace_back("from", date_of(*spell.from));
    if (spell.to) record.emplace_back("to", *spell.to == ongoing ? Value(Ongoing{}) : Value(date_of(*spell.to)));
    return record;
}

Roster roster_of(const Plot& plot) {
    RosterBuilder builder;
    for (std::size_t post = 0; post < plot.seats.size(); ++post) {
        const std::string id = "p" + std::to_string(post);
        builder.add("posts", {{"id", id}, {"seats", plot.seats[post]}});
        builder.add("pools", {{"id", id},
                              {"kind", "post"},
                              {"post", id},
                              {"term_start", Date(2015, 10, 1)},
                              {"term_end", date_of(term_end)}});
    }
    for (std::size_t i = 0; i < plot.people.size(); ++i) {
        const Person& person = plot.people[i];
        ListValue spells;
        spells.open = person.open;
        for (const Spell& spell : person.spells) spells.records.push_back(record_of(spell));
        Record row{{"id", "c" + std::to_string(i)}, {"appointments", spells}};
        if (person.birth) row.emplace_back("birth_date", date_of(*person.birth));
        if (person.master) row.emplace_back("degree", *person.master ? "master" : "bachelor");
        builder.add("cadres", row);
    }
    builder.add_table("pool_members");
    for (const Membership& member : plot.members) {
        Record row{{"pool", "p" + std::to_string(member.pool)},
                   {"cadre", "c" + std::to_string(member.person)},
                   {"added", Date(2014, 1, 1)},
                   {"removed", Date(2015, 1, 1)}};
        if (member.removed) row.emplace_back("status", *member.removed ? "removed" : "approved");
        builder.add("pool_members", row);
    }
    return builder.build();
}

Coverage covered(const Plot& plot) {
    return cover(rules(), roster_of(plot), {.as_of = Date(2015, 6, 30)});
}

/// What a plan without gaps in its data comes to.
class Truth {
public:
    explicit Truth(const Plot& plot) : plot_(plot) {
        for (std::size_t pool = 0; pool < plot.seats.size(); ++pool) {
            for (const DayNumber day : openings(pool)) seats_.push_back({pool, day});
        }
    }

    std::size_t incumbents(std::size_t pool) const {
        std::size_t count = 0;
        for (const Person& person : plot_.people) count += holds(person, pool) ? 1 : 0;
        return count;
    }
    std::vector<DayNumber> openings(std::size_t pool) const {
        std::vector<DayNumber> days;
        std::int64_t open = 0;
        for (DayNumber day = as_of; day < term_end; ++day) {
            const auto staying = std::count_if(plot_.people.begin(), plot_.people.end(), [&](const Person& person) {
                return holds(person, pool) && leaves(person, pool) > day;
            });
            for (; open < plot_.seats[pool] - staying; ++open) days.push_back(day);
        }
        return days;
    }
    bool ready(std::size_t person, std::size_t pool, DayNumber day) const {
        const Person& one = plot_.people[person];
        const bool named = std::any_of(plot_.members.begin(), plot_.members.end(), [&](const Membership& member) {
            return member.pool == static_cast<int>(pool) && member.person == static_cast<int>(person) &&
                   !*member.removed;
        });
        return named && !holds(one, pool) && *one.master && *add_months(*one.birth, 600) > day;
    }
    std::int64_t candidates(std::size_t pool) const {
        std::int64_t count = 0;
        for (std::size_t person = 0; person < plot_.people.size(); ++person) {
            count += std::any_of(seats_.begin(), seats_.end(),
                                 [&](const Seat& seat) { return seat.pool == pool && ready(person, pool, seat.day); });
        }
        return count;
    }
    /// Most seats that can be filled, of one pool or of all, by trying everything.
    std::int64_t filled(std::optional<std::size_t> pool, std::optional<std::size_t> without = {}) const {
        std::vector<bool> taken(plot_.people.size());
        if (without) taken[*without] = true;
        return best(pool, 0, taken);
    }
    std::int64_t seats() const { return static_cast<std::int64_t>(seats_.size()); }
    CoverageStatus status(std::size_t pool) const {
        const auto open = static_cast<std::int64_t>(openings(pool).size());
        if (open == 0) return CoverageStatus::no_opening;
        if (filled(pool) < open) return CoverageStatus::gap;
        return candidates(pool) > open ? CoverageStatus::covered : CoverageStatus::thin;
    }

private:
    struct Seat {
        std::size_t pool;
        DayNumber day;
    };

    bool holds(const Person& person, std::size_t pool) const {
        return std::any_of(person.spells.begin(), person.spells.end(), [&](const Spell& spell) {
            return *spell.post == static_cast<int>(pool) && *spell.from <= as_of && *spell.to > as_of;
        });
    }
    DayNumber leaves(const Person& person, std::size_t pool) const {
        DayNumber end = as_of;
        for (bool longer = true; longer;) {
            longer = false;
            for (const Spell& spell : person.spells) {
                if (*spell.post != static_cast<int>(pool) || *spell.from > end || *spell.to <= end) continue;
                end = *spell.to;
                longer = true;
            }
        }
        return std::min(end, *add_months(*person.birth, 720));
    }
    std::int64_t best(std::optional<std::size_t> pool, std::size_t at, std::vector<bool>& taken) const {
        if (at == seats_.size()) return 0;
        std::int64_t most = best(pool, at + 1, taken);
        if (pool && seats_[at].pool != *pool) return most;
        for (std::size_t person = 0; person < taken.size(); ++person) {
            if (taken[person] || !ready(person, seats_[at].pool, seats_[at].day)) continue;
            taken[person] = true;
            most = std::max(most, 1 + best(pool, at + 1, taken));
            taken[person] = false;
        }
        return most;
    }

    const Plot& plot_;
    std::vector<Seat> seats_;
};

TEST(CoverageLaws, EqualsTryingEverythingWhereAllIsKnown) {
    Draw draw(1);
    for (int round = 0; round < 300; ++round) {
        const Plot plot = draw.plot();
        const Truth truth(plot);
        const Coverage coverage = covered(plot);
        for (std::size_t pool = 0; pool < plot.seats.size(); ++pool) {
            const PoolCoverage& found = coverage.pools[pool];
            std::vector<SeatOpening> openings;
            for (const DayNumber day : truth.openings(pool)) openings.push_back({day, day, true});
            ASSERT_EQ(found.openings, openings) << round << ' ' << pool;
            EXPECT_EQ(found.status, truth.status(pool)) << round << ' ' << pool;
            EXPECT_EQ(found.sure_candidates, truth.candidates(pool));
            EXPECT_EQ(found.possible_candidates, found.sure_candidates);
        }
        EXPECT_EQ(coverage.at_best.seats, truth.seats());
        EXPECT_EQ(coverage.at_best.filled, truth.filled({}));
        EXPECT_EQ(coverage.at_worst.filled, truth.filled({}));
    }
}

TEST(CoverageLaws, GivesReasonsThatHoldByThemselves) {
    Draw draw(2);
    for (int round = 0; round < 300; ++round) {
        const Plot plot = draw.plot();
        const Truth truth(plot);
        const JointCoverage joint = covered(plot).at_best;
        std::int64_t short_by = 0;
        std::vector<std::size_t> named;
        for (const SharedGap& gap : joint.gaps) {
            short_by += gap.short_by();
            EXPECT_GT(gap.short_by(), 0);
            std::vector<std::size_t> ready;
            for (std::size_t person = 0; person < plot.people.size(); ++person) {
                const bool for_one = std::any_of(gap.pools.begin(), gap.pools.end(), [&](std::size_t pool) {
                    const auto days = truth.openings(pool);
                    return std::any_of(days.begin(), days.end(),
                                       [&](DayNumber day) { return truth.ready(person, pool, day); });
                });
                if (for_one) ready.push_back(person);
            }
            // A pool may stand in the gap with some of its seats only.
            EXPECT_TRUE(std::includes(ready.begin(), ready.end(), gap.cadres.begin(), gap.cadres.end()));
            named.insert(named.end(), gap.cadres.begin(), gap.cadres.end());
        }
        EXPECT_EQ(short_by, joint.seats - joint.filled);
        std::sort(named.begin(), named.end());
        EXPECT_EQ(std::adjacent_find(named.begin(), named.end()), named.end());
        std::vector<std::size_t> essential;
        for (std::size_t person = 0; person < plot.people.size(); ++person) {
            if (truth.filled({}, person) < truth.filled({})) essential.push_back(person);
        }
        EXPECT_EQ(joint.essential, essential);
    }
}

/// Whether unnamed incumbents would be more than the seats.
bool overfills(const Plot& gaps, const Plot& completed) {
    const Truth truth(completed);
    for (std::size_t pool = 0; pool < gaps.seats.size(); ++pool) {
        if (truth.incumbents(pool) > static_cast<std::size_t>(gaps.seats[pool])) return true;
    }
    return false;
}

TEST(CoverageLaws, CompletedDataNeverChangesAKnownAnswer) {
    Draw draw(3);
    int known = 0;
    int open = 0;
    for (int round = 0; round < 250; ++round) {
        const Plot gaps = draw.with_gaps(draw.plot());
        const Coverage before = covered(gaps);
        for (int filling = 0; filling < 8; ++filling) {
            const Plot completed = draw.completed(gaps);
            if (overfills(gaps, completed)) continue;
            const Truth truth(completed);
            for (std::size_t pool = 0; pool < gaps.seats.size(); ++pool) {
                const PoolCoverage& found = before.pools[pool];
                const auto days = truth.openings(pool);
                const auto opened = static_cast<std::int64_t>(days.size());
                const std::string where = std::to_string(round) + ' ' + std::to_string(pool);
                EXPECT_LE(found.certain_openings, opened) << where;
                ASSERT_GE(static_cast<std::int64_t>(found.openings.size()), opened) << where;
                for (std::size_t i = 0; i < days.size(); ++i) {
                    EXPECT_LE(found.openings[i].first, days[i]) << where;
                    EXPECT_GE(found.openings[i].last, days[i]) << where;
                }
                EXPECT_LE(found.sure_candidates, truth.candidates(pool)) << where;
                EXPECT_GE(found.possible_candidates, truth.candidates(pool)) << where;
                EXPECT_LE(found.least_short, opened - truth.filled(pool)) << where;
                EXPECT_GE(found.most_short, opened - truth.filled(pool)) << where;
                const bool is_known = found.status != CoverageStatus::undetermined;
                (is_known ? known : open) += 1;
                if (is_known) {
                    EXPECT_EQ(found.status, truth.status(pool)) << where;
                }
            }
            EXPECT_LE(before.least_short(), truth.seats() - truth.filled({}));
            EXPECT_GE(before.most_short().value(), truth.seats() - truth.filled({}));
        }
    }
    EXPECT_GT(known, 100);
    EXPECT_GT(open, 100);
}

}  // namespace
}  // namespace cadre

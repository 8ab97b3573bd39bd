#include "planning/planning_roster.hpp"

#include <cadre/planning/composition.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>
#include <set>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::policy;

/// A cell: which of its values it has; -1: missing.
using Cell = int;

/// A plan of which every cell that matters may be missing. Pools 0 and 1 are of one tier and term, 2 is of another.
struct SmallPlan {
    struct Cadre {
        Cell sex;    ///< 0 male, 1 female
        Cell birth;  ///< 0 aged 35, 1 aged 45
    };
    struct Row {
        Cell pool;
        Cell cadre;
        Cell added;  ///< 0 after the day, 1 before it
        Cell incumbent;
        Cell votes;      ///< 0 few, 1 enough
        Cell developed;  ///< of the cadre: 0 no, 1 yes; a row of development_actions by its end
    };
    std::vector<Cadre> cadres;
    std::vector<Row> rows;

    std::vector<std::pair<Cell*, int>> missing() {
        std::vector<std::pair<Cell*, int>> cells;
        const auto add = [&](Cell& cell, int values) {
            if (cell < 0) cells.emplace_back(&cell, values);
        };
        for (Cadre& cadre : cadres) {
            add(cadre.sex, 2);
            add(cadre.birth, 2);
        }
        for (Row& row : rows) {
            add(row.pool, 3);
            add(row.cadre, static_cast<int>(cadres.size()));
            for (Cell* cell : {&row.added, &row.incumbent, &row.votes, &row.developed}) add(*cell, 2);
        }
        return cells;
    }
};

SmallPlan random_plan(std::mt19937& random, bool cadres_known) {
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    const auto cell = [&](int values) { return below(7) == 0 ? -1 : below(values); };
    SmallPlan plan;
    for (int i = 0; i < 3; ++i) plan.cadres.push_back({cell(2), cell(2)});
    const int rows = 1 + below(5);
    for (int i = 0; i < rows; ++i) {
        plan.rows.push_back(
            {cell(3), cadres_known ? below(3) : cell(3), cell(4) == 0 ? 0 : cell(2), cell(2), cell(2), cell(2)});
    }
    return plan;
}

void add_row(RosterBuilder& builder, const SmallPlan::Row& row) {
    static const char* const pools[]{"p0", "p1", "p2"};
    static const char* const cadres[]{"c0", "c1", "c2"};
    Record ballot{{"step", "2"}, {"held", Date(2014, 1, 1)}, {"summoned", 10}, {"present", 10}};
    if (row.votes >= 0) ballot.emplace_back("votes", row.votes == 1 ? 8 : 2);
    ListValue ballots;
    ballots.records.push_back(std::move(ballot));
    Record member{{"status", "approved"}, {"ballots", ballots}};
    if (row.pool >= 0) member.emplace_back("pool", pools[row.pool]);
    if (row.cadre >= 0) member.emplace_back("cadre", cadres[row.cadre]);
    if (row.added >= 0) member.emplace_back("added", row.added == 1 ? Date(2014, 1, 1) : Date(2016, 1, 1));
    if (row.incumbent >= 0) member.emplace_back("incumbent", row.incumbent == 1);
    builder.add("pool_members", member);
    Record action{{"kind", "training"}, {"from", Date(2014, 1, 1)}};
    if (row.cadre >= 0) action.emplace_back("cadre", cadres[row.cadre]);
    if (row.developed >= 0) action.emplace_back("to", row.developed == 1 ? Date(2016, 1, 1) : Date(2014, 2, 1));
    builder.add("development_actions", action);
}

Roster roster_of(const SmallPlan& plan) {
    RosterBuilder builder;
    builder.add("units", {{"id", "u"}, {"tier", "city"}, {"sector", "government"}});
    for (int pool = 0; pool < 3; ++pool) {
        builder.add("pools", {{"id", "p" + std::to_string(pool)},
                              {"kind", pool == 1 ? "standing_committee" : "committee"},
                              {"post", None{}},
                              {"unit", "u"},
                              {"tier", pool == 2 ? "district" : "city"},
                              {"seats", 2},
                              {"term_start", Date(2015, 10, 1)},
                              {"term_end", Date(2020, 10, 1)}});
    }
    for (std::size_t i = 0; i < plan.cadres.size(); ++i) {
        Record cadre{{"id", "c" + std::to_string(i)}};
        if (plan.cadres[i].sex >= 0) cadre.emplace_back("sex", plan.cadres[i].sex == 1 ? "female" : "male");
        if (plan.cadres[i].birth >= 0) {
            cadre.emplace_back("birth_date", plan.cadres[i].birth == 1 ? Date(1970, 1, 1) : Date(1980, 1, 1));
        }
        builder.add("cadres", cadre);
    }
    for (const SmallPlan::Row& row : plan.rows) add_row(builder, row);
    return builder.build();
}

const Pack& laws() {
    static const Pack pack = pack_with_policies(
        policy("members", "rule = \"members\"\ncount = \">= 2\"") +
        policy("seats", "rule = \"ratio\"\nshare = \"<= 100 %\"") +
        policy("incumbents", "rule = \"ratio\"\nshare = \">= 150 %\"\nbase = \"incumbents\"") +
        policy("women", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 50 %\"") +
        policy("bands", "rule = \"age_bands\"\nages = [\"P40Y\"]\ncount = \">= 1\"") +
        policy("women_of_plan", "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 50 %\"\nover = \"plan\"") +
        policy("women_of_committees",
               "rule = \"share\"\nmeet = 'sex = \"female\"'\nshare = \">= 50 %\"\n"
               "over = \"plan\"\npools = 'kind = \"committee\"'") +
        policy("entry", "rule = \"entry\"\nmeet = 'age < @\"P40Y\"'\non_day = \"term_start\"") +
        policy("posts", "rule = \"posts_per_person\"\ncount = \"<= 1\"") +
        policy("votes", "rule = \"ballot\"\nstep = \"2\"\nshare = \"> 50 %\"") +
        policy("development", "rule = \"development\""));
    return pack;
}

Composition composed(const SmallPlan& plan) {
    return compose(laws(), roster_of(plan), {.as_of = Date(2015, 6, 30)});
}

void for_each_completion(SmallPlan& plan, const std::function<void()>& visit) {
    const auto cells = plan.missing();
    for (const auto& [cell, values] : cells) *cell = 0;
    while (true) {
        visit();
        std::size_t at = 0;
        while (at < cells.size() && ++*cells[at].first == cells[at].second) *cells[at++].first = 0;
        if (at == cells.size()) break;
    }
    for (const auto& [cell, values] : cells) *cell = -1;
}

/// Clauses by plain counting on a plan without missing cells.
class Plain {
public:
    Plain(const SmallPlan& plan, const std::set<int>& pools) : plan_(plan) {
        for (const SmallPlan::Row& row : plan.rows) {
            developed_[row.cadre] |= row.developed == 1;
            if (row.added != 1 || pools.count(row.pool) == 0) continue;
            Facts& facts = people_[row.cadre];
            facts.incumbent |= row.incumbent == 1;
            facts.voted &= row.votes == 1;
            if (row.pool < 2) facts.pools_of_one_term.insert(row.pool);
        }
    }

    /// What the threshold is on, or the share of those who meet; nothing where there is no such share.
    std::optional<Share> measure(const ClauseResult& clause) const {
        const auto size = static_cast<std::int64_t>(people_.size());
        std::int64_t hits = 0;
        for (const auto& [cadre, facts] : people_) hits += is_hit(clause, cadre, facts) ? 1 : 0;
        if (clause.policy == "seats") return Share{size, 2};
        if (clause.rule == "members") return Share{size, 1};
        if (clause.rule == "age_bands") return Share{hits, 1};
        const std::int64_t whole = clause.rule == "ratio" ? hits : size;
        if (whole == 0) return std::nullopt;
        return clause.rule == "ratio" ? Share{size, hits} : Share{hits, size};
    }

private:
    struct Facts {
        bool incumbent = false;
        bool voted = true;
        std::set<int> pools_of_one_term;
    };

    bool is_hit(const ClauseResult& clause, int cadre, const Facts& facts) const {
        const SmallPlan::Cadre& person = plan_.cadres[static_cast<std::size_t>(cadre)];
        if (clause.rule == "share") return person.sex == 1;
        if (clause.rule == "age_bands") return person.birth == (clause.band->to ? 0 : 1);
        if (clause.rule == "ratio") return facts.incumbent;
        if (clause.rule == "entry") return person.birth == 0;
        if (clause.rule == "ballot") return facts.voted;
        if (clause.rule == "development") return developed_.at(cadre);
        return clause.rule == "posts_per_person" && facts.pools_of_one_term.size() <= 1;
    }

    const SmallPlan& plan_;
    std::map<int, Facts> people_;
    std::map<int, bool> developed_;
};

std::set<int> population(const ClauseResult& clause) {
    if (clause.pool) return {static_cast<int>(*clause.pool)};
    return clause.policy == "women_of_committees" ? std::set<int>{0, 2} : std::set<int>{0, 1, 2};
}

std::size_t completions(SmallPlan& plan) {
    std::size_t number = 1;
    for (const auto& [cell, values] : plan.missing()) number *= static_cast<std::size_t>(values);
    return number;
}

/// What plain counting says of one clause over all completions.
struct Seen {
    std::optional<Share> least;
    std::optional<Share> greatest;
    bool accepted = false;
    bool refused = false;
    bool undefined = false;
};

Seen seen_of(SmallPlan& plan, const ClauseResult& clause) {
    Seen seen;
    for_each_completion(plan, [&] {
        const auto measured = Plain(plan, population(clause)).measure(clause);
        if (!measured) {
            (clause.threshold ? seen.undefined : seen.accepted) = true;  // nobody is there to fail
            return;
        }
        if (!seen.least || *measured < *seen.least) seen.least = measured;
        if (!seen.greatest || *measured > *seen.greatest) seen.greatest = measured;
        const bool accepts = clause.threshold ? clause.threshold->accepts(*measured) : *measured == Share{1, 1};
        (accepts ? seen.accepted : seen.refused) = true;
    });
    return seen;
}

void expect_agreement(const ClauseResult& clause, const Seen& seen, bool exact) {
    SCOPED_TRACE(clause.policy + " of " + (clause.pool ? std::to_string(*clause.pool) : "the plan"));
    if (clause.verdict == Verdict::met) {
        EXPECT_FALSE(seen.refused || seen.undefined);
    }
    if (clause.verdict == Verdict::not_met) {
        EXPECT_FALSE(seen.accepted || seen.undefined);
    }
    if (clause.measured.least && seen.least) {
        EXPECT_LE(*clause.measured.least, *seen.least);
    }
    if (clause.measured.greatest && seen.greatest) {
        EXPECT_GE(*clause.measured.greatest, *seen.greatest);
    }
    if (!exact) return;
    if (clause.verdict == Verdict::undetermined) {
        EXPECT_TRUE(seen.undefined || (seen.accepted && seen.refused));
    }
    const bool by_incumbents = clause.policy == "incumbents";
    if (by_incumbents && seen.undefined) return;
    EXPECT_EQ(clause.measured.least, seen.least);
    EXPECT_EQ(clause.measured.greatest, seen.greatest);
}

/// Several rows of a cadre may answer differently, each where it counts; then bounds enclose the truth.
bool has_exact_bounds(const SmallPlan& plan, const ClauseResult& clause) {
    if (!clause.threshold) return false;
    if (clause.policy != "incumbents") return true;
    std::set<Cell> cadres;
    for (const SmallPlan::Row& row : plan.rows) cadres.insert(row.cadre);
    return cadres.size() == plan.rows.size();
}

void expect_plain_counting_agrees(bool cadres_known, int plans) {
    std::mt19937 random(20150630);
    for (int i = 0; i < plans; ++i) {
        SmallPlan plan = random_plan(random, cadres_known);
        if (completions(plan) > 1'000) continue;
        SCOPED_TRACE("plan " + std::to_string(i));
        for (const ClauseResult& clause : composed(plan).clauses) {
            expect_agreement(clause, seen_of(plan, clause), cadres_known && has_exact_bounds(plan, clause));
        }
        if (::testing::Test::HasFailure()) return;
    }
}

TEST(CompositionLaws, BoundsAreTheLeastAndGreatestOverAllCompletions) {
    expect_plain_counting_agrees(true, 200);
}

TEST(CompositionLaws, BoundsEncloseTheTruthWhereCadresAreNotKnown) {
    expect_plain_counting_agrees(false, 200);
}

TEST(CompositionLaws, AKnownVerdictStaysWhenMissingCellsAreFilled) {
    std::mt19937 random(20151001);
    int known = 0;
    for (int i = 0; i < 120; ++i) {
        SmallPlan plan = random_plan(random, false);
        const Composition before = composed(plan);
        for (const auto& [cell, values] : plan.missing()) {
            if (random() % 3 != 0) *cell = static_cast<int>(random() % static_cast<unsigned>(values));
        }
        const Composition after = composed(plan);
        ASSERT_EQ(before.clauses.size(), after.clauses.size());
        for (std::size_t at = 0; at < before.clauses.size(); ++at) {
            if (before.clauses[at].verdict == Verdict::undetermined) continue;
            ++known;
            ASSERT_EQ(after.clauses[at].verdict, before.clauses[at].verdict)
                << "plan " << i << ", " << before.clauses[at].policy << " of "
                << (before.clauses[at].pool ? std::to_string(*before.clauses[at].pool) : "the plan");
        }
    }
    EXPECT_GT(known, 500);
}

}  // namespace
}  // namespace cadre

// Criteria that changed: the version that is law on law_as_of judges, whatever the day of the facts.

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/timeline.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

const Pack& changed_law() {
    static const Pack pack = parse_pack(R"toml(
[pack]
id = "law"
title = { vi = "Luật", en = "Law" }
source = { document = "D-1" }
[[criterion]]
id = "qualified"
title = { vi = "Đủ chuẩn", en = "Qualified" }
[[criterion.versions]]
from = 2004-01-01
to = 2020-12-01
when = 'degree >= "bachelor"'
cite = "art. 3"
[[criterion.versions]]
from = 2020-12-01
to = 2026-01-01
when = 'degree >= "master" and political_theory >= "intermediate"'
cite = "N-2, art. 4"
[[criterion]]
id = "qualified_member"
title = { vi = "Đảng viên đủ chuẩn", en = "Qualified Party member" }
when = 'qualified and party_member'
cite = "art. 5"
)toml",
                                        "law.toml");
    return pack;
}

Roster one_cadre(const Record& cadre) {
    RosterBuilder builder(changed_law().schema());
    builder.add("cadres", cadre);
    return builder.build();
}

Verdict on(const Date& law_as_of, const std::string& criterion, const Record& cadre) {
    const EvaluationOptions options{.as_of = Date(2015, 1, 1), .law_as_of = law_as_of};
    const Roster roster = one_cadre(cadre);
    const Verdict fast = evaluate(changed_law(), roster, options)[criterion][0];
    const Pack& pack = changed_law();
    EXPECT_EQ(judge(*pack.find_criterion(criterion)->condition, *pack.schema(), roster, 0, options), fast);
    EXPECT_EQ(explain(pack, criterion, roster, 0, options).verdict(), fast);
    return fast;
}

TEST(LawOverTime, TheVersionOfTheDayJudges) {
    const Record bachelor{{"degree", "bachelor"}, {"party_member", true}};
    for (const char* criterion : {"qualified", "qualified_member"}) {
        EXPECT_EQ(on(Date(2020, 11, 30), criterion, bachelor), Verdict::met);
        EXPECT_EQ(on(Date(2020, 12, 1), criterion, bachelor), Verdict::not_met);
        EXPECT_EQ(on(Date(2003, 12, 31), criterion, bachelor), Verdict::undetermined);
        EXPECT_EQ(on(Date(2026, 1, 1), criterion, bachelor), Verdict::undetermined);
    }
}

TEST(LawOverTime, OnlyTheVersionInForceAsksForData) {
    const Record no_theory{{"degree", "master"}};
    EXPECT_EQ(on(Date(2020, 11, 30), "qualified", no_theory), Verdict::met);
    EXPECT_EQ(on(Date(2020, 12, 1), "qualified", no_theory), Verdict::undetermined);
}

TEST(LawOverTime, ATimelineFollowsTheVersionsAsTheLawMoves) {
    const Roster roster = one_cadre({{"degree", "bachelor"}, {"party_member", true}});
    const TimelineOptions days{.first = Date(2003, 12, 1), .last = Date(2026, 2, 1)};
    for (const char* criterion : {"qualified", "qualified_member"}) {
        const Timeline made = timeline(changed_law(), criterion, roster, 0, days);
        for (const Date day : {Date(2003, 12, 31), Date(2004, 1, 1), Date(2020, 11, 30), Date(2020, 12, 1),
                               Date(2025, 12, 31), Date(2026, 1, 1)}) {
            const Verdict judged = evaluate(changed_law(), roster, {.as_of = day})[criterion][0];
            EXPECT_EQ(made.on(day_number(day)).verdict, judged) << criterion << ' ' << to_iso(day_number(day));
        }
        EXPECT_EQ(made.spans.size(), 4U);
    }
}

TEST(LawOverTime, AnExplanationCitesTheVersionInForce) {
    const Roster roster = one_cadre({{"degree", "bachelor"}});
    const auto clause = [&](const Date& law) {
        const EvaluationOptions options{.as_of = Date(2015, 1, 1), .law_as_of = law};
        return explain(changed_law(), "qualified", roster, 0, options).root.citation.clause;
    };
    EXPECT_EQ(clause(Date(2020, 11, 30)), "art. 3");
    EXPECT_EQ(clause(Date(2020, 12, 1)), "art. 4");
}

}  // namespace
}  // namespace cadre

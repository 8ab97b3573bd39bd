// The definitions of the pack vietnam-base that tell what holds on the day judged from dated lists.

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace cadre {
namespace {

constexpr Verdict met = Verdict::met;
constexpr Verdict not_met = Verdict::not_met;
constexpr Verdict open = Verdict::undetermined;

Verdict on_end_of_2013(const std::string& condition, const Record& cadre) {
    const Pack pack = parse_pack(R"toml(
[pack]
id = "days"
title = { vi = "Ngày", en = "Days" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }
use = ["vietnam-base"]

[[criterion]]
id = "asked"
title = { vi = "Hỏi", en = "Asked" }
cite = "II.1.4"
when = ')toml" + condition + "'\n",
                                 "days.toml");
    RosterBuilder builder(pack.schema());
    builder.add("cadres", cadre);
    const Roster roster = builder.build();
    const EvaluationOptions options{.as_of = Date(2013, 12, 31)};
    const Verdict fast = evaluate(pack, roster, options)["asked"][0];
    const Criterion& asked = *pack.find_criterion("asked");
    EXPECT_EQ(judge(*asked.condition, *pack.schema(), roster, 0, options), fast);
    return fast;
}

Record awarded(const char* level, const Value& day) {
    return {{"level", level}, {"awarded", day}};
}
Record qualified(std::vector<Record> qualifications, bool is_open = false) {
    return {{"qualifications", ListValue{std::move(qualifications), is_open}}};
}

Verdict degree(const char* asked, const Record& cadre) {
    return on_end_of_2013(std::string("degree_on_day ") + asked, cadre);
}

TEST(DegreeOnDay, IsTheHighestAwardedByTheDay) {
    const Record cadre = qualified({awarded("master", Date(2014, 1, 1)), awarded("bachelor", Date(2013, 12, 31)),
                                    awarded("college", Date(2001, 6, 1))});
    EXPECT_EQ(degree(R"(= "bachelor")", cadre), met);
    EXPECT_EQ(degree(R"(>= "master")", cadre), not_met);
}

TEST(DegreeOnDay, IsNoneWhereTheListHasNothingYet) {
    EXPECT_EQ(degree(R"(= "none")", qualified({})), met);
    EXPECT_EQ(degree(R"(= "none")", qualified({awarded("master", Date(2014, 1, 1))})), met);
}

TEST(DegreeOnDay, IsOpenWhereADateIsMissing) {
    const Record cadre = qualified({awarded("master", Missing{}), awarded("bachelor", Date(2001, 6, 1))});
    EXPECT_EQ(degree(R"(>= "bachelor")", cadre), met);
    EXPECT_EQ(degree(R"(>= "master")", cadre), open);
    EXPECT_EQ(degree(R"(>= "doctorate")", cadre), not_met);
    EXPECT_EQ(degree(R"(>= "master")", qualified({awarded("master", Missing{})})), open);
}

TEST(DegreeOnDay, TakesPartialDatesForTheirRange) {
    EXPECT_EQ(degree(R"(= "master")", qualified({awarded("master", PartialDate::of_year(2013))})), met);
    EXPECT_EQ(degree(R"(= "none")", qualified({awarded("master", PartialDate::of_year(2014))})), met);
    const PartialDate around{Date(2013, 12, 1), Date(2014, 1, 31)};
    EXPECT_EQ(degree(R"(= "master")", qualified({awarded("master", around)})), open);
}

TEST(DegreeOnDay, IsAtLeastWhatAnOpenListShows) {
    const Record cadre = qualified({awarded("bachelor", Date(2001, 6, 1))}, true);
    EXPECT_EQ(degree(R"(>= "bachelor")", cadre), met);
    EXPECT_EQ(degree(R"(>= "master")", cadre), open);
    EXPECT_EQ(degree(R"(= "none")", qualified({}, true)), open);
}

TEST(DegreeOnDay, IsOpenWithoutAList) {
    EXPECT_EQ(degree(R"(>= "bachelor")", {{"degree", "master"}}), open);
    EXPECT_EQ(degree(R"(>= "bachelor")", {{"qualifications", Missing{}}}), open);
}

Record course(const char* kind, const Value& level, const Value& to) {
    return {{"kind", kind}, {"theory_level", level}, {"from", Date(2012, 9, 1)}, {"to", to}};
}
Record trained(std::vector<Record> trainings) {
    return {{"trainings", ListValue{std::move(trainings), false}}};
}
Verdict theory(const char* asked, const Record& cadre) {
    return on_end_of_2013(std::string("political_theory_on_day ") + asked, cadre);
}

TEST(PoliticalTheoryOnDay, IsTheHighestOfCompletedCourses) {
    const Record cadre = trained({course("political_theory", "advanced", Date(2014, 6, 1)),
                                  course("political_theory", "intermediate", Date(2013, 12, 31)),
                                  course("it_skill", Missing{}, Date(2013, 1, 1))});
    EXPECT_EQ(theory(R"(= "intermediate")", cadre), met);
    EXPECT_EQ(theory(R"(>= "advanced")", cadre), not_met);
}

TEST(PoliticalTheoryOnDay, CountsNoCourseThatStillRuns) {
    EXPECT_EQ(theory(R"(= "none")", trained({course("political_theory", "advanced", Ongoing{})})), met);
    EXPECT_EQ(theory(R"(= "none")", trained({course("political_theory", "advanced", Missing{})})), open);
    EXPECT_EQ(theory(R"(= "none")", {}), open);
}

TEST(CurrentPost, IsOpenWhereAnAppointmentMayBeMissing) {
    const Record held{{"title", "committee_chair"}, {"from", Date(2010, 1, 1)}, {"to", Ongoing{}}, {"primary", true}};
    const auto chair = [&](bool is_open) {
        return on_end_of_2013(R"(current_post.title = "committee_chair")",
                              {{"appointments", ListValue{{held}, is_open}}});
    };
    EXPECT_EQ(chair(false), met);
    EXPECT_EQ(chair(true), open);
}

}  // namespace
}  // namespace cadre

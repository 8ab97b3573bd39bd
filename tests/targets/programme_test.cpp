#include <cadre/error.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/targets/assess.hpp>
#include <cadre/targets/deliverable.hpp>
#include <cadre/targets/indicator.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace cadre {
namespace {

const EvaluationOptions end_of_2015{.as_of = Date(2015, 12, 31)};

const Pack& hanoi() {
    static const Pack pack = load_pack("hanoi-2011");
    return pack;
}

const TargetAssessment& result_of(const Assessment& assessment, const std::string& id, std::optional<int> year = {}) {
    const auto found = std::find_if(assessment.targets.begin(), assessment.targets.end(),
                                    [&](const auto& result) { return result.target.id == id && result.year == year; });
    if (found == assessment.targets.end()) throw std::out_of_range(id);
    return *found;
}

TargetAssessment judged(const RosterBuilder& builder, const std::string& id, std::optional<int> year = {},
                        const EvaluationOptions& options = end_of_2015) {
    return result_of(assess(hanoi(), builder.build(), options), id, year);
}

Value appraisal(int year, const Value& rating, const Value& status = "rated") {
    return ListValue{{{{"year", year}, {"rating", rating}, {"status", status}}}, false};
}

void add_organisations(RosterBuilder& builder, int rows, const Value& rating, const Value& status = "rated") {
    for (int i = 0; i < rows; ++i) {
        builder.add("party_organisations",
                    {{"kind", "grassroots_committee"}, {"appraisals", appraisal(2012, rating, status)}});
    }
}

void add_members(RosterBuilder& builder, int rows, const Value& rating, const Value& status = "rated") {
    for (int i = 0; i < rows; ++i) builder.add("party_members", {{"appraisals", appraisal(2012, rating, status)}});
}

TEST(Hanoi2011, HasNothingToReport) {
    Diagnostics diagnostics;
    read_targets(hanoi(), diagnostics);
    read_indicators(hanoi(), diagnostics);
    read_deliverables(hanoi(), diagnostics);
    for (const Diagnostic& found : diagnostics) ADD_FAILURE() << found.to_text();
}

TEST(Hanoi2011, GivesOneVerdictAYearAndFlagsTheFirstAsPartial) {
    RosterBuilder builder;
    builder.add_table("admissions");
    const Assessment assessment = assess(hanoi(), builder.build(), end_of_2015);
    for (const char* id : {"clean_and_strong_organisations", "good_party_members", "good_party_members_of_all",
                           "party_admissions", "weak_mass_organisations"}) {
        for (int year = 2011; year <= 2015; ++year) {
            EXPECT_EQ(result_of(assessment, id, year).partial_year, year == 2011) << id << year;
        }
    }
}

// Đồng Tháp 2012, as published: 87.97 % of the organisations clean and strong, 13 + 80.42 % of the members
// rated excellent or good.
TEST(Hanoi2011, OrganisationsLikeThoseOfDongThap2012) {
    RosterBuilder builder;
    add_organisations(builder, 8797, "clean_and_strong");
    add_organisations(builder, 1022, "good");
    add_organisations(builder, 142, "completed");
    add_organisations(builder, 39, "weak");
    builder.add("party_organisations", {{"kind", "cell"}, {"appraisals", appraisal(2012, "weak")}});
    const TargetAssessment found = judged(builder, "clean_and_strong_organisations", 2012);
    EXPECT_EQ(found.verdict, Verdict::met);
    EXPECT_EQ(found.bounds, (Bounds{Share{8797, 10000}, Share{8797, 10000}}));
    EXPECT_EQ(judged(builder, "clean_and_strong_organisations", 2013).undecided, Undecided::population_empty);
}

TEST(Hanoi2011, ThreeQuartersOfTheOrganisationsAreNotMoreThan75Percent) {
    RosterBuilder builder;
    add_organisations(builder, 3, "clean_and_strong");
    add_organisations(builder, 1, "good");
    EXPECT_EQ(judged(builder, "clean_and_strong_organisations", 2012).verdict, Verdict::not_met);
    add_organisations(builder, 1, Missing{}, "not_subject");
    add_organisations(builder, 1, Missing{}, "deferred");
    EXPECT_EQ(judged(builder, "clean_and_strong_organisations", 2012).counts.certain(), 4);
    add_organisations(builder, 1, Missing{});
    EXPECT_EQ(judged(builder, "clean_and_strong_organisations", 2012).verdict, Verdict::undetermined);
}

TEST(Hanoi2011, MembersAreCountedWithBothDenominators) {
    RosterBuilder builder;
    add_members(builder, 1, "excellent");
    add_members(builder, 7, "good");
    add_members(builder, 2, "completed");
    add_members(builder, 2, Missing{}, "deferred");
    add_members(builder, 5, Missing{}, "not_subject");
    const TargetAssessment rated = judged(builder, "good_party_members", 2012);
    EXPECT_EQ(rated.bounds, (Bounds{Share{8, 10}, Share{8, 10}}));
    EXPECT_EQ(rated.verdict, Verdict::met);
    const TargetAssessment all = judged(builder, "good_party_members_of_all", 2012);
    EXPECT_EQ(all.bounds, (Bounds{Share{8, 12}, Share{8, 12}}));
    EXPECT_EQ(all.verdict, Verdict::not_met);
}

TEST(Hanoi2011, AdmissionsCountEachYear) {
    RosterBuilder builder;
    for (int i = 0; i < 10'000; ++i) builder.add("admissions", {{"date", Date(2012, 5, 19)}});
    for (int i = 0; i < 9'999; ++i) builder.add("admissions", {{"date", Date(2013, 2, 3)}});
    EXPECT_EQ(judged(builder, "party_admissions", 2012).verdict, Verdict::met);
    EXPECT_EQ(judged(builder, "party_admissions", 2013).shortfall, (Shortfall{1, 1}));
    EXPECT_EQ(judged(builder, "party_admissions", 2011).bounds.greatest, (Share{0, 1}));
    builder.add("admissions", {});
    EXPECT_EQ(judged(builder, "party_admissions", 2013).verdict, Verdict::undetermined);
    const TargetAssessment future = judged(builder, "party_admissions", 2013, {.as_of = Date(2012, 12, 31)});
    EXPECT_EQ(future.undecided, Undecided::year_not_begun);
    const TargetAssessment running = judged(builder, "party_admissions", 2012, {.as_of = Date(2012, 5, 18)});
    EXPECT_EQ(running.due, Due::before);
    EXPECT_EQ(running.bounds.least, (Share{0, 1}));
}

TEST(Hanoi2011, ATableNotGivenIsUnknownAndAnEmptyOneIsNone) {
    RosterBuilder absent;
    absent.add_table("cadres");
    EXPECT_EQ(judged(absent, "party_admissions", 2012).undecided, Undecided::table_not_given);
    EXPECT_EQ(judged(absent, "reserve_cadres_trained").undecided, Undecided::table_not_given);
    RosterBuilder empty;
    empty.add_table("admissions");
    empty.add_table("trainees");
    EXPECT_EQ(judged(empty, "party_admissions", 2012).verdict, Verdict::not_met);
    EXPECT_EQ(judged(empty, "reserve_cadres_trained").verdict, Verdict::not_met);
}

TEST(Hanoi2011, TraineesAreDistinctPeopleSplitByGroup) {
    RosterBuilder builder;
    for (int i = 0; i < 1000; ++i) builder.add("cadres", {{"id", std::to_string(i)}});
    for (int i = 0; i < 1000; ++i) {
        builder.add("trainees", {{"cadre", std::to_string(i)},
                                 {"group", i < 400 ? "city" : "grassroots"},
                                 {"completed", Date(2011 + i % 5, 6, 1)}});
    }
    builder.add("trainees", {{"cadre", "7"}, {"group", "grassroots"}, {"completed", Date(2014, 6, 1)}});
    const TargetAssessment found = judged(builder, "reserve_cadres_trained");
    EXPECT_EQ(found.verdict, Verdict::met);
    EXPECT_EQ(found.bounds.least, (Share{1000, 1}));
    ASSERT_EQ(found.parts.size(), 2U);
    EXPECT_EQ(found.parts[0].bounds.least, (Share{400, 1}));
    EXPECT_EQ(found.parts[1].bounds.least, (Share{601, 1}));
    EXPECT_EQ(judged(builder, "reserve_cadres_trained", {}, {.as_of = Date(2012, 12, 31)}).bounds.greatest,
              (Share{400, 1}));
}

TEST(Hanoi2011, ATraineeWhoIsNotKnownLeavesAnInterval) {
    RosterBuilder builder;
    for (int i = 0; i < 999; ++i) builder.add("cadres", {{"id", std::to_string(i)}});
    for (int i = 0; i < 999; ++i) {
        builder.add("trainees", {{"cadre", std::to_string(i)}, {"completed", Date(2013, 6, 1)}});
    }
    builder.add("trainees", {{"cadre", "nobody"}, {"completed", Date(2013, 6, 1)}});
    builder.add("trainees", {{"cadre", "nobody"}, {"completed", None{}}});
    const TargetAssessment found = judged(builder, "reserve_cadres_trained");
    EXPECT_EQ(found.bounds, (Bounds{Share{999, 1}, Share{1000, 1}}));
    EXPECT_EQ(found.verdict, Verdict::undetermined);
    EXPECT_EQ(found.open_rows, 1);
    ASSERT_EQ(found.cells.size(), 1U);
    EXPECT_EQ(found.cells[0].attribute, "cadre");
    EXPECT_EQ(found.cells[0].row, 999);
}

TEST(Hanoi2011, WeakBasesAreComparedWithTheYearBefore) {
    RosterBuilder builder;
    const auto add = [&](std::vector<Value> ratings) {
        ListValue list;
        for (std::size_t i = 0; i < ratings.size(); ++i) {
            list.records.push_back({{"year", 2011 + static_cast<int>(i)}, {"rating", ratings[i]}});
        }
        builder.add("mass_organisations", {{"appraisals", list}});
    };
    add({"weak", "weak", "good", "weak", "good"});
    add({"good", "good", "good", "weak", Missing{}});
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2011).undecided, Undecided::no_earlier_year);
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2012).verdict, Verdict::met);
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2013).verdict, Verdict::met);
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2014).verdict, Verdict::not_met);
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2015).verdict, Verdict::met);
    add({"good", "good", "good", Missing{}, "weak"});
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2014).verdict, Verdict::not_met);
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2015).verdict, Verdict::met);
    add({"good", "good", "good", "good", "weak"});
    EXPECT_EQ(judged(builder, "weak_mass_organisations", 2015).verdict, Verdict::undetermined);
}

TEST(Hanoi2011, ADisciplineAsksForTheOrganisationAndItsHead) {
    RosterBuilder builder(hanoi().schema());
    const auto add = [&](const Value& organisation, const Value& head) {
        builder.add("cadres", {{"disciplines", ListValue{{{{"decided", Date(2013, 1, 1)},
                                                           {"organisation_reviewed", organisation},
                                                           {"head_reviewed", head}}},
                                                         false}}});
    };
    add(true, true);
    add(true, false);
    add(true, Missing{});
    builder.add("cadres", {{"disciplines", ListValue{}}});
    const VerdictTable table = evaluate(hanoi(), builder.build(), end_of_2015);
    const VerdictColumn& column = table["disciplines_reviewed_completely"];
    EXPECT_EQ(column[0], Verdict::met);
    EXPECT_EQ(column[1], Verdict::not_met);
    EXPECT_EQ(column[2], Verdict::undetermined);
    EXPECT_EQ(column[3], Verdict::met);
}

/// Trainees with few people, so that unknown ones may coincide; and the two ways a completion may turn out.
TEST(Distinct, BoundsAreThoseOfEveryCompletion) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const int people = 6;
    for (int round = 0; round < 40; ++round) {
        std::vector<int> who;  // -1: missing
        std::vector<int> done;
        for (int i = 0; i < 4; ++i) {
            who.push_back(random() % 3 == 0 ? -1 : static_cast<int>(random() % 3));
            done.push_back(static_cast<int>(random() % 3) - 1);
        }
        std::int64_t least = people;
        std::int64_t greatest = 0;
        for (int code = 0; code < people * people * people * people * 16; ++code) {
            std::set<int> counted;
            int rest = code;
            for (std::size_t i = 0; i < who.size(); ++i) {
                const int person = who[i] >= 0 ? who[i] : rest % people;
                rest /= people;
                const bool completed = done[i] >= 0 ? done[i] == 1 : rest % 2 == 1;
                rest /= 2;
                if (completed) counted.insert(person);
            }
            least = std::min(least, static_cast<std::int64_t>(counted.size()));
            greatest = std::max(greatest, static_cast<std::int64_t>(counted.size()));
        }
        RosterBuilder builder;
        for (int i = 0; i < people; ++i) builder.add("cadres", {{"id", std::to_string(i)}});
        for (std::size_t i = 0; i < who.size(); ++i) {
            const Value cadre = who[i] < 0 ? Value(Missing{}) : Value(std::to_string(who[i]));
            const Value completed = done[i] < 0    ? Value(Missing{})
                                    : done[i] == 1 ? Value(Date(2013, 1, 1))
                                                   : Value(Date(2016, 1, 1));
            builder.add("trainees", {{"cadre", cadre}, {"completed", completed}});
        }
        EXPECT_EQ(judged(builder, "reserve_cadres_trained").bounds, (Bounds{Share{least, 1}, Share{greatest, 1}}));
    }
}

TEST(Trend, AgreesWithEveryPairOfNumbersWithinTheBounds) {
    const auto bounds_of = [](int a, int b) { return Bounds{Share{a, 1}, Share{b, 1}}; };
    for (const Trend trend : {Trend::not_increasing, Trend::not_decreasing}) {
        for (int code = 0; code < 256; ++code) {
            const int a = code % 4, b = code / 4 % 4, c = code / 16 % 4, d = code / 64;
            if (a > b || c > d) continue;
            std::set<bool> outcomes;
            for (int before = a; before <= b; ++before) {
                for (int now = c; now <= d; ++now) {
                    outcomes.insert(trend == Trend::not_increasing ? now <= before : now >= before);
                }
            }
            const Verdict expected = outcomes.size() == 2 ? Verdict::undetermined
                                     : *outcomes.begin()  ? Verdict::met
                                                          : Verdict::not_met;
            EXPECT_EQ(judge_trend(bounds_of(a, b), bounds_of(c, d), trend), expected) << code;
        }
    }
}

const IndicatorSeries& series_of(const std::vector<IndicatorSeries>& all, const std::string& id) {
    return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.indicator.id == id; });
}

TEST(Indicators, AreMeasuredEveryYear) {
    RosterBuilder builder;
    const auto add = [&](const Value& sex, const Value& birth) {
        builder.add("cadres", {{"managed_by", "city_standing_committee"}, {"sex", sex}, {"birth_date", birth}});
    };
    add("female", Date(1970, 1, 1));
    add("male", Date(1960, 1, 1));
    auto found = measure_indicators(hanoi(), builder.build(), end_of_2015);
    const IndicatorYear& mean = series_of(found, "managed_mean_age").years.at(4);
    EXPECT_EQ(mean.bounds.least, (Share{(45 + 55) * 12 + 22, 2}));
    EXPECT_EQ(series_of(found, "managed_women").years.at(0).bounds.least, (Share{1, 2}));
    EXPECT_TRUE(series_of(found, "managed_women").years.at(0).partial_year);
    EXPECT_TRUE(series_of(found, "planned_women").years.empty());

    add(Missing{}, Missing{});
    found = measure_indicators(hanoi(), builder.build(), {.as_of = Date(2014, 12, 31)});
    EXPECT_EQ(series_of(found, "managed_women").years.at(3).bounds, (Bounds{Share{1, 3}, Share{2, 3}}));
    EXPECT_EQ(series_of(found, "managed_women").years.at(4).undecided, Undecided::year_not_begun);
    EXPECT_FALSE(series_of(found, "managed_mean_age").years.at(3).bounds.least);
    EXPECT_TRUE(series_of(found, "managed_mean_age").years.at(3).of_known);
}

TEST(Deliverables, StandByOwnerAndYear) {
    const DeliveryTable table = delivery_table(hanoi(),
                                               {{"city_departments_report", 2012, day_number(Date(2012, 12, 20))},
                                                {"city_departments_report", 2013, day_number(Date(2014, 1, 2))},
                                                {"city_departments_report", 2014, std::nullopt}},
                                               Date(2015, 6, 30));
    EXPECT_EQ(table.years, (std::vector<int>{0, 2011, 2012, 2013, 2014, 2015}));
    const auto row = std::find_if(table.rows.begin(), table.rows.end(),
                                  [](const DeliveryRow& one) { return one.owner.en == "City departments"; });
    ASSERT_NE(row, table.rows.end());
    EXPECT_EQ(row->by_year.at(2011).at(0).state, DeliveryState::not_recorded);
    EXPECT_EQ(row->by_year.at(2012).at(0).state, DeliveryState::delivered);
    EXPECT_EQ(row->by_year.at(2013).at(0).state, DeliveryState::delivered_late);
    EXPECT_EQ(row->by_year.at(2014).at(0).state, DeliveryState::overdue);
    EXPECT_THROW(delivery_table(hanoi(), {{"city_departments_reprt", 2012, {}}}, Date(2015, 6, 30)), Error);
}

}  // namespace
}  // namespace cadre

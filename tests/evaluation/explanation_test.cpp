#include <cadre/error.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

const EvaluationOptions end_of_2015{.as_of = Date(2015, 12, 31)};

const char* const pack_text = R"toml(
[pack]
id = "example"
title = { vi = "Ví dụ", en = "Example" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }

[[parameter]]
id = "age_limit"
values = [ { from = 2003-02-19, to = 2020-12-01, value = '@"P55Y"', cite = "art. 6" } ]

[[parameter]]
id = "key_titles"
cite = "II.1.4"
mark = "summary"
value = [ "party_secretary", "committee_chair" ]

[[attribute]]
table = "cadres"
id = "proceedings"
type = "boolean"
sensitive = true

[[definition]]
id = "postgraduate"
title = { vi = "Trình độ sau đại học", en = "Post-graduate level" }
is = 'degree >= "master" or specialist_training >= "specialist_1"'

[[definition]]
id = "age"
title = { vi = "Tuổi", en = "Age" }
is = 'years and months duration(birth_date, as_of)'

[[criterion]]
id = "postgraduate_holder"
title = { vi = "Có trình độ sau đại học", en = "Holds a post-graduate degree" }
cite = "II.1.4"
mark = "summary"
when = 'postgraduate'

[[criterion]]
id = "good_record"
title = { vi = "Được đánh giá tốt", en = "Has a good record" }
cite = "III.1.2.2"
when = 'count(appraisals[year >= 2013 and rating >= "good"]) >= 2'

[[criterion]]
id = "no_discipline"
title = { vi = "Không bị kỷ luật", en = "No discipline" }
cite = "III.1.2.2"
when = 'every d in disciplines satisfies d.decided < as_of - @"P1Y"'

[[criterion]]
id = "in_age"
title = { vi = "Còn trong độ tuổi", en = "Within the age" }
cite = "III.1.2.2"
when = 'age < age_limit and not(unit.kind in ("ward", "township")) and postgraduate_holder'

[[criterion]]
id = "expired"
title = { vi = "Hết hiệu lực", en = "Expired" }
cite = "III.1.2.2"
from = 2011-08-18
to = 2012-01-01
when = 'party_member'

[[criterion]]
id = "key_cadre"
title = { vi = "Là cán bộ chủ chốt", en = "Is a key cadre" }
cite = "II.1.4"
when = 'some a in appointments[from <= as_of and to > as_of] satisfies a.title in key_titles and a.unit.kind = "ward"'

[[criterion]]
id = "no_deferral"
title = { vi = "Không bị hoãn", en = "No deferral" }
cite = "III.1.2.2"
when = 'not(proceedings)'
reads_sensitive = ["cadres.proceedings"]

[[criterion]]
id = "case_by_case"
title = { vi = "Theo trường hợp", en = "By case" }
cite = "III.1.2.2"
when = 'if party_member then political_theory in ("advanced", "bachelor") else not(party_member)'
)toml";

const Pack& example() {
    static const Pack pack = parse_pack(pack_text, "example.toml");
    return pack;
}

Record appraisal(int year, const Value& rating) {
    return {{"year", year}, {"rating", rating}};
}

Roster small_roster() {
    RosterBuilder builder(example().schema());
    builder.add("units", {{"id", "u1"}, {"kind", "ward"}});
    builder.add("units", {{"id", "u2"}});
    builder.add(
        "cadres",
        {{"id", "secret-key"},
         {"degree", "bachelor"},
         {"birth_date", Date(1965, 2, 1)},
         {"unit", "u2"},
         {"party_member", true},
         {"proceedings", true},
         {"appointments",
          ListValue{{{{"unit", "u1"}, {"title", "party_secretary"}, {"from", Date(2010, 5, 1)}, {"to", Ongoing{}}}},
                    false}},
         {"political_theory", "bachelor"},
         {"disciplines", ListValue{{{{"decided", Date(2015, 6, 1)}, {"form", "warning"}}}, false}},
         {"appraisals", ListValue{{appraisal(2012, "good"), appraisal(2013, "completed"), appraisal(2014, "excellent"),
                                   appraisal(2015, Missing{})},
                                  false}}});
    builder.add("cadres", {{"degree", "doctorate"}, {"specialist_training", "none"}});
    return builder.build();
}

std::string text(const char* criterion, std::size_t row, Language language) {
    return explain(example(), criterion, small_roster(), row, end_of_2015).to_text(language);
}

TEST(Explanation, ShowsSeenAndNeededValuesInBothLanguages) {
    const std::string en = text("postgraduate_holder", 0, Language::en);
    EXPECT_THAT(en, HasSubstr("Holds a post-graduate degree\nTable cadres, row 0 (counted from 0), judged as of "
                              "2015-12-31, by the law of 2015-12-31\nVerdict: undetermined\n"));
    EXPECT_THAT(en, HasSubstr("✗ degree: bachelor's degree (needed: at least master's degree)\n"));
    EXPECT_THAT(en, HasSubstr("? medical specialist training: not known (needed: at least specialist, level I)\n"));
    EXPECT_THAT(en, HasSubstr("missing: medical specialist training (cadres.specialist_training, row 0)\n"));

    const std::string vi = text("postgraduate_holder", 0, Language::vi);
    EXPECT_THAT(vi, HasSubstr("ngày xét 31/12/2015"));
    EXPECT_THAT(vi, HasSubstr("Kết luận: chưa xác định"));
    EXPECT_THAT(vi, HasSubstr("✗ trình độ chuyên môn: đại học (cần: từ thạc sĩ trở lên)\n"));
    EXPECT_THAT(vi, HasSubstr("? đào tạo chuyên khoa ngành y tế: chưa có dữ liệu"));
}

TEST(Explanation, NamesTheClauseAndItsMark) {
    EXPECT_THAT(text("postgraduate_holder", 1, Language::en),
                HasSubstr("✓ Holds a post-graduate degree [01-CTr/TU, II.1.4; from a summary"));
    EXPECT_THAT(text("good_record", 0, Language::en), HasSubstr("? Has a good record [01-CTr/TU, III.1.2.2]"));
}

TEST(Explanation, ListsTheMembersThatDecideOrAreOpen) {
    const Explanation found = explain(example(), "good_record", small_roster(), 0, end_of_2015);
    const ExplanationNode& count = found.root.children.at(0);
    ASSERT_EQ(count.children.size(), 2U);
    EXPECT_EQ(count.unlisted, 2);
    EXPECT_EQ(count.seen->en, "from 1 to 2");
    EXPECT_EQ(count.children[0].verdict, Verdict::met);
    EXPECT_EQ(count.children[0].label.en, "item 3 of appraisals");
    EXPECT_EQ(count.children[0].seen->en, "year 2014; rating tasks completed excellently");
    EXPECT_EQ(count.children[1].verdict, Verdict::undetermined);
    ASSERT_EQ(count.children[1].missing.size(), 1U);
    EXPECT_EQ(count.children[1].missing[0].table, "cadres.appraisals");
    EXPECT_EQ(count.children[1].missing[0].row, 3);
    EXPECT_EQ(count.children[1].missing[0].attribute, "rating");
}

TEST(Explanation, OfQuantifiersNamesTheViolation) {
    const std::string en = text("no_discipline", 0, Language::en);
    EXPECT_THAT(en, HasSubstr("✗ item 1 of disciplines: date of decision 2015-06-01\n"));
    EXPECT_THAT(en, HasSubstr("before 2014-12-31"));
    EXPECT_THAT(text("no_discipline", 1, Language::en), HasSubstr("missing: disciplines (cadres.disciplines, row 1)"));
}

TEST(Explanation, OfQuantifiersListsOneMemberWhereOneDecides) {
    RosterBuilder builder(example().schema());
    const auto decided = [](int year) { return Record{{"decided", Date(static_cast<unsigned short>(year), 6, 1)}}; };
    builder.add("cadres", {{"disciplines", ListValue{{decided(2015), decided(2010), decided(2014), decided(2015)}}}});
    const Explanation found = explain(example(), "no_discipline", builder.build(), 0, end_of_2015);
    ASSERT_EQ(found.root.children.at(0).children.size(), 1U);
    EXPECT_EQ(found.root.children.at(0).unlisted, 3);
}

TEST(Explanation, TellsHowFarTheValueIsFromTheNeed) {
    RosterBuilder builder(example().schema());
    builder.add("cadres", {{"birth_date", Date(1960, 9, 10)},
                           {"appraisals", ListValue{{appraisal(2013, "good"), appraisal(2014, "completed")}}}});
    const Roster roster = builder.build();
    const auto gap = [&](const char* condition, Language language) {
        const std::string pack = std::string(pack_text) + "[[criterion]]\nid = \"asked\"\ncite = \"1\"\n" +
                                 "title = { vi = \"a\", en = \"a\" }\nwhen = '" + condition + "'\n";
        const Explanation found =
            explain(parse_pack(pack, "p.toml"), "asked", roster, 0, {.as_of = Date(2015, 12, 31)});
        const auto& told = found.root.children.at(0).gap;
        return told ? told->in(language) : "";
    };
    EXPECT_EQ(gap("age <= @\"P54Y\"", Language::en), "over by 1 year 3 months");
    EXPECT_EQ(gap("age < @\"P54Y\"", Language::en), "over by 1 year 4 months");
    EXPECT_EQ(gap("@\"P55Y7M\" <= age", Language::vi), "còn thiếu 4 tháng");
    EXPECT_EQ(gap("count(appraisals[rating >= \"good\"]) >= 3", Language::en), "short by 2");
    EXPECT_EQ(gap("birth_date >= @\"1960-11-10\"", Language::en), "2 months too early");
    EXPECT_EQ(gap("birth_date < @\"1960-09-10\"", Language::vi), "muộn hơn 1 ngày");
    EXPECT_EQ(gap("age >= @\"P50Y\"", Language::en), "") << "it is met";
    EXPECT_EQ(gap("degree >= \"master\"", Language::en), "") << "it is not known";
}

TEST(Explanation, ForTheUnitShowsNoValues) {
    const Explanation found = explain(example(), "in_age", small_roster(), 0, end_of_2015, Audience::unit);
    const std::string en = found.to_text(Language::en);
    EXPECT_THAT(en, HasSubstr("✓ age (needed: less than 55 years"));
    EXPECT_THAT(en, HasSubstr("missing: kind of unit (units.kind, row 1)\n"));
    EXPECT_THAT(en, Not(HasSubstr("1965")));
    EXPECT_THAT(en, Not(HasSubstr("50 years")));
    EXPECT_EQ(found.verdict(), Verdict::undetermined);
}

TEST(Explanation, ForTheDepartmentShowsSensitiveAttributes) {
    const auto shown = [](Audience audience) {
        return explain(example(), "no_deferral", small_roster(), 0, end_of_2015, audience).to_text(Language::en);
    };
    EXPECT_THAT(shown(Audience::subject), HasSubstr("a condition on protected data (not shown)"));
    EXPECT_THAT(shown(Audience::unit), HasSubstr("a condition on protected data (not shown)"));
    EXPECT_THAT(shown(Audience::department), HasSubstr("proceedings: yes (needed: no)"));
}

TEST(Explanation, OpensDefinitionsAndCriteriaByName) {
    const std::string en = text("in_age", 0, Language::en);
    EXPECT_THAT(en,
                HasSubstr("✓ age: 50 years 10 months (needed: less than 55 years (age_limit)) [01-CTr/TU, art. 6]\n"));
    EXPECT_THAT(en, HasSubstr("from: date of birth: 1965-02-01\n"));
    EXPECT_THAT(en, HasSubstr("? the following must not hold\n"));
    EXPECT_THAT(en, HasSubstr("kind of unit of unit: not known (needed: one of: "));
    EXPECT_THAT(en, HasSubstr("missing: kind of unit (units.kind, row 1)\n"));
    EXPECT_THAT(en, HasSubstr("? Holds a post-graduate degree ["));
}

TEST(Explanation, NamesTheCodesOfParameters) {
    const std::string en = text("key_cadre", 0, Language::en);
    EXPECT_THAT(en, HasSubstr("one of: Party secretary, Chair of the "));
    EXPECT_THAT(en, HasSubstr("(key_titles)"));
    EXPECT_THAT(en, HasSubstr("✓ item 1 of appointments: "));
}

TEST(Explanation, DoesNotShowSensitiveValues) {
    const Explanation found = explain(example(), "no_deferral", small_roster(), 0, end_of_2015);
    EXPECT_EQ(found.verdict(), Verdict::not_met);
    EXPECT_THAT(found.to_text("en"), HasSubstr("✗ a condition on protected data (not shown)\n"));
    EXPECT_THAT(found.to_text("en"), Not(HasSubstr("proceedings")));
}

TEST(Explanation, TellsLevelsOfOneRankApart) {
    EXPECT_THAT(text("case_by_case", 0, Language::vi), HasSubstr("✓ trình độ lý luận chính trị: cử nhân ("));
}

TEST(Explanation, OfConditionalsShowsTheBranchThatApplies) {
    const Explanation member = explain(example(), "case_by_case", small_roster(), 0, end_of_2015);
    EXPECT_EQ(member.root.children.at(0).children.size(), 2U);
    const Explanation unknown = explain(example(), "case_by_case", small_roster(), 1, end_of_2015);
    EXPECT_EQ(unknown.root.children.at(0).children.size(), 3U);
}

TEST(Explanation, SaysWhenACriterionIsNotInForce) {
    const Explanation found = explain(example(), "expired", small_roster(), 0, end_of_2015);
    EXPECT_EQ(found.verdict(), Verdict::undetermined);
    EXPECT_TRUE(found.root.children.empty());
    ASSERT_EQ(found.root.reasons.size(), 1U);
    EXPECT_EQ(found.root.reasons[0].en, "the criterion is not in force on that day");
}

TEST(Explanation, NotesASnapshotOfAnotherDay) {
    RosterBuilder builder(example().schema());
    builder.add("cadres", {});
    builder.set_snapshot(day_number(Date(2016, 3, 1)));
    const Roster roster = builder.build();
    const auto of = [&](Date as_of) {
        return explain(example(), "postgraduate_holder", roster, 0, {.as_of = as_of}).to_text("vi");
    };
    EXPECT_THAT(of(Date(2015, 12, 31)), HasSubstr("ngày 01/03/2016, sau ngày xét"));
    EXPECT_THAT(of(Date(2016, 12, 31)), HasSubstr("ngày 01/03/2016, trước ngày xét"));
    EXPECT_THAT(of(Date(2016, 3, 1)), Not(HasSubstr("Lưu ý")));
}

TEST(Explanation, NamesNoPerson) {
    for (const Criterion& criterion : example().criteria()) {
        for (const Language language : {Language::vi, Language::en}) {
            EXPECT_THAT(text(criterion.id.c_str(), 0, language), Not(HasSubstr("secret-key")));
        }
    }
}

TEST(Explanation, RefusesWhatIsNotThere) {
    const auto code_of = [](auto&& action) {
        try {
            action();
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::limit_exceeded;
    };
    const Roster roster = small_roster();
    EXPECT_EQ(code_of([&] { explain(example(), "postgraduate_holdr", roster, 0, end_of_2015); }), ErrorCode::not_found);
    EXPECT_EQ(code_of([&] { explain(example(), "good_record", roster, 2, end_of_2015); }), ErrorCode::not_found);
    EXPECT_EQ(code_of([&] { explain(example(), "good_record", roster, 0, {}); }), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of([&] { explain(example(), "good_record", roster, 0, end_of_2015).to_text("fr"); }),
              ErrorCode::invalid_argument);
}

/// A roster with random cells, many missing.
Roster random_roster(std::mt19937& random) {
    RosterBuilder builder(example().schema());
    const auto pick = [&](std::vector<Value> values) {
        values.emplace_back(Missing{});
        return values[random() % values.size()];
    };
    for (int i = 0; i < 3; ++i) {
        builder.add("units", {{"id", "u" + std::to_string(i)}, {"kind", pick({"ward", "rural_commune"})}});
    }
    const auto ratings = [&]() -> Value {
        ListValue list;
        list.open = random() % 3 == 0;
        for (auto n = random() % 16; n > 0; --n) {
            list.records.push_back({{"year", pick({2012, 2013, 2014})}, {"rating", pick({"good", "completed"})}});
        }
        return random() % 5 == 0 ? Value(Missing{}) : Value(std::move(list));
    };
    for (int i = 0; i < 20; ++i) {
        builder.add("cadres", {{"degree", pick({"bachelor", "master"})},
                               {"specialist_training", pick({"none", "specialist_2"})},
                               {"birth_date", pick({Date(1955, 1, 1), Date(1980, 1, 1)})},
                               {"party_member", pick({true, false})},
                               {"political_theory", pick({"advanced", "intermediate"})},
                               {"unit", pick({"u0", "u1", "u2"})},
                               {"disciplines", pick({ListValue{}, ListValue{{{{"decided", Date(2014, 1, 1)}}}, true}})},
                               {"appraisals", ratings()}});
    }
    return builder.build();
}

/// Every undetermined condition names fields or a reason, below it at the latest.
bool is_accounted_for(const ExplanationNode& node) {
    if (node.verdict != Verdict::undetermined || !node.missing.empty() || !node.reasons.empty()) return true;
    return std::any_of(node.children.begin(), node.children.end(), [](const ExplanationNode& child) {
        return child.verdict == Verdict::undetermined && is_accounted_for(child);
    });
}

TEST(Explanation, AgreesWithTheEvaluatorOnRandomRosters) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 100; ++round) {
        const Roster roster = random_roster(random);
        const VerdictTable verdicts = evaluate(example(), roster, end_of_2015);
        for (const Criterion& criterion : example().criteria()) {
            for (std::size_t row = 0; row < roster.size(); ++row) {
                const Explanation found = explain(example(), criterion.id, roster, row, end_of_2015);
                ASSERT_EQ(found.verdict(), verdicts[criterion.id][row]) << criterion.id << ", row " << row;
                EXPECT_TRUE(is_accounted_for(found.root)) << found.to_text(Language::en);
            }
        }
    }
}

}  // namespace
}  // namespace cadre

// Facts without a date of their own before the roster's snapshot (language.md, section 3).

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cadre {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date snapshot(2015, 12, 31);

Roster roster_of(bool dated) {
    RosterBuilder builder;
    builder.add("units", {{"id", "u1"},
                          {"kind", "ward"},
                          {"from", Date(1994, 1, 1)},
                          {"fields", ListValue{{{{"item", "land"}}}, false}}});
    builder.add("cadres", {{"degree", "master"},
                           {"sex", "female"},
                           {"party_member", true},
                           {"party_admission_date", Date(2005, 5, 1)},
                           {"unit", "u1"},
                           {"appointments", ListValue{{{{"title", "committee_chair"}, {"unit", "u1"}}}, false}},
                           {"disciplines", ListValue{}}});
    if (dated) builder.set_snapshot(day_number(snapshot));
    return builder.build();
}

Verdict verdict(const std::string& condition, const Roster& roster, const EvaluationOptions& options) {
    const auto schema = load_vocabulary();
    const int table = *schema->find_table("cadres");
    const ExpressionPtr checked = parse_expression(condition, *schema, table);
    const Verdict slow = judge(*checked, *schema, roster, 0, options);
    const Verdict fast = evaluate(compile({{"q", table, checked}}, schema), roster, options)["q"][0];
    EXPECT_EQ(slow, fast) << condition;
    return fast;
}

Verdict the_day_before(const std::string& condition) {
    return verdict(condition, roster_of(true), {.as_of = Date(2015, 12, 30), .strict_snapshot = true});
}

TEST(StrictSnapshot, ForgetsWhatHasNoDateOfItsOwn) {
    EXPECT_EQ(the_day_before(R"(degree = "master")"), Verdict::undetermined);
    EXPECT_EQ(the_day_before("party_member"), Verdict::undetermined);
    EXPECT_EQ(the_day_before(R"(unit.kind = "ward")"), Verdict::undetermined);
    EXPECT_EQ(the_day_before(R"(some a in appointments satisfies a.unit.kind = "ward")"), Verdict::undetermined);
    EXPECT_EQ(the_day_before(R"(some a in appointments satisfies list contains(a.unit.fields, "land"))"),
              Verdict::undetermined);
}

TEST(StrictSnapshot, KeepsDatesListsOfRecordsAndTimelessFacts) {
    EXPECT_EQ(the_day_before(R"(sex = "female")"), Verdict::met);
    EXPECT_EQ(the_day_before(R"(party_admission_date < @"2006-01-01")"), Verdict::met);
    EXPECT_EQ(the_day_before("count(disciplines) = 0"), Verdict::met);
    EXPECT_EQ(the_day_before(R"(some a in appointments satisfies a.title = "committee_chair")"), Verdict::met);
    EXPECT_EQ(the_day_before(R"(some a in appointments satisfies a.unit.from < @"2000-01-01")"), Verdict::met);
}

TEST(StrictSnapshot, AppliesOnlyWhenAskedForAndBeforeTheSnapshot) {
    const auto of = [](const Roster& roster, Date as_of, bool strict) {
        return verdict(R"(degree = "master")", roster, {.as_of = as_of, .strict_snapshot = strict});
    };
    EXPECT_EQ(of(roster_of(true), Date(2015, 12, 30), false), Verdict::met);
    EXPECT_EQ(of(roster_of(true), snapshot, true), Verdict::met);
    EXPECT_EQ(of(roster_of(true), Date(2016, 1, 1), true), Verdict::met);
    EXPECT_EQ(of(roster_of(false), Date(2000, 1, 1), true), Verdict::met);
}

const Pack& pack() {
    static const Pack parsed = parse_pack(R"toml(
[pack]
id = "facts"
title = { vi = "Dữ kiện", en = "Facts" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }

[[criterion]]
id = "postgraduate_woman"
title = { vi = "Nữ có trình độ sau đại học", en = "Woman with a post-graduate degree" }
cite = "II.1.4"
when = 'sex = "female" and degree >= "master"'
)toml",
                                          "facts.toml");
    return parsed;
}

TEST(StrictSnapshot, IsNamedAsTheReason) {
    const EvaluationOptions strict{.as_of = Date(2014, 12, 31), .strict_snapshot = true};
    const Explanation found = explain(pack(), "postgraduate_woman", roster_of(true), 0, strict);
    EXPECT_EQ(found.verdict(), Verdict::undetermined);
    EXPECT_THAT(found.to_text(Language::en), HasSubstr("reason: undated facts are those of a later day"));
    EXPECT_THAT(found.to_text(Language::en), HasSubstr("Note: undated facts are those of 2015-12-31, after"));
    EXPECT_THAT(found.to_text(Language::en), Not(HasSubstr("missing:"))) << "the file has the degree";
    EXPECT_THAT(found.to_text(Language::vi), HasSubstr("lý do: dữ liệu không ghi ngày"));
    const Explanation facts = explain(pack(), "postgraduate_woman", roster_of(true), 0, {.as_of = Date(2014, 12, 31)});
    EXPECT_EQ(facts.verdict(), Verdict::met);
    EXPECT_THAT(facts.to_text(Language::en), HasSubstr("Note: undated facts are those of 2015-12-31, after"));
}

}  // namespace
}  // namespace cadre

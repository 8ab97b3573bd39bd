#include "criteria/expressions.hpp"

#include <vector>

namespace cadre {
namespace {

using test::canonical;
using test::parsed;
using test::small_schema;

void expect_canonical(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) EXPECT_EQ(canonical(text), text);
}

TEST(Expression, LiteralsOfEveryKind) {
    expect_canonical({"1 = 2", "1.5 < 2", "true", "note = \"a \\\"b\\\" \\\\\"", "born = @\"1980-02-29\"",
                      "service = @\"P3Y6M\"", "leave > @\"P30D\"", "service >= @\"-P1M\"", "salary > 1e+30",
                      "children = -9223372036854775808"});
    EXPECT_EQ(canonical("born = date(\"1980-02-29\")"), "born = @\"1980-02-29\"");
    EXPECT_EQ(canonical("service = duration(\"P18M\")"), "service = @\"P1Y6M\"");
    EXPECT_EQ(canonical("salary > .5"), "salary > 0.5");
    EXPECT_EQ(canonical("note = \"\\u1EA1\\t\\U01F600\""), "note = \"ạ\\u0009😀\"");
}

TEST(Expression, TextLiteralsAreStoredComposed) {
    const ExpressionPtr test = parsed("note = \"a\xCC\xA3\"");  // a + combining dot below
    EXPECT_EQ(std::get<std::string>(test->children[1]->constant), "ạ");
}

TEST(Expression, ArithmeticKeepsTheOrderOfOperations) {
    expect_canonical({"children + 1 * 2 = 3", "(children + 1) * 2 = 3", "children - (1 - 2) = 0", "-children < 0",
                      "-(children + 1) < 0", "children - -1 = 0", "salary / 2 > 1"});
    EXPECT_EQ(canonical("((children)+(1))*2=3"), "(children + 1) * 2 = 3");
    EXPECT_EQ(canonical("(children - 1) - 2 = 0"), "children - 1 - 2 = 0");
}

TEST(Expression, IntegersBecomeDecimalsWhereTheyMeetThem) {
    const ExpressionPtr test = parsed("salary > children");
    EXPECT_EQ(test->children[1]->operation, Operation::to_decimal);
    EXPECT_EQ(test->children[1]->type.kind, TypeKind::decimal);
    EXPECT_EQ(parsed("children / 2")->type.kind, TypeKind::decimal);
    EXPECT_EQ(parsed("children / 2")->children[0]->operation, Operation::to_decimal);
    EXPECT_EQ(parsed("children * 2")->type.kind, TypeKind::integer);
}

TEST(Expression, DatesAndDurations) {
    expect_canonical({"born + @\"P35Y\" <= as_of", "as_of - @\"P30D\" > born", "as_of - born > @\"P30D\"",
                      "service + @\"P1Y\" - @\"P1M\" > -service", "service * 2 > @\"P4Y\"", "abs(leave) > @\"P1D\"",
                      "born.year = 1980", "years and months duration(born, as_of) >= @\"P35Y\"",
                      "date(born.year, 12, 31) > as_of"});
    EXPECT_EQ(parsed("as_of - born")->type.kind, TypeKind::days);
    EXPECT_EQ(parsed("born + @\"P1Y\"")->type.kind, TypeKind::date);
    EXPECT_EQ(parsed("years and months duration(born, as_of)")->type.kind, TypeKind::months);
}

TEST(Expression, ArgumentsMayBeNamed) {
    EXPECT_EQ(canonical("modulo(divisor: 2, dividend: children) = 1"), "modulo(children, 2) = 1");
    EXPECT_EQ(canonical("date(day: 1, month: 2, year: children) = born"), "date(children, 2, 1) = born");
    EXPECT_EQ(canonical("count(list: scores) = 1"), "count(scores) = 1");
}

TEST(Expression, NumbersOfAPlainFunctionAreOfOneKind) {
    EXPECT_EQ(parsed("modulo(children, 2)")->type.kind, TypeKind::integer);
    EXPECT_EQ(parsed("modulo(children, 2.5)")->children[0]->operation, Operation::to_decimal);
}

TEST(Expression, RelationsOfRangesAreComparisonsOfTheirEnds) {
    EXPECT_EQ(canonical("before(children, [1..3])"), "children < 1");
    EXPECT_EQ(canonical("before(children, (1..3])"), "children <= 1");
    EXPECT_EQ(canonical("after([1..3), children)"), "children < 1");
    EXPECT_EQ(canonical("during(born, [@\"2000-01-01\"..as_of))"), "@\"2000-01-01\" <= born and born < as_of");
    EXPECT_EQ(canonical("meets([1..children), [3..4])"), "false");
    EXPECT_EQ(canonical("meets([1..children], [3..4])"), "children = 3");
    EXPECT_EQ(canonical("coincides(children, 2)"), "children = 2");
}

TEST(Expression, ListsOfRangesAndOfListsAfterIn) {
    EXPECT_EQ(canonical("children in [[1..3], (5..7)]"), "children in ([1..3], (5..7))");
    EXPECT_EQ(canonical("scores in [[1], [1, 2]]"), "scores in ([1], [1, 2])");
}

TEST(Expression, CommentsAreWhiteSpace) {
    EXPECT_EQ(canonical("children // how many\n + /* of them */ 1 = 2 // end"), "children + 1 = 2");
}

TEST(Expression, SurrogatePairsAreOneCharacter) {
    EXPECT_EQ(canonical("note = \"\\uD83D\\uDE00\""), "note = \"😀\"");
}

TEST(Expression, DurationsTimesAndDividedByNumbers) {
    expect_canonical({"service * 1.5 > @\"P1Y\"", "service / 2 > @\"P1Y\"", "leave / 2 > @\"P1D\"",
                      "service / @\"P1Y\" > 2", "leave / @\"P7D\" > 2"});
    EXPECT_EQ(parsed("service / @\"P1Y\"")->type.kind, TypeKind::decimal);
    EXPECT_EQ(parsed("service / 2")->type.kind, TypeKind::months);
}

TEST(Expression, PartsOfDatesAndDurations) {
    expect_canonical({"born.weekday = 1", "service.years = 3", "service.months = 3", "leave.days = 3"});
    EXPECT_EQ(parsed("posts.from.year")->type, Type::list_of({TypeKind::integer}));
}

TEST(Expression, DateAndDurationComeFirstWhateverTheOrder) {
    EXPECT_EQ(canonical("@\"P1Y\" + born < as_of"), "born + @\"P1Y\" < as_of");
    EXPECT_EQ(canonical("2 * service < @\"P1Y\""), "service * 2 < @\"P1Y\"");
}

TEST(Expression, FunctionNamesMayBreakAcrossLines) {
    EXPECT_EQ(canonical("years  and\n months\tduration (born, as_of) > @\"P1Y\""),
              "years and months duration(born, as_of) > @\"P1Y\"");
}

TEST(Expression, LevelsAreReadFromTheScaleThatTheyMeet) {
    const ExpressionPtr test = parsed("degree >= \"master\"");
    EXPECT_EQ(test->children[1]->type, test->children[0]->type);
    EXPECT_EQ(std::get<std::int64_t>(test->children[1]->constant), 2);
    expect_canonical({"\"master\" <= degree", "degree in (\"bachelor\", \"master\")", "degree = \"none\"",
                      "degree between \"bachelor\" and \"doctorate\"", "\"bachelor\" in [degree..\"doctorate\"]",
                      "(if member then \"master\" else \"bachelor\") = degree", "ratings.level = [\"good\", \"weak\"]",
                      "list contains(ratings.level, \"good\")", "sex = \"female\"", "unit.kind in \"ward\""});
}

TEST(Expression, NoneIsAFactOfAttributesThatAllowIt) {
    const ExpressionPtr test = parsed("admitted != none");
    EXPECT_EQ(test->children[1]->operation, Operation::none);
    EXPECT_EQ(test->children[1]->type.kind, TypeKind::date);
    EXPECT_EQ(canonical("none = admitted"), "admitted = none");
}

TEST(Expression, LogicIsFlatAndBindsAsUsual) {
    EXPECT_EQ(parsed("member and member and (member and true)")->children.size(), 4U);
    EXPECT_EQ(parsed("member or (member or true)")->children.size(), 3U);
    expect_canonical({"member and (member or true)", "member and true or member", "not(member) = true",
                      "not(member or true)", "if member then 1 = 1 else not(member)",
                      "(if member then 1 else 2) + 1 = 2"});
}

TEST(Expression, BetweenAndIn) {
    expect_canonical({"children between 1 and 2 + 1", "children in [1..5]", "children in (1..5]", "children in [1..5)",
                      "children in (1..5)", "children in (1, < 5, >= 10, != 3, [20..30])", "children in scores",
                      "born in [@\"1980-01-01\"..as_of)", "note in (\"a\", \"b\")"});
    EXPECT_EQ(canonical("children in ]1..5["), "children in (1..5)");
    EXPECT_EQ(canonical("children in ]1..scores[1][ and member"), "children in (1..scores[1]) and member");
    EXPECT_EQ(canonical("children in [1, 2]"), "children in (1, 2)");
    EXPECT_EQ(canonical("children in (= 3)"), "children in 3");
    EXPECT_EQ(canonical("children in <= 5 or member"), "children in <= 5 or member");
    EXPECT_EQ(canonical("children in ((1 + 2) * 3..10]"), "children in ((1 + 2) * 3..10]");
}

TEST(Expression, TestsOfInShareTheValue) {
    const ExpressionPtr test = parsed("children + 1 in (1, < 5, (7..9])");
    ASSERT_EQ(test->children.size(), 4U);
    const ExpressionPtr& value = test->children[0];
    EXPECT_EQ(test->children[1]->operation, Operation::equal);
    EXPECT_EQ(test->children[1]->children[0], value);
    EXPECT_EQ(test->children[2]->operation, Operation::less);
    EXPECT_EQ(test->children[2]->children[0], value);
    EXPECT_EQ(test->children[3]->operation, Operation::conjunction);
    EXPECT_EQ(test->children[3]->children[1]->children[0], value);
    const ExpressionPtr literal = parsed("\"master\" in (degree, \"doctorate\")");
    EXPECT_EQ(literal->children[0], literal->children[1]->children[0]);
    EXPECT_EQ(literal->children[0], literal->children[2]->children[0]);
}

TEST(Expression, PathsThroughRecordsAndReferences) {
    expect_canonical({"unit.kind = \"ward\"", "unit.parent.parent.kind = \"ward\"", "posts[-1].unit.kind = \"ward\"",
                      "unit.parent = unit", "posts[1].from.year = 2010"});
    const ExpressionPtr kind = parsed("posts[-1].unit.kind");
    EXPECT_EQ(kind->children[0]->type.kind, TypeKind::reference);
    EXPECT_EQ(kind->children[0]->children[0]->type.kind, TypeKind::record);
}

TEST(Expression, ProjectionKeepsTheList) {
    expect_canonical({"posts.unit.kind = [\"ward\"]", "posts.from.year = [2010, 2011]", "ratings.level = []",
                      "count(posts.unit) = 1"});
    const ExpressionPtr kinds = parsed("posts.unit.kind");
    EXPECT_EQ(kinds->operation, Operation::project);
    EXPECT_EQ(kinds->type.element->kind, TypeKind::text);
    EXPECT_EQ(kinds->children[0]->operation, Operation::project);
}

TEST(Expression, BracketsFilterByConditionAndPickByPosition) {
    EXPECT_EQ(parsed("ratings[year >= 2013]")->operation, Operation::filter);
    EXPECT_EQ(parsed("ratings[children]")->operation, Operation::index);
    EXPECT_EQ(parsed("posts[primary]")->operation, Operation::filter);
    expect_canonical({"count(ratings[year >= 2013 and level = \"good\"]) >= 3", "count(scores[item > 3]) > 1",
                      "ratings[year > 2010][1].level = \"good\"", "count(posts[item.unit = item.unit.parent]) > 0",
                      "count(posts.unit[kind = \"ward\"]) = 1",
                      "count(posts[primary][item.unit.kind = \"ward\"]) > 0"});
}

TEST(Expression, NestedFiltersSeeTheItemsAround) {
    const std::string text = "count(posts[count(ratings[year = from.year]) > 0]) > 0";
    EXPECT_EQ(canonical(text), text);
    const ExpressionPtr outer = parsed("posts[count(ratings[year = from.year]) > 0]");
    EXPECT_EQ(outer->slot, 1);
    const Expression& inner = *outer->children[1]->children[0]->children[0];
    EXPECT_EQ(inner.slot, 2);
    const Expression& from = *inner.children[1]->children[1]->children[0];
    EXPECT_EQ(from.children[0]->slot, 1);
}

TEST(Expression, QuantifiersBindVariables) {
    expect_canonical({"some r in ratings satisfies r.level = \"good\"", "every s in scores satisfies s > 3",
                      "(some s in scores satisfies s > 3) and member"});
    EXPECT_EQ(canonical("some r in ratings, p in posts satisfies p.from.year = r.year"),
              "some r in ratings satisfies some p in posts satisfies p.from.year = r.year");
    EXPECT_EQ(parsed("some r in ratings satisfies true")->slot, 1);
    EXPECT_EQ(parsed("member and some r in ratings satisfies r.year > 1")->operation, Operation::conjunction);
}

TEST(Expression, Aggregates) {
    expect_canonical({"sum(scores) > 3", "max(ratings.year) = 2015", "min(born, as_of) < as_of", "max(1, 2.5) > salary",
                      "min([1]) = 1", "max(ratings.level) = \"good\"", "count(posts) = 0"});
    EXPECT_EQ(canonical("min([born, as_of]) < as_of"), "min(born, as_of) < as_of");
    EXPECT_EQ(parsed("max(ratings.level)")->type.kind, TypeKind::level);
    EXPECT_EQ(parsed("count(posts)")->type.kind, TypeKind::integer);
    EXPECT_EQ(parsed("sum(1, 2.5)")->type.kind, TypeKind::decimal);
}

TEST(Expression, TextFunctions) {
    expect_canonical({"contains(note, \"a\")", "starts with(note, \"Hà\")", "contains(sex, \"fem\")", "note < \"b\""});
}

TEST(Expression, NoBreakSpacesAreSpaces) {
    EXPECT_EQ(canonical("children\xC2\xA0=\xC2\xA0"
                        "1"),
              "children = 1");
}

TEST(Expression, NodesKnowWhereTheyStart) {
    const ExpressionPtr both = parsed("member and (children + 1) * 2 > 3");
    EXPECT_EQ(both->offset, 0U);
    EXPECT_EQ(both->children[1]->offset, 11U);
    EXPECT_EQ(both->children[1]->children[1]->offset, 32U);
}

TEST(Expression, JudgesAnyTable) {
    const int units = *small_schema().find_table("units");
    EXPECT_EQ(to_text(*parse_expression("kind = \"ward\"", small_schema(), units), small_schema()), "kind = \"ward\"");
    EXPECT_THROW(parse_expression("true", small_schema(), 99), Error);
}

}  // namespace
}  // namespace cadre

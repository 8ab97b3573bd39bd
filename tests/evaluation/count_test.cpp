// Tests of the size of filtered lists, around the sizes at which the columnar evaluator changes its ways: words of 64
// members, counts of 16 bits.

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cadre {
namespace {

/// Of `size` appraisals every third is rated good, every third badly, and every third not known.
ListValue appraisals(std::size_t size, bool open) {
    ListValue list;
    list.open = open;
    for (std::size_t i = 0; i < size; ++i) {
        Record appraisal{{"year", 2012}};
        if (i % 3 != 2) appraisal.emplace_back("rating", i % 3 == 0 ? "good" : "not_completed");
        list.records.push_back(std::move(appraisal));
    }
    return list;
}

Roster roster_of(const std::vector<std::size_t>& sizes) {
    RosterBuilder builder;
    for (const std::size_t size : sizes) {
        builder.add("cadres", {{"appraisals", appraisals(size, false)}});
        builder.add("cadres", {{"appraisals", appraisals(size, true)}});
        builder.add("cadres", {});
    }
    return builder.build();
}

void expect_the_same_of_both_evaluators(const Roster& roster, const std::string& condition) {
    const auto schema = load_vocabulary();
    const int table = *schema->find_table("cadres");
    const ExpressionPtr checked = parse_expression(condition, *schema, table);
    const EvaluationOptions options{.as_of = Date(2015, 12, 31)};
    const VerdictTable judged = evaluate(compile({{"q", table, checked}}, schema), roster, options);
    const std::vector<Verdict> slow = judge_rows(*checked, *schema, table, roster, options);
    for (std::size_t row = 0; row < slow.size(); ++row) {
        EXPECT_EQ(judged["q"][row], slow[row]) << condition << ", row " << row;
    }
}

void expect_the_same_around(const Roster& roster, std::int64_t bound) {
    for (const std::string operation : {">=", ">", "<", "<=", "=", "!="}) {
        for (const std::int64_t number : {bound - 1, bound, bound + 1}) {
            expect_the_same_of_both_evaluators(
                roster, "count(appraisals[rating >= \"good\"]) " + operation + " " + std::to_string(number));
        }
    }
}

TEST(Count, OfAnySizeIsTheSameFromBothEvaluators) {
    const Roster roster = roster_of({0, 1, 2, 3, 62, 63, 64, 65, 66, 127, 128, 129, 200});
    for (const std::int64_t bound : {-1, 0, 1, 2, 21, 22, 43, 44, 67}) expect_the_same_around(roster, bound);
}

TEST(Count, BeyondSixteenBitsIsTheSameFromBothEvaluators) {
    const Roster roster = roster_of({98'310});
    for (const std::string test : {">= 32770", "<= 65534", "= 65535", "> 65535", "< 65540", ">= 65541"}) {
        expect_the_same_of_both_evaluators(roster, "count(appraisals[rating >= \"good\"]) " + test);
        expect_the_same_of_both_evaluators(roster, "count(appraisals[not(rating >= \"good\")]) " + test);
        expect_the_same_of_both_evaluators(roster, "count(appraisals[year >= 2012]) " + test);
    }
}

TEST(Count, OfADefinitionIsTestedLikeThatOfAnExpression) {
    const Pack pack = parse_pack(R"(
[pack]
id = "p"
title = { vi = "a", en = "a" }
[[definition]]
id = "good_appraisals"
is = 'count(appraisals[rating >= "good"])'
[[criterion]]
id = "proven"
title = { vi = "b", en = "b" }
cite = { document = "d", clause = "1" }
when = 'good_appraisals >= 2'
)",
                                 "p.toml");
    const auto table = evaluate(pack, roster_of({3, 6}), {.as_of = Date(2015, 12, 31)});
    EXPECT_EQ(table["proven"][0], Verdict::undetermined);
    EXPECT_EQ(table["proven"][3], Verdict::met);
    EXPECT_EQ(table["proven"][5], Verdict::undetermined);
}

}  // namespace
}  // namespace cadre

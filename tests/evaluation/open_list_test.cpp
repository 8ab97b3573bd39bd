// Open lists from a mapping to verdicts.

#include "support/arrow_stream.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/schema/document.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace cadre {
namespace {

using test::ArrowData;

std::vector<ArrowData> chunk(std::vector<ArrowData> columns) {
    std::vector<ArrowData> chunks;
    chunks.push_back(test::structure("", std::move(columns)));
    return chunks;
}

/// Cadres a and b; only a has a discipline. As a list column, or as a table of its own.
Roster imported(bool as_list_column, const std::string& mapping) {
    const Mapping read = Mapping::from_document(parse_document("[cadres.disciplines]\n" + mapping, "m.toml"));
    std::vector<ArrowData> decided;
    decided.push_back(test::texts("decided", {{"2014-05-01"}}));
    std::vector<ArrowData> cadres;
    cadres.push_back(test::texts("id", {{"a"}, {"b"}}));
    if (as_list_column) {
        cadres.push_back(
            test::lists<std::int32_t>("disciplines", "+l", {1, 0}, test::structure("item", std::move(decided))));
        test::ArrowStream stream(chunk(std::move(cadres)));
        return Roster::from_arrow(stream.get(), read);
    }
    decided.push_back(test::texts("cadre", {{"a"}}));
    test::ArrowStream stream(chunk(std::move(cadres)));
    test::ArrowStream members(chunk(std::move(decided)));
    return Roster::from_arrow({{"cadres", stream.get()}, {"cadres.disciplines", members.get()}}, read);
}

std::vector<Verdict> verdicts(const std::string& condition, const Roster& roster) {
    const auto schema = load_vocabulary();
    const int table = *schema->find_table("cadres");
    const ExpressionPtr checked = parse_expression(condition, *schema, table);
    const EvaluationOptions options{.as_of = Date(2015, 12, 31)};
    const VerdictTable judged = evaluate(compile({{"q", table, checked}}, schema), roster, options);
    const std::vector<Verdict> slow = judge_rows(*checked, *schema, table, roster, options);
    EXPECT_EQ(slow, (std::vector<Verdict>{judged["q"][0], judged["q"][1]})) << condition;
    return slow;
}

class OpenLists : public testing::TestWithParam<bool> {};

TEST_P(OpenLists, OfAMappingProveWhatTheyHoldAndNeverWhatTheyLack) {
    const Roster roster = imported(GetParam(), "open = true\n");
    using V = std::vector<Verdict>;
    constexpr Verdict met = Verdict::met;
    constexpr Verdict not_met = Verdict::not_met;
    constexpr Verdict open = Verdict::undetermined;
    EXPECT_EQ(verdicts("some d in disciplines satisfies d.decided < as_of", roster), (V{met, open}));
    EXPECT_EQ(verdicts("every d in disciplines satisfies d.decided < as_of", roster), (V{open, open}));
    EXPECT_EQ(verdicts("every d in disciplines satisfies d.decided > as_of", roster), (V{not_met, open}));
    EXPECT_EQ(verdicts("count(disciplines) >= 1", roster), (V{met, open}));
    EXPECT_EQ(verdicts("count(disciplines) = 0", roster), (V{not_met, open}));
    EXPECT_EQ(verdicts("min(disciplines.decided) < as_of", roster), (V{met, open}));
    EXPECT_EQ(verdicts("disciplines[1].decided < as_of", roster), (V{open, open}));
}

TEST_P(OpenLists, AreClosedUnlessTheMappingSaysSo) {
    const Roster roster = imported(GetParam(), "blank = []\n");
    EXPECT_EQ(verdicts("count(disciplines) = 0", roster), (std::vector<Verdict>{Verdict::not_met, Verdict::met}));
}

INSTANTIATE_TEST_SUITE_P(AsListColumnAndAsTable, OpenLists, testing::Bool());

}  // namespace
}  // namespace cadre

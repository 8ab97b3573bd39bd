// Built-ins on lists: their values, and what missing data leaves of them.

#include "support/scalar_check.hpp"

#include <cadre/evaluation/scalar.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cadre {
namespace {

ListValue integers(const std::vector<Value>& values, bool open = false) {
    ListValue list;
    for (const Value& value : values) list.records.push_back({{"item", value}});
    list.open = open;
    return list;
}

TEST(ListFunctions, ComputeWhatFeelDoes) {
    expect_true({
        "mean([1, 2, 3, 4]) = 2.5",
        "mean(1, 2, 3) = 2",
        "mean([0.5, 1.5]) = 1",
        "median([8, 2, 5, 3, 4]) = 4",
        "median(6, 1, 2, 3) = 2.5",
        "mode([6, 3, 9, 6, 6]) = [6]",
        "mode([3, 6, 1, 9, 6, 1, 3]) = [1, 3, 6]",
        "stddev([2, 4, 7, 5]) between 2.08166 and 2.08167",
        "product([2, 3, 4]) = 24",
        "all([true, true])",
        "not(all([true, false]))",
        "any([false, true])",
        "all([])",
        "not(any([]))",
        "any(true)",
        "not(all(1 > 2))",
        "append([1], 2, 3) = [1, 2, 3]",
        "concatenate([1, 2], [3], [2]) = [1, 2, 3, 2]",
        "union([1, 2], [2, 3]) = [1, 2, 3]",
        "flatten([[1, 2], [3]]) = [1, 2, 3]",
        "flatten([1, 2]) = [1, 2]",
        "sublist([4, 5, 6], 1, 2) = [4, 5]",
        "sublist([4, 5, 6], -2) = [5, 6]",
        "remove([1, 2, 3], 2) = [1, 3]",
        "remove([1, 2, 3], -1) = [1, 2]",
        "insert before([1, 3], 1, 2) = [2, 1, 3]",
        "insert before([1, 3], 3, 2) = [1, 3, 2]",
        "list replace([1, 2, 3], 2, 4) = [1, 4, 3]",
        "list replace(position: 2, newItem: 4, list: [1, 2, 3]) = [1, 4, 3]",
        "index of([1, 2, 3, 2], 2) = [2, 4]",
        "reverse([1, 2, 3]) = [3, 2, 1]",
        "distinct values([1, 2, 3, 2, 1]) = [1, 2, 3]",
        "duplicate values([1, 2, 3, 2, 1]) = [1, 2]",
        "count(distinct values([\"a\", \"b\", \"a\"])) = 2",
        "count([[1, 2], [3]]) = 2",
        "[[1, 2], [3]][2] = [3]",
        "[[1, 2], [3]][count(item) > 1][1] = [1, 2]",
        "some l in [[1, 2], [3]] satisfies some x in l satisfies x = 3",
    });
}

TEST(ListFunctions, HaveNoValueWhereFeelGivesNull) {
    expect_undetermined({"stddev([47])", "remove([1, 2], 3)", "remove([1, 2], 0)", "insert before([1], 3, 2)",
                         "list replace([1, 2, 3], 4, 4)", "list replace([1, 2, 3], -4, 4)", "sublist([1, 2], 3)",
                         "sublist([1, 2], 1, 3)", "mean([1][item > 1])", "median([1][item > 1])",
                         "product([9223372036854775807, 2])"});
}

TEST(ListFunctions, AMeanOfIntegersComparesAsTheExactRational) {
    expect_true({"mean([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) = 0.1", "mean([1, 1, 0]) > 0.6666666666666",
                 "mean([1, 1, 0]) < 0.6666666666667", "mean([7, 7, 7]) = 7",
                 "mean([9223372036854775807, 9223372036854775807]) > 9000000000000000000"});
    // The nearest double is 2^53 - 1 itself, the mean is less: what doubles cannot tell stays open.
    expect_undetermined({"mean([9007199254740991, 9007199254740991, 9007199254740990]) < 9007199254740991.0"});
}

TEST(ListFunctions, AMeanWithAGapIsAHull) {
    const Record open = {{"n", integers({4, 6}, true)}};
    expect_undetermined({"mean(n) > 0"}, open);
    const Record missing = {{"n", integers({4, Missing{}})}};
    expect_undetermined({"mean(n) > 0"}, missing);
    expect_true({"mean([if party_member then 1 else 2, 3]) >= 1.9", "mean([if party_member then 1 else 2, 3]) <= 2.6",
                 "mean(n[item > 3 or party_member]) >= 4.9", "mean(n[item > 3 or party_member]) <= 6.1"},
                {{"n", integers({3, 6, 6})}});
}

TEST(ListFunctions, DistinctValuesAreCountedWithBounds) {
    const Record gap = {{"n", integers({1, 2, 1, Missing{}})}};
    expect_true({"count(distinct values(n)) >= 2", "count(distinct values(n)) <= 3"}, gap);
    expect_undetermined({"count(distinct values(n)) = 2", "distinct values(n) = [1, 2]"}, gap);
    const Record open = {{"n", integers({1, 2, 1}, true)}};
    expect_true({"count(distinct values(n)) >= 2"}, open);
    expect_undetermined({"count(distinct values(n)) <= 100"}, open);
    expect_true({"count(distinct values(n)) = 1"}, {{"n", integers({Date(2015, 1, 1), Date(2015, 1, 1)})}});
}

TEST(ListFunctions, AreStrictWithoutARuleOfTheirOwn) {
    const Record gap = {{"n", integers({1, Missing{}, 3})}};
    expect_undetermined({"reverse(n)[1] = 3", "count(append(n, 4)) = 4", "median(n) > 0", "index of(n, 1) = [1]",
                         "count(flatten([n, n])) = 6", "count(concatenate(n, n)) = 6"},
                        gap);
    EXPECT_EQ(result("median(n) > 0", gap).missing, std::vector<std::string>{"cadres.n.item"});
}

TEST(ListFunctions, AllAndAnyAreDecidedByOneMember) {
    const Record gap = {{"b", integers({true, Missing{}})}, {"c", integers({false, Missing{}})}};
    expect_true({"any(b)", "not(all(c))"}, gap);
    expect_undetermined({"all(b)", "any(c)"}, gap);
}

}  // namespace
}  // namespace cadre

#include <cadre/roster/roster_builder.hpp>
#include <cadre/targets/contradictions.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

Value rated(std::vector<Record> records) {
    return ListValue{std::move(records), false};
}

TEST(Findings, NameAMemberWhoIsRatedTwiceInAYear) {
    RosterBuilder builder;
    builder.add("party_members", {{"appraisals", rated({{{"year", 2012}}, {{"year", 2013}}})}});
    builder.add(
        "party_members",
        {{"appraisals", rated({{{"year", 2012}, {"rating", "good"}}, {{"year", 2012}, {"rating", "completed"}}})}});
    builder.add("party_members", {{"appraisals", rated({{{"year", Missing{}}}, {{"year", Missing{}}}})}});
    builder.add("party_members", {});
    const std::vector<Contradiction> found = find_contradictions(builder.build());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Contradiction::Kind::rated_twice);
    EXPECT_EQ(found[0].table, "party_members");
    EXPECT_EQ(found[0].row, 1);
    EXPECT_EQ(found[0].rows, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(found[0].message.text(Language::en),
              "table party_members, row 1 (counted from 0): rated more than once in 2012");
}

TEST(Findings, AppraisalsOfTwoKindsDoNotRepeatEachOther) {
    RosterBuilder builder;
    builder.add(
        "cadres",
        {{"appraisals", rated({{{"year", 2012}, {"kind", "annual"}}, {{"year", 2012}, {"kind", "party_member"}}})}});
    EXPECT_TRUE(find_contradictions(builder.build()).empty());
}

TEST(Findings, NameATraineeWhoIsNotInTheRoster) {
    RosterBuilder builder;
    builder.add("cadres", {{"id", "a"}});
    builder.add("trainees", {{"cadre", "a"}});
    builder.add("trainees", {{"cadre", "b"}});
    builder.add("trainees", {});
    const std::vector<Contradiction> found = find_contradictions(builder.build());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Contradiction::Kind::not_in_roster);
    EXPECT_EQ(found[0].row, 1);
}

}  // namespace
}  // namespace cadre

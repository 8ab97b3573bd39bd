#include <cadre/evaluation/difference.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace cadre {
namespace {

using Kind = EntryDifference::Kind;
using Standing = CriterionDifference::Standing;

Pack pack_of(const std::string& id, const std::string& entries) {
    return parse_pack("[pack]\nid = \"" + id + "\"\ntitle = { vi = \"x\", en = \"x\" }\nsource = { document = \"of " +
                          id + "\" }\n" + entries,
                      id + ".toml");
}

std::string criterion(const std::string& id, const std::string& when) {
    return "[[criterion]]\nid = \"" + id + "\"\ntitle = { vi = \"x\", en = \"x\" }\ncite = \"1\"\nwhen = '" + when +
           "'\n";
}

const std::string shared_rules = criterion("graduate", "degree >= least") + criterion("member", "party_member");

Pack asking(const std::string& id, const std::string& level) {
    return pack_of(id, "[[parameter]]\nid = \"least\"\ncite = \"2\"\nvalues = [{ value = '\"" + level + "\"' }]\n" +
                           "[[definition]]\nid = \"spare\"\nis = 'true'\n" + shared_rules);
}

Roster three_cadres() {
    RosterBuilder builder;
    builder.add("cadres", {{"degree", "master"}, {"party_member", true}});
    builder.add("cadres", {{"degree", "bachelor"}, {"party_member", false}});
    builder.add("cadres", {{"party_member", true}});
    return builder.build();
}

const EvaluationOptions day{.as_of = Date(2015, 1, 1)};

TEST(Diff, NamesTheRowsThatChangeAndTheParameterThatDoesIt) {
    const PackDifference found = diff(asking("a", "bachelor"), asking("b", "master"), three_cadres(), day);
    ASSERT_EQ(found.criteria.size(), 1U) << "“member” does not change";
    const CriterionDifference& graduate = found.criteria[0];
    EXPECT_EQ(graduate.id, "graduate");
    EXPECT_EQ(graduate.table, "cadres");
    EXPECT_EQ(graduate.counts_before, (Counts{2, 0, 1}));
    EXPECT_EQ(graduate.counts_after, (Counts{1, 1, 1}));
    ASSERT_EQ(graduate.changes.size(), 1U);
    EXPECT_EQ(graduate.changes[0].from, Verdict::met);
    EXPECT_EQ(graduate.changes[0].to, Verdict::not_met);
    EXPECT_EQ(graduate.changes[0].rows, (std::vector<std::int64_t>{1}));
    ASSERT_EQ(graduate.causes.size(), 1U);
    const EntryDifference& least = found.entries[graduate.causes[0]];
    EXPECT_EQ(least.kind, Kind::parameter);
    EXPECT_EQ(least.before->text, "\"bachelor\"");
    EXPECT_EQ(least.after->text, "\"master\"");
    EXPECT_EQ(least.after->citation.document, "of b");
}

TEST(Diff, OfAPackWithItselfIsEmpty) {
    const Pack pack = asking("a", "bachelor");
    const PackDifference found = diff(pack, pack, three_cadres(), day);
    EXPECT_TRUE(found.criteria.empty());
    EXPECT_TRUE(found.entries.empty());
}

TEST(Diff, ShowsWhatAChangeOfLawDoes) {
    const Pack pack = pack_of("law", R"toml(
[[parameter]]
id = "least"
values = [
    { to = 2016-01-01, value = '"bachelor"', cite = "2" },
    { from = 2016-01-01, value = '"doctorate"', cite = "3" },
]
)toml" + shared_rules);
    const PackDifference found = diff(pack, pack, three_cadres(), day, Date(2016, 1, 1));
    ASSERT_EQ(found.criteria.size(), 1U);
    ASSERT_EQ(found.criteria[0].changes.size(), 1U);
    EXPECT_EQ(found.criteria[0].changes[0].rows, (std::vector<std::int64_t>{0, 1}));
    EXPECT_EQ(found.entries.at(0).after->citation.clause, "3");
}

TEST(Diff, SaysWhichCriteriaOneSideLacks) {
    const std::string ended =
        "[[criterion]]\nid = \"ended\"\ntitle = { vi = \"x\", en = \"x\" }\ncite = \"1\"\n"
        "to = 2010-01-01\nwhen = 'party_member'\n";
    const Pack before = pack_of("a", criterion("gone", "party_member") + criterion("ended", "party_member"));
    const Pack after = pack_of("b", ended + criterion("fresh", "party_member"));
    const PackDifference found = diff(before, after, three_cadres(), day);
    const auto standing = [&](const std::string& id) {
        const auto at = std::find_if(found.criteria.begin(), found.criteria.end(),
                                     [&](const CriterionDifference& one) { return one.id == id; });
        return std::pair(at->before, at->after);
    };
    EXPECT_EQ(standing("gone"), std::pair(Standing::in_force, Standing::absent));
    EXPECT_EQ(standing("ended"), std::pair(Standing::in_force, Standing::not_in_force));
    EXPECT_EQ(standing("fresh"), std::pair(Standing::absent, Standing::in_force));
    for (const CriterionDifference& one : found.criteria) EXPECT_TRUE(one.changes.empty()) << one.id;
}

}  // namespace
}  // namespace cadre

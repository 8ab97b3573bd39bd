#include <cadre/testing/case_lints.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> unseen(const std::string& condition, const std::string& cases) {
    const Pack pack = parse_pack(R"([pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "Điều lệ" }

[[parameter]]
id = "least_age"
cite = "2"
value = '@"P35Y"'

[[definition]]
id = "years_old"
is = 'years and months duration(birth_date, as_of)'

[[criterion]]
id = "c"
title = { vi = "c", en = "c" }
cite = "1"
when = ''')" + condition + "'''\n" + cases,
                                 "own.toml");
    std::vector<std::string> found;
    for (const Diagnostic& warning : lint_cases({pack, read_cases(pack)})) {
        EXPECT_EQ(warning.severity, Severity::warning);
        found.push_back(warning.message.text(Language::en));
    }
    return found;
}

std::string born(const std::string& day) {
    return "[[case]]\nas_of = 2015-12-31\ncadre = { degree = \"master\", birth_date = " + day +
           " }\nexpect = { c = \"met\" }\n";
}

TEST(CaseLints, ABoundaryNeedsACaseOnIt) {
    const std::string condition = "years_old >= least_age";
    EXPECT_THAT(unseen(condition, born("1980-12-31")), IsEmpty());
    EXPECT_THAT(unseen(condition, born("1980-11-30")),
                ElementsAre("“c”: no case sits exactly on the boundary years_old = least_age"));
    EXPECT_THAT(unseen(condition, born("\"1980\"")).size(), 1U);
}

TEST(CaseLints, BoundariesOfLevelsAndBetween) {
    EXPECT_THAT(unseen("degree >= \"master\"", born("1980-12-31")), IsEmpty());
    EXPECT_THAT(unseen("degree > \"bachelor\"", born("1980-12-31")),
                ElementsAre("“c”: no case sits exactly on the boundary degree = \"bachelor\""));
    EXPECT_THAT(unseen("birth_date between @\"1980-12-31\" and @\"1990-01-01\"", born("1980-12-31")),
                ElementsAre("“c”: no case sits exactly on the boundary birth_date = @\"1990-01-01\""));
}

TEST(CaseLints, TestsOfMembersAndEqualityHaveNoBoundary) {
    EXPECT_THAT(unseen("unit.kind = \"ward\"", born("1980-12-31")), IsEmpty());
    EXPECT_THAT(unseen("some a in appraisals satisfies a.year >= 2013 and a.year <= as_of.year", born("1980-12-31")),
                IsEmpty());
}

TEST(CaseLints, APackWithoutCasesIsToldOnce) {
    EXPECT_THAT(unseen("degree >= \"master\" and years_old >= least_age", ""), ElementsAre("the pack has no cases"));
}

TEST(CaseLints, APolicyNeedsACaseThatMeetsItAndOneThatDoesNot) {
    const std::string policies = R"(
[[pool_policy]]
id = "two"
title = { vi = "hai", en = "two" }
cite = "3"
rule = "members"
count = ">= 2"

[[pool_policy]]
id = "leaves"
title = { vi = "thôi", en = "leaves" }
cite = "4"
rule = "departure"
stays = 'birth_date > @"1960-01-01"'
)";
    const std::string empty_pool = R"(
[[case]]
as_of = 2015-12-31
pools = [{ id = "p1" }]
pool_members = []
expect_policies = { two = { pool = "p1", verdict = "not_met" } }
)";
    EXPECT_THAT(unseen("true", policies + empty_pool), ElementsAre("the pool policy “two”: no case expects “met”"));
    EXPECT_THAT(unseen("true", policies + born("1980-12-31")),
                ElementsAre("the pool policy “two”: no case expects “met”",
                            "the pool policy “two”: no case expects “not_met”"));
}

TEST(CaseLints, ARotationPolicyNeedsACaseThatBreaksItAndOneThatDoesNot) {
    const std::string policies = R"(
[[rotation_policy]]
id = "old"
title = { vi = "già", en = "old" }
cite = "3"
rule = "condition"
meet = 'birth_date > @"1960-01-01"'

[[rotation_policy]]
id = "moved"
title = { vi = "chuyển", en = "moved" }
cite = "4"
rule = "direction"
directions = ["city_to_grassroots"]
)";
    const std::string broken = R"(
[[case]]
as_of = 2015-12-31
cadre = { birth_date = 1950-01-01 }
expect_audit = { old = "violated" }
)";
    const std::string moved = R"(
[[case]]
as_of = 2015-12-31
units = [{ id = "city", tier = "city", parent = "none" }, { id = "ward", tier = "commune", parent = "city" }]
posts = [{ id = "clerk", unit = "city" }, { id = "head", unit = "ward" }]
cadre = {}
expect_moves = { moved = { post = "head", from = "clerk", verdict = "met" } }
)";
    const std::string old_unbroken = "the rotation policy “old”: no case expects “none”";
    const std::string unmoved = "the rotation policy “moved”: no case expects “met”";
    const std::string wrongly_moved = "the rotation policy “moved”: no case expects “not_met”";
    EXPECT_THAT(unseen("true", policies + broken), ElementsAre(old_unbroken, unmoved, wrongly_moved));
    EXPECT_THAT(unseen("true", policies + broken + moved), ElementsAre(old_unbroken, wrongly_moved));
    EXPECT_THAT(
        unseen("true", policies + born("1980-12-31")),
        ElementsAre(old_unbroken, "the rotation policy “old”: no case expects “violated”", unmoved, wrongly_moved));
}

TEST(CaseLints, ShippedPacksHaveACaseOnEveryBoundaryAndForEveryPolicy) {
    for (const std::string& id : shipped_packs()) {
        for (const Diagnostic& warning : lint_cases(load_cases(id))) ADD_FAILURE() << warning.to_text();
    }
}

}  // namespace
}  // namespace cadre

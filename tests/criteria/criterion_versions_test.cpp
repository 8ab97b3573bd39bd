#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

const std::string head = R"toml([pack]
id = "test"
title = { vi = "Thử", en = "Test" }
source = { document = "D-1" }
[[criterion]]
id = "graduate"
title = { vi = "Đại học", en = "Graduate" }
)toml";  // versions start in line 8

MessageId found_in(const std::string& versions) {
    try {
        parse_pack(head + versions, "test.toml");
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().size(), 1U) << error.diagnostics().at(1).to_text();
        return error.diagnostics().at(0).message.id;
    }
    ADD_FAILURE() << "accepted";
    return {};
}

TEST(CriterionVersions, AreSortedAndEachKeepsItsClause) {
    const Pack pack = parse_pack(head + R"toml(
[[criterion.versions]]
from = 2020-12-01
when = 'degree >= "master"'
cite = "N-2, art. 4"
[[criterion.versions]]
from = 2004-01-01
to = 2020-12-01
when = 'degree >= "bachelor"'
cite = "art. 3"
mark = "summary"
)toml",
                                 "test.toml");
    const Criterion& criterion = pack.criteria().at(0);
    EXPECT_EQ(criterion.in_force, (DateInterval{parse_iso_date("2004-01-01"), std::nullopt}));
    ASSERT_EQ(criterion.versions.size(), 2U);
    EXPECT_EQ(criterion.on(*parse_iso_date("2020-11-30"))->citation,
              (Citation{"D-1", "art. 3", VerificationMark::summary}));
    EXPECT_EQ(criterion.on(*parse_iso_date("2020-12-01"))->citation,
              (Citation{"N-2", "art. 4", VerificationMark::text}));
    EXPECT_EQ(criterion.on(*parse_iso_date("2003-12-31")), nullptr);
    EXPECT_EQ(to_text(*criterion.versions[0].condition, *pack.schema()), "degree >= \"bachelor\"");
}

TEST(CriterionVersions, GapsAndOverlapsAreRefused) {
    const std::string first = "[[criterion.versions]]\nto = 2010-01-01\nwhen = 'true'\ncite = \"1\"\n";
    const auto next = [](const std::string& from) {
        return "[[criterion.versions]]\nfrom = " + from + "\nwhen = 'true'\ncite = \"2\"\n";
    };
    EXPECT_EQ(found_in(first + next("2010-01-02")), texts::criterion_gap);
    EXPECT_EQ(found_in(first + next("2009-12-31")), texts::parameter_overlap);
    EXPECT_EQ(found_in(first + first), texts::parameter_overlap);
}

TEST(CriterionVersions, EveryVersionIsCitedAndChecked) {
    const std::string bare = "[[criterion.versions]]\nwhen = 'true'\n";
    EXPECT_EQ(found_in(bare), texts::missing_citation);
    EXPECT_EQ(found_in("[[criterion.versions]]\nwhen = 'age_of'\ncite = \"1\"\n"), texts::unknown_name);
    EXPECT_EQ(found_in("[[criterion.versions]]\nwhen = 'birth_date'\ncite = \"1\"\n"), texts::condition_needed);
    EXPECT_EQ(found_in("when = 'true'\n[[criterion.versions]]\nwhen = 'true'\ncite = \"1\"\n"),
              texts::when_beside_versions);
    EXPECT_EQ(found_in("versions = []\n"), texts::empty_value);
    EXPECT_NO_THROW(parse_pack(head + "cite = \"1\"\n" + bare, "test.toml")) << "versions share the entry's citation";
}

}  // namespace
}  // namespace cadre

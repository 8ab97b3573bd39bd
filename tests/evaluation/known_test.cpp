// `known` and `get or else`: the only expressions in which missing data decides.

#include "support/scalar_check.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/scalar.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cadre {
namespace {

using testing::HasSubstr;

TEST(Known, AsksWhatIsOnFile) {
    expect_true({"known(degree)", "known(birth_date)", "not(known(political_theory))", "not(known(unit.kind))"},
                {{"degree", "master"}, {"birth_date", PartialDate::of_year(1970)}});
}

TEST(Known, GetOrElseTakesTheGivenValueOrTheOther) {
    expect_true({"get or else(degree, \"bachelor\") >= \"master\"", "get or else(party_member, true)",
                 "get or else(political_theory, \"advanced\") = \"advanced\"",
                 "get or else(birth_date, as_of) < @\"1971-01-01\""},
                {{"degree", "master"}, {"birth_date", PartialDate::of_year(1970)}});
    expect_undetermined({"get or else(birth_date, as_of) = @\"1970-01-01\""},
                        {{"birth_date", PartialDate::of_year(1970)}});
    expect_undetermined({"get or else(degree, degree) = \"bachelor\""});
}

TEST(Known, IsWarnedOfAndMarkedInExplanations) {
    const Pack pack = parse_pack(R"toml([pack]
id = "test"
title = { vi = "Thử", en = "Test" }
source = { document = "D-1" }
[[criterion]]
id = "on_file"
title = { vi = "Có hồ sơ", en = "On file" }
cite = "1"
when = 'known(unit.kind) or get or else(degree, "none") >= "master"'
)toml",
                                 "test.toml");
    ASSERT_EQ(pack.warnings().size(), 2U);
    EXPECT_EQ(pack.warnings()[0].message.id, texts::missing_data_decides);
    RosterBuilder builder(pack.schema());
    builder.add("units", {{"id", "u"}, {"kind", "ward"}});
    builder.add("cadres", {{"unit", "u"}});
    builder.add("cadres", {{"degree", "bachelor"}});
    const Roster roster = builder.build();
    const VerdictTable table = evaluate(pack, roster, end_of_2015);
    EXPECT_EQ(table["on_file"][0], Verdict::met);
    EXPECT_EQ(table["on_file"][1], Verdict::not_met);
    const Explanation explained = explain(pack, "on_file", roster, 1, end_of_2015);
    EXPECT_EQ(explained.verdict(), Verdict::not_met);
    EXPECT_THAT(explained.to_text("en"), HasSubstr("filling in data may change the verdict"));
    EXPECT_THAT(explained.to_text("vi"), HasSubstr("bổ sung dữ liệu có thể đổi kết luận"));
}

}  // namespace
}  // namespace cadre

#include <cadre/criteria/rule_pack.hpp>

#include <cadre/messages/texts/criteria.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cadre {
namespace {

Pack pack_with(const std::string& entries) {
    return parse_pack(R"([pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "Điều lệ" }
)" + entries,
                      "own.toml");
}

std::vector<MessageId> warnings_of(const std::string& entries) {
    std::vector<MessageId> found;
    const Pack pack = pack_with(entries);
    for (const Diagnostic& warning : pack.warnings()) {
        EXPECT_EQ(warning.severity, Severity::warning);
        EXPECT_TRUE(warning.hint.has_value());
        found.push_back(warning.message.id);
    }
    return found;
}

std::vector<MessageId> of_criterion(const std::string& condition, const std::string& cite = "1") {
    return warnings_of("[[criterion]]\nid = \"c\"\ntitle = { vi = \"c\", en = \"c\" }\ncite = " +
                       (cite.empty() ? "{ document = \"Điều lệ\" }" : '"' + cite + '"') + "\nwhen = '''" + condition +
                       "'''\n");
}

std::vector<MessageId> of_definition(const std::string& expression) {
    return warnings_of("[[definition]]\nid = \"d\"\nis = '''" + expression + "'''\n");
}

using Found = std::vector<MessageId>;

TEST(Lint, SoundConditionsGiveNoWarning) {
    EXPECT_EQ(of_criterion("degree >= \"master\" or specialist_training >= \"specialist_1\""), Found{});
    EXPECT_EQ(of_criterion("birth_date <= @\"1980-12-31\" and birth_date >= @\"1980-12-31\""), Found{});
    EXPECT_EQ(of_criterion("birth_date < @\"1970-01-01\" or birth_date > @\"1980-01-01\""), Found{});
    EXPECT_EQ(of_criterion("unit.kind = \"ward\" or unit.kind = \"township\""), Found{});
    EXPECT_EQ(of_criterion("degree > \"bachelor\" and political_theory < \"advanced\""), Found{});
}

TEST(Lint, ContradictoryConditions) {
    const Found contradictory{texts::contradictory_condition};
    EXPECT_EQ(of_criterion("birth_date >= @\"1980-01-01\" and birth_date < @\"1970-01-01\""), contradictory);
    EXPECT_EQ(of_criterion("birth_date > @\"1980-01-01\" and party_member and @\"1980-01-02\" > birth_date"),
              contradictory);
    EXPECT_EQ(of_criterion("degree >= \"master\" and degree <= \"bachelor\""), contradictory);
    EXPECT_EQ(of_criterion("unit.kind = \"ward\" and unit.kind = \"township\""), contradictory);
    EXPECT_EQ(of_criterion("birth_date between @\"1980-01-01\" and @\"1970-01-01\""), contradictory);
    EXPECT_EQ(of_criterion("some a in appraisals satisfies a.year <= as_of.year and a.year > 3 and a.year < 4"),
              contradictory);
}

TEST(Lint, ConditionsThatLeaveNothingOut) {
    const Found always{texts::always_true_condition};
    EXPECT_EQ(of_criterion("birth_date < @\"1980-01-01\" or birth_date >= @\"1970-01-01\""), always);
    EXPECT_EQ(of_criterion("degree >= \"master\" or degree <= \"bachelor\""), always);
    EXPECT_EQ(of_criterion("degree > \"master\" or degree < \"master\""), Found{});
}

TEST(Lint, ValuesComparedWithThemselves) {
    EXPECT_EQ(of_criterion("degree >= degree"), Found{texts::compared_with_itself});
    EXPECT_EQ(of_criterion("unit.tier != unit.tier"), Found{texts::compared_with_itself});
}

TEST(Lint, ThresholdsOfDefinitionsNeedACitation) {
    EXPECT_EQ(of_definition("years and months duration(birth_date, as_of) >= @\"P35Y\""),
              Found{texts::uncited_threshold});
    EXPECT_EQ(of_definition("count(appraisals[year <= as_of.year]) >= 3"), Found{texts::uncited_threshold});
    EXPECT_EQ(of_definition("count(appraisals[year <= as_of.year]) >= 1"), Found{});
    EXPECT_EQ(of_definition("degree >= \"master\""), Found{});
    EXPECT_EQ(warnings_of("[[parameter]]\nid = \"p\"\nvalue = 3\ncite = \"2\"\n"
                          "[[definition]]\nid = \"d\"\nis = 'count(appraisals[year <= as_of.year]) >= p'\n"),
              Found{});
}

TEST(Lint, ListsNeedABoundByTheDayJudged) {
    const Found unbounded{texts::list_beyond_as_of};
    EXPECT_EQ(of_criterion("some d in disciplines satisfies d.form >= \"warning\""), unbounded);
    EXPECT_EQ(of_criterion("count(appraisals[rating >= \"good\"]) >= 3"), unbounded);
    EXPECT_EQ(of_criterion("max(qualifications.level) >= \"master\""), unbounded);
    EXPECT_EQ(of_criterion("some d in disciplines satisfies d.decided <= as_of and d.form >= \"warning\""), Found{});
    EXPECT_EQ(of_criterion("count(appraisals[year <= as_of.year][rating >= \"good\"]) >= 3"), Found{});
    EXPECT_EQ(warnings_of("[[definition]]\nid = \"so_far\"\nis = 'disciplines[decided <= as_of]'\n"
                          "[[definition]]\nid = \"any\"\nis = 'count(so_far) >= 1'\n"),
              Found{});
}

TEST(Lint, PersonalTraitsNeedAClause) {
    EXPECT_EQ(of_criterion("sex = \"female\"", ""), Found{texts::trait_without_clause});
    EXPECT_EQ(of_criterion("sex = \"female\""), Found{});
    EXPECT_EQ(of_criterion("degree >= \"master\"", ""), Found{});
}

TEST(Lint, TwoWaysToCountMonths) {
    EXPECT_EQ(
        of_criterion("years and months duration(birth_date, as_of) >= @\"P35Y\" or birth_date + @\"P40Y\" <= as_of"),
        Found{texts::mixed_month_arithmetic});
    EXPECT_EQ(of_criterion("birth_date + @\"P35Y\" <= as_of and birth_date + @\"P40Y\" > as_of"), Found{});
}

TEST(Lint, VersionsThatSayTheSame) {
    const auto versions = [](const std::string& first, const std::string& second) {
        return warnings_of("[[parameter]]\nid = \"p\"\nvalues = [ { from = 2000-01-01, to = 2010-01-01, " + first +
                           " }, { from = 2010-01-01, " + second + " } ]\n");
    };
    EXPECT_EQ(versions("value = 3, cite = \"2\"", "value = 3, cite = \"2\""), Found{texts::parameter_versions_equal});
    EXPECT_EQ(versions("value = 3, cite = \"2\"", "value = 3, cite = \"4\""), Found{});
    EXPECT_EQ(versions("value = 3, cite = \"2\"", "value = 5, cite = \"2\""), Found{});
}

TEST(Lint, AWarningStandsWhereTheThresholdDoes) {
    const Pack pack = pack_with("[[definition]]\nid = \"d\"\nis = 'birth_date >= @\"1970-01-01\"'\n");
    ASSERT_EQ(pack.warnings().size(), 1U);
    EXPECT_EQ(pack.warnings()[0].place, (Place{"own.toml", 7, 21}));
}

TEST(Lint, ShippedPacksAreClean) {
    for (const std::string& id : shipped_packs()) {
        const Pack pack = load_pack(id);
        for (const Diagnostic& warning : pack.warnings()) ADD_FAILURE() << warning.to_text();
    }
}

}  // namespace
}  // namespace cadre

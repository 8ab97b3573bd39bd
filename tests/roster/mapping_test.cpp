#include "roster/imported.hpp"

namespace cadre {
namespace {

using test::mapping_of;

/// The diagnostics of a mapping that is wrong.
Diagnostics findings(std::string_view toml) {
    try {
        mapping_of(toml);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_document);
        return error.diagnostics();
    }
    ADD_FAILURE() << "nothing was thrown for " << toml;
    return {};
}

std::string only_finding(std::string_view toml) {
    const Diagnostics all = findings(toml);
    EXPECT_EQ(all.size(), 1U) << toml;
    return all.empty() ? std::string() : all.front().to_text(Language::en);
}

TEST(Mapping, IsEmptyByDefault) {
    const Mapping mapping;
    EXPECT_TRUE(mapping.entries().empty());
    EXPECT_TRUE(mapping.schema()->find_table("cadres"));
    EXPECT_FALSE(mapping.snapshot());
}

TEST(Mapping, ReadsWhatEachAttributeIsFedBy) {
    const Mapping mapping = mapping_of(R"(
snapshot = 2015-12-31
[[attribute]]
table = "cadres"
id = "remark"
type = "text"
meaning = { vi = "Ghi chú", en = "Remark" }
[cadres.remark]
column = "Ghi chú"
[cadres.degree]
column = "Trình độ"
read = "highest_mentioned"
unmentioned = "none"
blank = "missing"
missing = ["-"]
[cadres.birth_date]
format = "d.m.y"
[cadres.appointments]
column = "Quá trình công tác"
open = true
[cadres.appointments.to]
column = "Đến"
blank = "ongoing"
[units.fields.item]
missing = ["khác"]
)");
    EXPECT_EQ(mapping.snapshot(), make_day(2015, 12, 31));
    const Schema& schema = *mapping.schema();
    const auto find = [&](std::string_view table, std::string_view attribute) {
        const int index = schema.find_table(table).value();
        return mapping.find(index, schema.table(index).find(attribute).value());
    };
    ASSERT_NE(find("cadres", "remark"), nullptr);
    const AttributeMapping& degree = *find("cadres", "degree");
    EXPECT_EQ(degree.column, "Trình độ");
    EXPECT_EQ(degree.read, ReadMode::highest_mentioned);
    EXPECT_EQ(degree.unmentioned, 0);
    EXPECT_EQ(degree.missing, std::vector<std::string>{"-"});
    EXPECT_GT(degree.place.line, 0);
    EXPECT_EQ(find("cadres", "birth_date")->column, "birth_date");
    EXPECT_TRUE(find("cadres", "appointments")->open);
    EXPECT_EQ(find("cadres.appointments", "to")->blank, BlankMeaning::ongoing);
    EXPECT_EQ(find("cadres.appointments", "to")->column, "Đến");
    ASSERT_NE(find("units.fields", "item"), nullptr);
    EXPECT_EQ(find("cadres", "sex"), nullptr);
}

TEST(Mapping, PointsAtMistakesAndProposesTheRightName) {
    EXPECT_NE(only_finding("[cadre.degree]\n").find("m.toml:1"), std::string::npos);
    EXPECT_NE(only_finding("[cadre.degree]\n").find("“cadres”"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.degre]\n").find("“degree”"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.degree]\ncolum = \"x\"\n").find("m.toml:2"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.degree]\ncolum = \"x\"\n").find("“column”"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.degree]\nread = \"highest\"\n").find("highest"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.degree]\nblank = \"nome\"\n").find("“none”"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.birth_date]\nformat = \"dd/mm/yy\"\n").find("d/m/y"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.appointments]\nowners = \"x\"\n").find("“owner”"), std::string::npos);
    EXPECT_NE(only_finding("[cadres.appointments.titel]\n").find("“title”"), std::string::npos);
}

TEST(Mapping, RefusesKeysThatDoNotFitTheAttribute) {
    only_finding("[cadres.sex]\nread = \"highest_mentioned\"\n");
    only_finding("[cadres.political_theory]\nread = \"highest_mentioned\"\n");
    only_finding("[cadres.degree]\nformat = \"d/m/y\"\n");
    only_finding("[cadres.degree]\nunmentioned = \"none\"\n");
    only_finding("[cadres.degree]\npartial = \"range\"\n");
    only_finding("[cadres.birth_date]\npartial = \"ranges\"\n");
    only_finding("[cadres.birth_date]\npartial = true\n");
    only_finding("[cadres.degree]\nread = \"highest_mentioned\"\nunmentioned = \"nothing\"\n");
    only_finding("[cadres.birth_date]\nblank = \"none\"\n");
    only_finding("[cadres.birth_date]\nblank = \"ongoing\"\n");
    only_finding("[cadres.degree]\nblank = false\n");
    only_finding("[cadres.degree]\nblank = []\n");
    only_finding("[cadres.degree]\ncolumn = 3\n");
    only_finding("[cadres.degree]\ncolumn = \"\"\n");
    only_finding("[cadres.degree]\nmissing = \"-\"\n");
    only_finding("[cadres.appointments]\nopen = 1\n");
    only_finding("[cadres]\ndegree = \"Trình độ\"\n");
    only_finding("cadres = 1\n");
    only_finding("vocabulary = 1\n");
    only_finding("snapshot = \"2015-12-31\"\n");
}

TEST(Mapping, ReportsAllMistakesAtOnce) {
    EXPECT_EQ(findings("[cadres.degre]\n[cadres.sex]\ncolum = \"x\"\nblank = \"?\"\n[unit.id]\n").size(), 4U);
}

TEST(Mapping, ReportsWrongAttributesOfItsOwn) {
    EXPECT_GE(findings("[[attribute]]\ntable = \"cadres\"\nid = \"remark\"\ntype = \"txt\"\n").size(), 1U);
}

TEST(Mapping, SyntaxErrorsAndAbsentFilesAreErrors) {
    test::error_of([] { mapping_of("[cadres.degree\n"); }, ErrorCode::invalid_document);
    test::error_of([] { mapping_of("vocabulary = \"vietnan\"\n"); }, ErrorCode::not_found);
    test::error_of([] { Mapping::load("/nowhere/m.toml"); }, ErrorCode::not_found);
}

}  // namespace
}  // namespace cadre

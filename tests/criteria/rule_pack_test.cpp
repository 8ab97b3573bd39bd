#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace cadre {
namespace {

const std::string head = R"toml([pack]
id = "test"
title = { vi = "Thử", en = "Test" }
source = { document = "D-1", issuer = "Cơ quan", date = 2011-08-18 }
)toml";

Pack pack_of(const std::string& entries) {
    return parse_pack(head + entries, "test.toml");
}

std::string text_of(const Pack& pack, const ExpressionPtr& expression) {
    return to_text(*expression, *pack.schema());
}

TEST(RulePack, ReadsItsHead) {
    const Pack pack = pack_of("");
    EXPECT_EQ(pack.id(), "test");
    EXPECT_EQ(pack.title().vi, "Thử");
    EXPECT_EQ(pack.source().document, "D-1");
    EXPECT_EQ(pack.source().issuer, "Cơ quan");
    EXPECT_EQ(pack.source().date, parse_iso_date("2011-08-18"));
    EXPECT_TRUE(pack.criteria().empty());
    EXPECT_TRUE(pack.warnings().empty());
}

TEST(RulePack, ReadsCriteria) {
    const Pack pack = pack_of(R"toml(
[[criterion]]
id = "graduate"
title = { vi = "Đại học", en = "Graduate" }
cite = "II.1.4"
mark = "summary"
when = 'degree >= "bachelor"'
from = 2011-08-18
to = 2016-01-01
[[criterion]]
id = "large_unit"
title = { vi = "Phường", en = "Ward" }
cite = "27/2003/QĐ-TTg, art. 6(3)"
on = "units"
when = 'kind = "ward"'
[[criterion]]
id = "both"
title = { vi = "Cả hai", en = "Both" }
cite = { document = "X, Y", clause = "1, 2" }
when = 'graduate and party_member'
)toml");
    ASSERT_EQ(pack.criteria().size(), 3U);
    const Criterion& graduate = pack.criteria()[0];
    EXPECT_EQ(graduate.title.en, "Graduate");
    EXPECT_EQ(graduate.citation, (Citation{"D-1", "II.1.4", VerificationMark::summary}));
    EXPECT_EQ(graduate.in_force, (DateInterval{parse_iso_date("2011-08-18"), parse_iso_date("2016-01-01")}));
    EXPECT_EQ(graduate.condition->operation, Operation::criterion);
    EXPECT_EQ(graduate.condition->name, "graduate");
    EXPECT_EQ(graduate.condition->in_force, graduate.in_force);
    EXPECT_EQ(pack.criteria()[1].table, *pack.schema()->find_table("units"));
    EXPECT_EQ(pack.criteria()[1].citation, (Citation{"27/2003/QĐ-TTg", "art. 6(3)", VerificationMark::text}));
    EXPECT_EQ(pack.criteria()[2].citation, (Citation{"X, Y", "1, 2", VerificationMark::text}));
    EXPECT_EQ(pack.find_criterion("both"), &pack.criteria()[2]);
    EXPECT_EQ(pack.find_criterion("neither"), nullptr);
    EXPECT_EQ(pack.criteria()[2].condition->children[0]->children[0], graduate.condition);
}

TEST(RulePack, DefinitionsMayStandInAnyOrderAndAreShared) {
    const Pack pack = pack_of(R"toml(
[[definition]]
id = "old"
is = 'age_of_row >= @"P50Y"'
[[definition]]
id = "age_of_row"
title = { vi = "Tuổi", en = "Age" }
is = 'years and months duration(birth_date, as_of)'
[[definition]]
id = "very_old"
is = 'age_of_row >= @"P60Y" and old'
)toml");
    ASSERT_EQ(pack.definitions().size(), 3U);
    EXPECT_EQ(pack.definitions()[1].title.en, "Age");
    const ExpressionPtr& old = pack.definitions()[0].body;
    const ExpressionPtr& very_old = pack.definitions()[2].body;
    EXPECT_EQ(old->children[0]->operation, Operation::definition);
    EXPECT_EQ(old->children[0], very_old->children[0]->children[0]);
    EXPECT_EQ(text_of(pack, very_old), "age_of_row >= @\"P60Y\" and old");
}

TEST(RulePack, ParametersHaveVersions) {
    const Pack pack = pack_of(R"toml(
[[parameter]]
id = "first_age"
values = [
    { from = 2020-12-01, value = '@"P60Y"', cite = "138/2020/NĐ-CP, art. 41" },
    { from = 2003-02-19, to = 2020-12-01, value = '@"P55Y"', cite = "27/2003/QĐ-TTg, art. 6(3)", mark = "summary" },
]
[[definition]]
id = "young_enough"
is = 'birth_date + first_age > as_of'
)toml");
    ASSERT_EQ(pack.parameters().size(), 1U);
    const Parameter& parameter = *pack.parameters()[0];
    EXPECT_EQ(parameter.type.kind, TypeKind::months);
    ASSERT_EQ(parameter.versions.size(), 2U);
    EXPECT_EQ(parameter.versions[0].citation.mark, VerificationMark::summary);
    EXPECT_EQ(parameter.on(*parse_iso_date("2020-11-30")), &parameter.versions[0]);
    EXPECT_EQ(parameter.on(*parse_iso_date("2020-12-01")), &parameter.versions[1]);
    EXPECT_EQ(parameter.on(*parse_iso_date("2003-02-18")), nullptr);
    EXPECT_EQ(text_of(pack, pack.definitions()[0].body), "birth_date + first_age > as_of");
}

TEST(RulePack, AParameterIsLookedUpByADate) {
    const std::string start = R"toml([pack]
id = "test"
title = { vi = "Thử", en = "Test" }
source = { document = "D-1" }
[[parameter]]
id = "limit"
value = '@"P1Y"'
cite = "1"
[[criterion]]
id = "c"
title = { vi = "x", en = "x" }
cite = "1"
)toml";
    const std::string text = "years and months duration(birth_date, as_of) < at(limit, birth_date + @\"P1D\")";
    const Pack pack = parse_pack(start + "when = '" + text + "'\n", "test.toml");
    EXPECT_EQ(to_text(*pack.find_criterion("c")->condition->children[0], *pack.schema()), text);
    for (const char* const wrong : {"at(limit, 3) = limit", "at(at(limit, as_of), as_of) = limit"}) {
        EXPECT_THROW(parse_pack(start + "when = '" + wrong + "'\n", "test.toml"), Error) << wrong;
    }
}

TEST(RulePack, ParameterValuesMayBePlainTomlOrExpressions) {
    const Pack pack = pack_of(R"toml(
[[parameter]]
id = "whole"
cite = "1"
value = 35
[[parameter]]
id = "part"
cite = "1"
value = 0.5
[[parameter]]
id = "flag"
cite = "1"
value = true
[[parameter]]
id = "since"
cite = "1"
value = 2011-08-18
[[parameter]]
id = "plain"
cite = "1"
value = "secretary"
[[parameter]]
id = "quoted"
cite = "1"
value = '"35"'
[[parameter]]
id = "texts"
cite = "1"
value = ["ward", "township"]
[[parameter]]
id = "numbers"
cite = "1"
value = "[1, 2.5]"
[[parameter]]
id = "days"
cite = "1"
value = '@"P30D"'
[[parameter]]
id = "mixed"
values = [{ to = 2011-01-01, value = 1, cite = "1" }, { from = 2011-01-01, value = 1.5, cite = "2" }]
)toml");
    const std::vector<std::string> expected{
        "35",         "0.5",       "true", "@\"2011-08-18\"", "\"secretary\"", "\"35\"", "[\"ward\", \"township\"]",
        "[1.0, 2.5]", "@\"P30D\"", "1.0"};
    ASSERT_EQ(pack.parameters().size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(text_of(pack, pack.parameters()[i]->versions[0].value), expected[i]);
    }
    EXPECT_EQ(pack.parameters()[7]->type.element->kind, TypeKind::decimal);
    EXPECT_EQ(pack.parameters()[7]->versions[0].value->children[0]->operation, Operation::literal);
}

TEST(RulePack, ParametersOfTextsBecomeLevelsWhereTheyMeetThem) {
    const Pack pack = pack_of(R"toml(
[[parameter]]
id = "least"
cite = "1"
value = "master"
[[parameter]]
id = "kinds"
cite = "1"
value = ["ward", "township"]
[[criterion]]
id = "meets"
title = { vi = "Đạt", en = "Meets" }
cite = "1"
when = 'degree >= least and unit.kind in kinds'
)toml");
    const Expression& both = *pack.criteria()[0].condition->children[0];
    EXPECT_EQ(both.children[0]->children[1]->type.kind, TypeKind::level);
    EXPECT_EQ(std::get<std::int64_t>(both.children[0]->children[1]->parameter->versions[0].value->constant), 5);
    EXPECT_EQ(text_of(pack, pack.criteria()[0].condition->children[0]), "degree >= least and unit.kind in kinds");
}

TEST(RulePack, AddsAttributes) {
    const Pack pack = pack_of(R"toml(
[[attribute]]
table = "cadres"
id = "result"
type = "text"
[[criterion]]
id = "elected"
title = { vi = "Trúng cử", en = "Elected" }
cite = "1"
when = 'result = "won"'
)toml");
    EXPECT_TRUE(pack.schema()->table(0).find("result").has_value());
    EXPECT_EQ(pack_of("").schema(), load_vocabulary());
}

TEST(RulePack, KeepsTheTablesOfOtherLayers) {
    const Pack pack = pack_of("[[target]]\nid = \"t\"\nwhatever = 1\n[[case]]\nid = \"c\"\n");
    ASSERT_EQ(pack.sections("target").size(), 1U);
    EXPECT_EQ(pack.sections("target")[0].find("whatever")->place().line, 7);
    EXPECT_EQ(pack.sections("case").size(), 1U);
    EXPECT_TRUE(pack.sections("indicator").empty());
}

TEST(RulePack, ParsesExpressionsInItsNamespace) {
    const Pack pack = pack_of(R"toml(
[[definition]]
id = "grown"
is = 'degree >= "bachelor"'
[[target]]
among = 'grown and sexx = "female"'
)toml");
    Diagnostics diagnostics;
    EXPECT_NE(pack.parse("grown and party_member", 0, {"other", 1, 1}, diagnostics), nullptr);
    EXPECT_TRUE(diagnostics.empty());
    const Node& among = *pack.sections("target")[0].find("among");
    EXPECT_EQ(pack.parse(*among.get_if<std::string>(), 0, among.place(), diagnostics), nullptr);
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_EQ(diagnostics[0].place, (Place{"test.toml", 10, 20}));
}

TEST(RulePack, WarnsOfEqualityOfDecimals) {
    const Pack pack = pack_of(R"toml(
[[criterion]]
id = "half"
title = { vi = "Nửa", en = "Half" }
cite = "1"
when = 'as_of.year / 2 = 1007.5'
)toml");
    ASSERT_EQ(pack.warnings().size(), 1U);
    EXPECT_EQ(pack.warnings()[0].severity, Severity::warning);
    EXPECT_EQ(pack.warnings()[0].message.id, texts::decimal_equality);
    EXPECT_EQ(pack.warnings()[0].place.line, 10);
}

class PackFiles : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() / (std::string("cadre_packs_") + test->name());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& uses, const std::string& entries = {}) {
        const std::string path = (folder_ / (name + ".toml")).string();
        std::ofstream(path) << "[pack]\nid = \"" << name << "\"\ntitle = { vi = \"x\", en = \"x\" }\n"
                            << "source = { document = \"" << name << "\" }\nuse = [" << uses << "]\n"
                            << entries;
        return path;
    }

    std::filesystem::path folder_;
};

TEST_F(PackFiles, UsedPacksAreMergedEachOnce) {
    const std::string attribute = "[[attribute]]\ntable = \"cadres\"\nid = \"extra\"\ntype = \"integer\"\n";
    const auto criterion = [](const std::string& id, const std::string& when) {
        return "[[criterion]]\nid = \"" + id + "\"\ntitle = { vi = \"x\", en = \"x\" }\ncite = \"1\"\nwhen = '" + when +
               "'\n";
    };
    write("base", "", attribute + criterion("in_base", "extra > 1"));
    write("left", "\"base.toml\"", criterion("in_left", "in_base"));
    write("right", "\"base.toml\"", criterion("in_right", "in_base"));
    const Pack pack =
        load_pack(write("top", "\"left.toml\", \"right.toml\"", criterion("in_top", "in_left and in_right")));
    ASSERT_EQ(pack.criteria().size(), 4U);
    EXPECT_EQ(pack.criteria()[0].id, "in_top");
    EXPECT_EQ(pack.find_criterion("in_base")->citation.document, "base");
}

TEST_F(PackFiles, APackThatUsesItselfIsRefused) {
    write("one", "\"two.toml\"");
    try {
        load_pack(write("two", "\"one.toml\""));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics()[0].message.id, texts::pack_uses_itself);
    }
}

TEST_F(PackFiles, AMissingUsedPackIsPlaced) {
    try {
        load_pack(write("one", "\"vietnam-bas\""));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_rule);
        EXPECT_EQ(error.diagnostics()[0].place.line, 5);
        EXPECT_EQ(error.diagnostics()[0].message.id, texts::unknown_pack);
        EXPECT_EQ(error.diagnostics()[0].hint->id, texts::did_you_mean);
    }
}

TEST(ShippedPacks, LoadWithoutWarnings) {
    const std::vector<std::string> ids = shipped_packs();
    EXPECT_NE(std::find(ids.begin(), ids.end(), "hanoi-2011"), ids.end());
    EXPECT_NE(std::find(ids.begin(), ids.end(), "vietnam-base"), ids.end());
    for (const std::string& id : ids) {
        const Pack pack = load_pack(id);
        EXPECT_EQ(pack.id(), id);
        EXPECT_TRUE(pack.warnings().empty());
    }
    EXPECT_TRUE(load_pack(CADRE_SOURCE_DIR "/examples/packs/na15.toml").warnings().empty());
}

TEST(ShippedPacks, HanoiStatesItsTargetsAndThoseOnCadresForBothSetsOfTitles) {
    const Pack pack = load_pack("hanoi-2011");
    EXPECT_NE(pack.find_criterion("postgraduate_holder"), nullptr);
    ASSERT_EQ(pack.sections("target").size(), 14U);
    for (const Node& target : pack.sections("target")) {
        Diagnostics diagnostics;
        const Node& among = *target.find("among");
        const Node* on = target.find("on");
        const int table = *pack.schema()->find_table(on == nullptr ? "cadres" : *on->get_if<std::string>());
        const ExpressionPtr cohort = pack.parse(*among.get_if<std::string>(), table, among.place(), diagnostics);
        ASSERT_NE(cohort, nullptr);
        EXPECT_EQ(cohort->type.kind, TypeKind::boolean);
        EXPECT_NE(pack.find_criterion(*target.find("meet")->get_if<std::string>()), nullptr);
    }
}

TEST(ShippedPacks, AnUnknownPackIsNotFound) {
    try {
        load_pack("hanoi-2012");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
        EXPECT_NE(error.text(Language::en).find("“hanoi-2011”"), std::string::npos);
    }
    EXPECT_THROW(load_pack("no/such/file.toml"), Error);
    EXPECT_THROW(load_pack("/"), Error);
}

}  // namespace
}  // namespace cadre

#include "roster/imported.hpp"

namespace cadre {
namespace {

using test::ArrowData;
using test::ArrowStream;
using test::cells;
using test::column;
using test::Numbers;
using test::report;

TEST(ArrowTables, KeepsTheProducersMemoryUntilTheLastCopyGoes) {
    std::vector<ArrowData> columns;
    columns.push_back(test::numbers<std::int32_t>("birth_date", "tdD", {10}));
    ArrowStream stream(test::one_chunk(std::move(columns)));
    {
        std::optional<Roster> first = Roster::from_arrow(stream.get());
        const Roster second = *first;
        first.reset();
        EXPECT_EQ(stream.open_arrays(), 1);
        EXPECT_EQ(column(second, "cadres", "birth_date").integer(0), 10);
    }
    EXPECT_EQ(stream.open_arrays(), 0);
}

TEST(ArrowTables, ReleasesTextOnceItIsRead) {
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("ethnicity", {{"Kinh"}}));
    ArrowStream stream(test::one_chunk(std::move(columns)));
    const Roster roster = Roster::from_arrow(stream.get());
    EXPECT_EQ(stream.open_arrays(), 0);
    EXPECT_EQ(test::text(roster, column(roster, "cadres", "ethnicity"), 0), "Kinh");
}

TEST(ArrowTables, OrdersListsAndDropsMembersOfNullLists) {
    std::vector<ArrowData> members;
    members.push_back(test::numbers<std::int32_t>("year", "i", {2015, 2013, 1, 2, std::nullopt, 2012}));
    ArrowData lists =
        test::lists<std::int32_t>("appraisals", "+l", {2, 2, 2}, test::structure("item", std::move(members)));
    lists.null_count = 1;
    lists.buffers[0] = test::bit_bytes({true, false, true});
    const Roster roster = test::import(std::move(lists));
    EXPECT_EQ(cells(column(roster, "cadres.appraisals", "year")), (Numbers{2013, 2015, 2012, std::nullopt}));
    EXPECT_FALSE(column(roster, "cadres", "appraisals").is_present(1));
    EXPECT_EQ(report(roster, "cadres.appraisals", "year").read, 3);
    EXPECT_EQ(report(roster, "cadres", "appraisals").blank, 1);
}

TEST(ArrowTables, ReadsListsOfScalars) {
    ArrowData lists =
        test::lists<std::int32_t>("fields", "+l", {1, 2}, test::texts("item", {{"a"}, {"b"}, std::nullopt}));
    std::vector<ArrowData> columns;
    columns.push_back(std::move(lists));
    ArrowStream stream(test::one_chunk(std::move(columns)));
    const Roster roster = Roster::from_arrow({{"units", stream.get()}});
    EXPECT_EQ(test::text(roster, column(roster, "units.fields", "item"), 1), "b");
    EXPECT_FALSE(column(roster, "units.fields", "item").is_present(2));
}

TEST(ArrowTables, TakesNullMembersAsMissing) {
    std::vector<ArrowData> members;
    members.push_back(test::numbers<std::int32_t>("year", "i", {2013, 2014}));
    ArrowData items = test::structure("item", std::move(members));
    items.null_count = 1;
    items.buffers[0] = test::bit_bytes({false, true});
    const Roster roster = test::import(test::lists<std::int32_t>("appraisals", "+l", {2}, std::move(items)));
    EXPECT_EQ(cells(column(roster, "cadres.appraisals", "year")), (Numbers{2014, std::nullopt}));
}

TEST(ArrowTables, LinksTablesInAnyOrder) {
    std::vector<ArrowData> cadres;
    cadres.push_back(test::numbers<double>("unit", "g", {2.0, 3.0, std::nullopt, 1.0}));
    std::vector<ArrowData> units;
    units.push_back(test::texts("id", {{"1"}, {"2"}, {"2"}}));
    ArrowStream first(test::one_chunk(std::move(cadres)));
    ArrowStream second(test::one_chunk(std::move(units)));
    const Roster roster = Roster::from_arrow({{"cadres", first.get()}, {"units", second.get()}});
    EXPECT_EQ(cells(column(roster, "cadres", "unit")), (Numbers{1, std::nullopt, std::nullopt, 0}));
    const AttributeReport& unit = report(roster, "cadres", "unit");
    EXPECT_EQ(unit.read, 2);
    EXPECT_EQ(unit.dangling, 1);
    EXPECT_EQ(unit.blank, 1);
    EXPECT_TRUE(unit.spellings.empty());
    EXPECT_EQ(report(roster, "units", "id").duplicated, 1);
    EXPECT_EQ(report(roster, "units", "id").rows, std::vector<std::int64_t>{2});
}

TEST(ArrowTables, CountsReferencesToATableThatIsNotThereAsDangling) {
    const Roster roster = test::import(test::texts("unit", {{"u1"}, std::nullopt}));
    EXPECT_EQ(report(roster, "cadres", "unit").dangling, 1);
    EXPECT_FALSE(column(roster, "cadres", "unit").is_present(0));
}

TEST(ArrowTables, GroupsAChildTableByItsOwner) {
    const auto cadres = [] {
        std::vector<ArrowData> columns;
        columns.push_back(test::texts("id", {{"a"}, {"b"}, {"c"}}));
        return test::one_chunk(std::move(columns));
    };
    const auto rows = [](const char* owner) {
        std::vector<ArrowData> columns;
        columns.push_back(test::texts(owner, {{"c"}, {"a"}, {"x"}, {"c"}, std::nullopt}));
        columns.push_back(test::numbers<std::int32_t>("from", "tdD", {9, 1, 2, 8, 3}));
        return test::one_chunk(std::move(columns));
    };
    for (const char* name : {"appointments", "cadres.appointments"}) {
        ArrowStream parent(cadres());
        ArrowStream child(rows("cadre"));
        const Roster roster = Roster::from_arrow({{name, child.get()}, {"cadres", parent.get()}});
        EXPECT_EQ(cells(column(roster, "cadres.appointments", "from")), (Numbers{1, 8, 9}));
        const Column& lists = column(roster, "cadres", "appointments");
        EXPECT_TRUE(lists.is_present(1) && !lists.is_open(1));
        EXPECT_EQ(lists.offsets()[1], 1);
        EXPECT_EQ(lists.offsets()[2], 1);
        EXPECT_EQ(lists.offsets()[3], 3);
        const AttributeReport& owner = report(roster, "cadres.appointments", "owner");
        EXPECT_EQ(owner.dangling, 1);
        EXPECT_EQ(owner.read, 3);
        EXPECT_EQ(owner.blank, 1);
    }
    const Mapping mapping = test::mapping_of("[cadres.appointments]\nowner = \"Mã cán bộ\"\nopen = true\n");
    ArrowStream parent(cadres());
    ArrowStream child(rows("Mã cán bộ"));
    const Roster roster = Roster::from_arrow({{"cadres", parent.get()}, {"appointments", child.get()}}, mapping);
    EXPECT_TRUE(column(roster, "cadres", "appointments").is_open(1));
    EXPECT_TRUE(roster.import_report().unused_columns.empty());
}

TEST(ArrowTables, SaysWhichTableAStreamMayBe) {
    ArrowStream stream(test::one_chunk({}));
    test::error_of([&] { Roster::from_arrow({{"appraisals", stream.get()}}); }, ErrorCode::invalid_argument);
    ArrowStream orphan(test::one_chunk({}));
    test::error_of([&] { Roster::from_arrow({{"appointments", orphan.get()}}); }, ErrorCode::invalid_argument);
    ArrowStream parent(test::one_chunk({}));
    ArrowStream child(test::one_chunk({}));
    const std::string owner = test::error_of(
        [&] {
            Roster::from_arrow({{"cadres", parent.get()}, {"appointments", child.get()}});
        },
        ErrorCode::invalid_document);
    EXPECT_NE(owner.find("“cadre”"), std::string::npos) << owner;
}

TEST(ArrowTables, NamesEveryColumnThatDoesNotFitAtOnce) {
    const Mapping mapping = test::mapping_of(
        "[cadres.degree]\ncolumn = \"Trình độ\"\n[cadres.birth_date]\ncolumn = \"Ngày sinh\"\n[cadres.sex]\ncolumn = "
        "\"x\"\n");
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("Trình đô", {}));
    columns.push_back(test::numbers<std::int64_t>("Ngày sinh", "l", {}));
    columns.push_back(test::texts("x", {}));
    columns.push_back(test::texts("x", {}));
    columns.push_back(test::booleans("political_theory", {}));
    try {
        test::import(std::move(columns), mapping);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_document);
        ASSERT_EQ(error.diagnostics().size(), 4U) << error.what();
        const std::string text = error.what();
        EXPECT_NE(text.find("m.toml:1:"), std::string::npos) << text;
        EXPECT_NE(text.find("did you mean “Trình đô”"), std::string::npos) << text;
    }
}

TEST(ArrowTables, MatchesColumnNamesInNfc) {
    const Mapping mapping = test::mapping_of("[cadres.ethnicity]\ncolumn = \"D\u00E2n t\u1ED9c\"\n");
    const Roster roster = test::import(test::texts(" Da\u0302n to\u0302\u0323c", {{"Kinh"}}), mapping);
    EXPECT_EQ(report(roster, "cadres", "ethnicity").read, 1);
}

TEST(ArrowTables, LeavesOutColumnsOfTypesThatItDoesNotRead) {
    ArrowData odd = test::numbers<std::int64_t>("pay", "d:19,2", {1, 2});
    odd.claimed_buffers = 9;
    const Roster roster = test::import(std::move(odd));
    EXPECT_EQ(roster.size(), 2U);
    EXPECT_EQ(roster.import_report().unused_columns, std::vector<std::string>{"cadres: pay"});
}

TEST(ArrowTables, NeverReportsKeysReferencesOrFreeText) {
    std::vector<ArrowData> columns;
    columns.push_back(test::numbers<double>("id", "g", {1.5, 2.0}));
    columns.push_back(test::numbers<double>("unit", "g", {1.5, 2.0}));
    const Roster roster = test::import(std::move(columns));
    EXPECT_EQ(report(roster, "cadres", "id").not_understood, 1);
    EXPECT_TRUE(report(roster, "cadres", "id").spellings.empty());
    EXPECT_TRUE(report(roster, "cadres", "unit").spellings.empty());
}

TEST(ArrowTables, ReportIsReadableInBothLanguages) {
    const Roster roster = test::import(test::texts("degree", {{"Thạc sĩ"}, {"gì đó"}, {"gì đó"}}));
    EXPECT_NE(roster.import_report().to_text(Language::vi).find("“gì đó” × 2"), std::string::npos);
    EXPECT_NE(roster.import_report().to_text(Language::en).find("not understood"), std::string::npos);
}

}  // namespace
}  // namespace cadre

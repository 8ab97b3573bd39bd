// Lists of a list's members: inside their rows, as streams of their own, and by the builder.

#include "roster/imported.hpp"

#include <cadre/roster/fingerprint.hpp>
#include <cadre/roster/roster_builder.hpp>

namespace cadre {
namespace {

using test::ArrowData;
using test::ArrowStream;
using test::cells;
using test::column;
using test::Numbers;
using test::report;

constexpr std::string_view duties = R"(
[[attribute]]
table = "cadres.appointments"
id = "number"
type = "text"
key = true

[[attribute]]
table = "cadres.appointments"
id = "duties"
type = "list"

[[attribute]]
table = "cadres.appointments.duties"
id = "weight"
type = "integer"

[[attribute]]
table = "cadres.appointments"
id = "grades"
type = "list"
of = "integer"
)";

Mapping mapping(const std::string& more = "") {
    return test::mapping_of(std::string(duties) + more);
}

const Column& weights(const Roster& roster) {
    return column(roster, "cadres.appointments.duties", "weight");
}

Numbers ends(const Roster& roster, std::string_view table, std::string_view list) {
    Numbers all;
    const Column& lists = column(roster, table, list);
    for (std::size_t row = 0; row < lists.size; ++row) {
        all.push_back(lists.is_present(row) ? std::optional(lists.offsets()[row + 1]) : std::nullopt);
    }
    return all;
}

ArrowData records(std::string name, ArrowData column) {
    std::vector<ArrowData> columns;
    columns.push_back(std::move(column));
    return test::structure(std::move(name), std::move(columns));
}

TEST(NestedLists, AreReadInsideTheRowsOfAList) {
    ArrowData inner = test::lists<std::int64_t>("duties", "+L", {2, std::nullopt, 0, 1},
                                                records("item", test::numbers<std::int16_t>("weight", "s", {5, 6, 7})));
    std::vector<ArrowData> spells;
    spells.push_back(test::numbers<std::int32_t>("from", "tdD", {40, 30, 20, 10}));
    spells.push_back(std::move(inner));
    spells.push_back(test::lists<std::int32_t>("grades", "+l", {1, 0, 2, 0},
                                               test::numbers<std::int32_t>("item", "i", {1, 2, std::nullopt})));
    const Roster roster = test::import(
        test::lists<std::int32_t>("appointments", "+l", {3, 0, 1}, test::structure("item", std::move(spells))),
        mapping());
    // Spells are put in the order of `from`, and take their own lists along.
    EXPECT_EQ(cells(column(roster, "cadres.appointments", "from")), (Numbers{20, 30, 40, 10}));
    EXPECT_EQ(ends(roster, "cadres.appointments", "duties"), (Numbers{0, std::nullopt, 2, 3}));
    EXPECT_EQ(cells(weights(roster)), (Numbers{5, 6, 7}));
    EXPECT_EQ(cells(column(roster, "cadres.appointments.grades", "item")), (Numbers{2, std::nullopt, 1}));
    EXPECT_EQ(report(roster, "cadres.appointments", "duties").blank, 1);
    EXPECT_EQ(report(roster, "cadres.appointments.duties", "weight").read, 3);
}

TEST(NestedLists, OfAColumnWithoutATypeAreUnknown) {
    std::vector<ArrowData> cadres;
    cadres.push_back(test::texts("id", {{"a"}}));
    ArrowData nothing = test::numbers<std::int32_t>("duties", "n", {std::nullopt, std::nullopt});
    nothing.buffers.clear();
    nothing.null_count = 2;
    std::vector<ArrowData> spells;
    spells.push_back(test::texts("cadre", {{"x"}, {"a"}}));
    spells.push_back(std::move(nothing));
    ArrowStream first(test::one_chunk(std::move(cadres)));
    ArrowStream second(test::one_chunk(std::move(spells)));
    const Roster roster = Roster::from_arrow({{"cadres", first.get()}, {"appointments", second.get()}}, mapping());
    EXPECT_EQ(ends(roster, "cadres.appointments", "duties"), (Numbers{std::nullopt}));
    EXPECT_EQ(roster.size("cadres.appointments.duties"), 0U);
}

/// Cadres a and b; spells s1 of b, s2 of a, and s3 of nobody; duties by the spell that they belong to.
Roster three_streams(const Mapping& mapping, const std::string& owner_column = "appointment") {
    std::vector<ArrowData> cadres;
    cadres.push_back(test::texts("id", {{"a"}, {"b"}}));
    std::vector<ArrowData> spells;
    spells.push_back(test::texts("cadre", {{"b"}, {"a"}, {"x"}, {"a"}}));
    spells.push_back(test::texts("number", {{"s1"}, {"s2"}, {"s3"}, {"s2"}}));
    spells.push_back(test::numbers<std::int32_t>("from", "tdD", {10, 20, 30, 40}));
    std::vector<ArrowData> members;
    members.push_back(test::texts(owner_column, {{"s2"}, {"s3"}, {"s1"}, {"s9"}, {"s2"}}));
    members.push_back(test::numbers<std::int32_t>("weight", "i", {1, 2, 3, 4, 5}));
    ArrowStream first(test::one_chunk(std::move(cadres)));
    ArrowStream second(test::one_chunk(std::move(spells)));
    ArrowStream third(test::one_chunk(std::move(members)));
    return Roster::from_arrow({{"duties", third.get()}, {"appointments", second.get()}, {"cadres", first.get()}},
                              mapping);
}

TEST(NestedLists, NameTheMemberThatOwnsThem) {
    const Roster roster = three_streams(mapping());
    EXPECT_EQ(cells(column(roster, "cadres.appointments", "from")), (Numbers{20, 40, 10}));
    EXPECT_EQ(ends(roster, "cadres", "appointments"), (Numbers{2, 3}));
    EXPECT_EQ(ends(roster, "cadres.appointments", "duties"), (Numbers{2, 2, 3}));
    EXPECT_EQ(cells(weights(roster)), (Numbers{1, 5, 3}));
    EXPECT_EQ(report(roster, "cadres.appointments.duties", "owner").dangling, 1);
    EXPECT_EQ(report(roster, "cadres.appointments", "number").duplicated, 1);
    EXPECT_EQ(report(roster, "cadres.appointments", "owner").dangling, 1);
}

TEST(NestedLists, TakeTheirOwnersColumnFromTheMapping) {
    const Mapping named = mapping("[cadres.appointments.duties]\nowner = \"Mã quá trình\"\nopen = true\n");
    const Roster roster = three_streams(named, "Mã quá trình");
    EXPECT_EQ(cells(weights(roster)), (Numbers{1, 5, 3}));
    EXPECT_TRUE(column(roster, "cadres.appointments", "duties").is_open(1));
}

TEST(NestedLists, NeedAKeyOfTheMemberThatOwnsThem) {
    std::string keyless(duties);
    keyless.erase(keyless.find("key = true"), 10);
    const std::string message =
        test::error_of([&] { three_streams(test::mapping_of(keyless)); }, ErrorCode::invalid_document);
    EXPECT_NE(message.find("“cadres.appointments” has no key attribute"), std::string::npos) << message;
    EXPECT_NE(message.find("key = true"), std::string::npos) << message;
}

TEST(NestedLists, OfABuilderLieAsThoseOfAStream) {
    const auto duty = [](std::int64_t weight) { return Record{{"weight", weight}}; };
    RosterBuilder builder(mapping().schema());
    builder.add("cadres",
                {{"appointments", ListValue{{{{"from", Date(1970, 1, 31)}, {"duties", ListValue{{duty(5)}, true}}},
                                             {{"from", Date(1970, 1, 21)}, {"duties", ListValue{{}, false}}},
                                             {{"from", Date(1970, 1, 11)}}},
                                            false}}});
    EXPECT_THROW(builder.add("cadres", {{"appointments",
                                         ListValue{{{{"duties", ListValue{{duty(9), {{"no", 1}}}, false}}}}, false}}}),
                 Error);
    builder.add("cadres", {{"appointments", ListValue{{{{"duties", ListValue{{duty(6), duty(7)}, false}}}}, false}}});
    const Roster roster = builder.build();
    EXPECT_EQ(ends(roster, "cadres.appointments", "duties"), (Numbers{std::nullopt, 0, 1, 3}));
    EXPECT_EQ(cells(weights(roster)), (Numbers{5, 6, 7}));
    EXPECT_TRUE(column(roster, "cadres.appointments", "duties").is_open(2));
    EXPECT_FALSE(column(roster, "cadres.appointments", "duties").is_open(1));
}

TEST(NestedLists, AreOfAGivenTableEvenWhereNoneIsGiven) {
    const Roster roster = test::import(test::texts("ethnicity", {{"Kinh"}}), mapping());
    const int duties_table = *roster.schema().find_table("cadres.appointments.duties");
    ASSERT_NE(roster.table(duties_table), nullptr);
    EXPECT_EQ(roster.table(duties_table)->rows, 0U);
}

TEST(NestedLists, CountInTheFingerprint) {
    const auto of = [](std::int64_t first, std::int64_t second) {
        RosterBuilder builder(mapping().schema());
        const auto spell = [](std::int64_t count) {
            ListValue list;
            for (std::int64_t i = 0; i < count; ++i) list.records.push_back({{"weight", 1}});
            return Record{{"duties", list}};
        };
        builder.add("cadres", {{"appointments", ListValue{{spell(first), spell(second)}, false}}});
        return fingerprint(builder.build());
    };
    EXPECT_EQ(of(1, 2), of(1, 2));
    EXPECT_NE(of(1, 2), of(2, 1));
}

}  // namespace
}  // namespace cadre

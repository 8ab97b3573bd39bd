#include <cadre/error.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/document.hpp>
#include <cadre/schema/schema.hpp>

#include <gtest/gtest.h>

#include <random>

namespace cadre {
namespace {

const std::string head = R"([vocabulary]
id = "test"
title = { vi = "Thử", en = "Test" }
[[scale]]
id = "level"
label = { vi = "Bậc", en = "Level" }
levels = [
    { code = "low", rank = 0, label = { vi = "Thấp", en = "Low" }, spellings = ["Thấp"] },
    { code = "high", rank = 10, label = { vi = "Cao", en = "High" } },
    { code = "equal", rank = 10, label = { vi = "Ngang", en = "Equal" } },
]
[[nominal]]
id = "colour"
label = { vi = "Màu", en = "Colour" }
codes = [{ code = "red", label = { vi = "Đỏ", en = "Red" } }]
)";

std::string table(const std::string& id, const std::string& attributes, const std::string& more = "") {
    return "[[table]]\nid = \"" + id + "\"\nlabel = { vi = \"Bảng\", en = \"Table\" }\n" + more + "attribute = [" +
           attributes + "]\n";
}

std::string attribute(const std::string& id, const std::string& rest) {
    return "{ id = \"" + id + "\", meaning = { vi = \"Nghĩa\", en = \"Meaning\" }, " + rest + " }, ";
}

Schema read(const std::string& text) {
    return Schema::from_document(parse_document(text, "test.toml"));
}

Diagnostics findings(const std::string& text) {
    try {
        read(text);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_document);
        return error.diagnostics();
    }
    return {};
}

/// The one finding of a document; its place must be known.
Diagnostic finding(const std::string& text) {
    const Diagnostics found = findings(text);
    EXPECT_EQ(found.size(), 1U);
    for (const Diagnostic& diagnostic : found) {
        EXPECT_GT(diagnostic.place.line, 0) << diagnostic.to_text();
        EXPECT_EQ(diagnostic.place.source, "test.toml");
    }
    return found.empty() ? Diagnostic{} : found[0];
}

TEST(SchemaReader, ReadsEveryType) {
    const Schema schema = read(head +
                               table("t", attribute("a", "type = 'boolean'") + attribute("b", "type = 'integer'") +
                                              attribute("c", "type = 'decimal'") + attribute("d", "type = 'text'") +
                                              attribute("e", "type = 'text', of = 'colour'") +
                                              attribute("f", "type = 'date', none = true, ongoing = true") +
                                              attribute("g", "type = 'months'") + attribute("h", "type = 'days'") +
                                              attribute("i", "type = 'level', of = 'level', changeable = true") +
                                              attribute("j", "type = 'reference', of = 'later'")) +
                               table("later", attribute("id", "type = 'text', key = true, timeless = true")));
    const auto kind = [&](const char* name) {
        return schema.table(0).attributes[static_cast<std::size_t>(*schema.table(0).find(name))].type;
    };
    EXPECT_EQ(kind("a"), (Type{TypeKind::boolean}));
    EXPECT_EQ(kind("b"), (Type{TypeKind::integer}));
    EXPECT_EQ(kind("c"), (Type{TypeKind::decimal}));
    EXPECT_EQ(kind("d"), (Type{TypeKind::text}));
    EXPECT_EQ(kind("e"), (Type{TypeKind::text, 1}));
    EXPECT_EQ(kind("f"), (Type{TypeKind::date}));
    EXPECT_EQ(kind("g"), (Type{TypeKind::months}));
    EXPECT_EQ(kind("h"), (Type{TypeKind::days}));
    EXPECT_EQ(kind("i"), (Type{TypeKind::level, 0}));
    EXPECT_EQ(kind("j"), (Type{TypeKind::reference, 1}));
    EXPECT_TRUE(schema.attribute(0, 5).allows_none && schema.attribute(0, 5).allows_ongoing);
    EXPECT_TRUE(schema.attribute(0, 8).changeable);
    EXPECT_TRUE(schema.attribute(1, 0).key && schema.attribute(1, 0).timeless);
    EXPECT_EQ(schema.scale(0).codes[2].rank, 10);
    EXPECT_FALSE(schema.scale(1).ordered);
}

TEST(SchemaReader, ListsHaveChildTables) {
    const Schema schema =
        read(head +
             table("t", attribute("spells", "type = 'list'") + attribute("marks", "type = 'list', of = 'level'") +
                            attribute("tags", "type = 'list', of = 'text'")) +
             table("t.spells", attribute("year", "type = 'integer'"), "order_by = 'year'\n"));
    const int spells = schema.find_table("t.spells").value();
    const int marks = schema.find_table("t.marks").value();
    EXPECT_EQ(schema.attribute(0, 0).type, Type::list_of({TypeKind::record, spells}));
    EXPECT_EQ(schema.attribute(0, 0).child_table, spells);
    EXPECT_EQ(schema.table(spells).parent, 0);
    EXPECT_EQ(schema.table(spells).order_by, "year");
    EXPECT_EQ(schema.attribute(0, 1).type, Type::list_of({TypeKind::level, 0}));
    EXPECT_EQ(schema.table(marks).parent, 0);
    ASSERT_EQ(schema.table(marks).attributes.size(), 1U);
    EXPECT_EQ(schema.attribute(marks, 0).id, "item");
    EXPECT_EQ(schema.attribute(marks, 0).type, (Type{TypeKind::level, 0}));
    EXPECT_EQ(schema.attribute(0, 2).type, Type::list_of({TypeKind::text}));
}

std::string with_append(const std::string& append) {
    return head + table("t", attribute("spells", "type = 'list', changeable = true, append = " + append)) +
           table("t.spells",
                 attribute("year", "type = 'integer'") + attribute("grade", "type = 'level', of = 'level'"));
}

TEST(SchemaReader, ReadsHowAListGrows) {
    const Schema schema = read(with_append("{ on = 'year', with = { grade = 'low' } }"));
    ASSERT_TRUE(schema.attribute(0, 0).append);
    EXPECT_EQ(schema.attribute(0, 0).append->on, "year");
    EXPECT_EQ(schema.attribute(0, 0).append->with.front().second, "low");
}

TEST(SchemaReader, RefusesAppendsThatNameNothing) {
    EXPECT_EQ(finding(with_append("{ on = 'yaer' }")).message.id, texts::append_on_kind);
    EXPECT_EQ(finding(with_append("{ on = 'grade' }")).message.id, texts::append_on_kind);
    EXPECT_EQ(finding(with_append("{ on = 'year', with = { grade = 'no such level' } }")).message.id,
              texts::append_with_code);
    EXPECT_EQ(finding(head + table("t", attribute("a", "type = 'boolean', append = { on = 'b' }"))).message.id,
              texts::append_needs_list);
}

TEST(SchemaReader, RefusesToChangeWhatNobodyChanges) {
    for (const std::string type : {"type = 'date'", "type = 'reference', of = 't'", "type = 'text', timeless = true"}) {
        const std::string text = head + table("t", attribute("a", type + ", changeable = true"));
        EXPECT_EQ(finding(text).message.id, texts::never_changeable) << type;
    }
}

TEST(SchemaReader, UnknownKeysComeWithASuggestion) {
    const Diagnostic found = finding(head + table("t", attribute("a", "type = 'boolean', chageable = true")));
    EXPECT_EQ(found.message.id, texts::unknown_key);
    ASSERT_TRUE(found.hint);
    EXPECT_EQ(found.hint->text(Language::en), "did you mean “changeable”?");
}

TEST(SchemaReader, UnknownTypesScalesAndTablesComeWithASuggestion) {
    const std::pair<const char*, MessageId> cases[] = {
        {"type = 'bolean'", texts::unknown_attribute_type},
        {"type = 'level', of = 'levle'", texts::unknown_scale},
        {"type = 'text', of = 'color'", texts::unknown_nominal},
        {"type = 'reference', of = 'tt'", texts::unknown_table},
        {"type = 'list', of = 'txt'", texts::unknown_list_element},
    };
    for (const auto& [text, id] : cases) {
        const Diagnostic found = finding(head + table("t", attribute("a", text)));
        EXPECT_EQ(found.message.id, id) << text;
        ASSERT_TRUE(found.hint) << text;
        EXPECT_EQ(found.hint->id, texts::did_you_mean) << text;
    }
}

TEST(SchemaReader, DuplicateIdsAreRefused) {
    EXPECT_EQ(finding(head + table("t", "") + table("t", "")).message.id, texts::duplicate_id);
    const std::string twice = attribute("a", "type = 'date'") + attribute("a", "type = 'text'");
    EXPECT_EQ(finding(head + table("t", twice)).message.id, texts::duplicate_id);
    const std::string scale = "[[scale]]\nid = 'colour'\nlabel = { vi = 'x', en = 'x' }\nlevels = []\n";
    EXPECT_EQ(finding(head + scale).message.id, texts::duplicate_id);
    const std::string codes =
        "[[nominal]]\nid = 'n'\nlabel = { vi = 'x', en = 'x' }\ncodes = [{ code = 'a', label = { vi = 'x', en = 'x' } "
        "}, "
        "{ code = 'a', label = { vi = 'x', en = 'x' } }]\n";
    EXPECT_EQ(finding(head + codes).message.id, texts::duplicate_id);
}

TEST(SchemaReader, LevelsMustAscend) {
    const std::string scale =
        "[[scale]]\nid = 's'\nlabel = { vi = 'x', en = 'x' }\nlevels = [{ code = 'a', rank = 2, label = { vi = 'x', en "
        "= 'x' } }, "
        "{ code = 'b', rank = 1, label = { vi = 'x', en = 'x' } }]\n";
    EXPECT_EQ(finding(head + scale).message.id, texts::rank_descends);
}

TEST(SchemaReader, ASpellingStandsForOneCode) {
    const std::string scale =
        "[[nominal]]\nid = 's'\nlabel = { vi = 'x', en = 'x' }\ncodes = [{ code = 'a', label = { vi = 'x', en = 'x' }, "
        "spellings = ['Đỏ'] }, "
        "{ code = 'b', label = { vi = 'x', en = 'x' }, spellings = ['ĐỎ'] }]\n";
    EXPECT_EQ(finding(head + scale).message.id, texts::spelling_of_two_codes);
}

TEST(SchemaReader, ListsNeedMembersAndMembersNeedAList) {
    EXPECT_EQ(finding(head + table("t", attribute("a", "type = 'list'"))).message.id, texts::list_without_members);
    EXPECT_EQ(finding(head + table("t", "") + table("t.a", "")).message.id, texts::orphan_child_table);
}

TEST(SchemaReader, ListsNestTwoLevelsDeep) {
    const std::string outer =
        table("t", attribute("a", "type = 'list'")) + table("t.a", attribute("b", "type = 'list'"));
    const Schema schema =
        Schema::from_document(parse_document(head + table("t.a.b", attribute("c", "type = 'date'")) + outer, "v.toml"));
    const int inner = *schema.find_table("t.a.b");
    EXPECT_EQ(schema.table(inner).parent, *schema.find_table("t.a"));
    EXPECT_EQ(schema.top_table(inner), *schema.find_table("t"));

    const std::string deeper = outer + table("t.a.b", attribute("c", "type = 'list', of = 'text'"));
    EXPECT_EQ(finding(head + deeper).message.id, texts::lists_too_deep);
    EXPECT_EQ(findings(head + table("t.a.b.c", "")).at(0).message.id, texts::lists_too_deep);
    EXPECT_EQ(finding(head + table("t.a.b", "") + table("t", attribute("a", "type = 'list', of = 'text'"))).message.id,
              texts::orphan_child_table);
}

TEST(SchemaReader, ReferencesDoNotNameMembersOfLists) {
    EXPECT_EQ(
        finding(head + table("t", attribute("a", "type = 'list'") + attribute("r", "type = 'reference', of = 't.a'")) +
                table("t.a", attribute("b", "type = 'date'")))
            .message.id,
        texts::reference_to_members);
}

TEST(SchemaReader, AListOfScalarsOwnsItsChildTable) {
    const std::string list = table("t", attribute("a", "type = 'list', of = 'text'"));
    EXPECT_EQ(findings(head + list + table("t.a", "")).at(0).message.id, texts::duplicate_id);
}

TEST(SchemaReader, OtherMistakesAreNamed) {
    const std::pair<std::string, MessageId> cases[] = {
        {table("t", attribute("a", "type = 'integer', ongoing = true")), texts::ongoing_needs_date},
        {table("t", attribute("a", "type = 'integer', of = 'level'")), texts::of_not_used},
        {table("t", attribute("a", "type = 'level'")), texts::missing_key},
        {table("t", attribute("a", "type = 'date', key = 1")), texts::wrong_value_kind},
        {table("t", attribute("A b", "type = 'date'")), texts::invalid_id},
        {table("t", "{ id = 'a', type = 'date' }"), texts::missing_key},
        {table("t", "7"), texts::wrong_value_kind},
        {table("t", "", "order_by = 'year'\n"), texts::unknown_order_key},
        {"table = 5\n", texts::unknown_key},
    };
    for (const auto& [text, id] : cases) EXPECT_EQ(finding(head + text).message.id, id) << text;
}

TEST(SchemaReader, AllMistakesAreReportedAtOnce) {
    EXPECT_EQ(findings(head + table("t", attribute("a", "type = 'dte'") + attribute("b", "type = 'level', of = 'x'") +
                                             attribute("c", "type = 'date', kay = true")))
                  .size(),
              3U);
    EXPECT_FALSE(findings("").empty());
    EXPECT_FALSE(findings("vocabulary = 1\nscale = 2\nnominal = [3]\ntable = [[4]]").empty());
}

TEST(SchemaReader, DamagedVocabulariesAreDiagnosticsNeverCrashes) {
    const std::string text = head + table("t", attribute("spells", "type = 'list'") + attribute("a", "type = 'date'")) +
                             table("t.spells", attribute("level", "type = 'level', of = 'level'"));
    ASSERT_NO_THROW(read(text));
    std::mt19937 random(158);
    std::uniform_int_distribution<std::size_t> position(0, text.size() - 1);
    for (int i = 0; i < 3000; ++i) {
        std::string damaged = text;
        const std::size_t from = position(random);
        damaged.erase(from, position(random) % 40);
        if (i % 2 == 0) damaged.insert(position(random) % damaged.size(), text.substr(position(random), 12));
        try {
            read(damaged);
        } catch (const Error& error) {
            ASSERT_EQ(error.code(), ErrorCode::invalid_document);
        }
    }
}

TEST(SchemaExtended, AddsAttributesAndKeepsIndices) {
    const Schema schema =
        read(head + table("t", attribute("a", "type = 'date'") + attribute("l", "type = 'list', of = 'text'")));
    Diagnostics diagnostics;
    const Node document = parse_document(
        "[[attribute]]\ntable = 't'\nid = 'b'\ntype = 'level'\nof = 'level'\n"
        "[[attribute]]\ntable = 't'\nid = 'extra'\ntype = 'list'\n"
        "[[attribute]]\ntable = 't.extra'\nid = 'year'\ntype = 'integer'\n",
        "pack.toml");
    const Schema extended = schema.extended(*document.find("attribute"), diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_EQ(extended.table(0).find("a"), 0);
    EXPECT_EQ(extended.find_table("t.l"), schema.find_table("t.l"));
    EXPECT_EQ(extended.attribute(0, 2).type, (Type{TypeKind::level, 0}));
    EXPECT_EQ(extended.attribute(0, 2).meaning.vi, "b");
    const int extra = extended.find_table("t.extra").value();
    EXPECT_EQ(extended.attribute(0, 3).type, Type::list_of({TypeKind::record, extra}));
    EXPECT_EQ(extended.table(extra).find("year"), 0);
    EXPECT_FALSE(schema.table(0).find("b"));
}

TEST(SchemaExtended, ReportsMistakes) {
    const Schema schema = read(head + table("cadres", attribute("a", "type = 'date'")));
    Diagnostics diagnostics;
    const Node document = parse_document(
        "[[attribute]]\ntable = 'cadre'\nid = 'b'\ntype = 'date'\n"
        "[[attribute]]\ntable = 'cadres'\nid = 'a'\ntype = 'date'\n",
        "pack.toml");
    schema.extended(*document.find("attribute"), diagnostics);
    ASSERT_EQ(diagnostics.size(), 2U);
    EXPECT_EQ(diagnostics[0].message.id, texts::unknown_table);
    EXPECT_EQ(diagnostics[0].place.line, 2);
    EXPECT_EQ(diagnostics[0].hint->text(Language::en), "did you mean “cadres”?");
    EXPECT_EQ(diagnostics[1].message.id, texts::duplicate_id);
}

TEST(LoadVocabulary, KnowsTheShippedOneAndSuggestsIt) {
    EXPECT_EQ(load_vocabulary("vietnam"), load_vocabulary());
    try {
        load_vocabulary("vietnm");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
        EXPECT_EQ(error.diagnostics().at(0).hint->text(Language::en), "did you mean “vietnam”?");
    }
    EXPECT_THROW(load_vocabulary("./no_such_vocabulary.toml"), Error);
}

}  // namespace
}  // namespace cadre

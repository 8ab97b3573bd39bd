#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <gtest/gtest.h>

#include <random>

namespace cadre {
namespace {

const std::string head = R"toml([pack]
id = "test"
title = { vi = "Thử", en = "Test" }
source = { document = "D-1" }
)toml";  // entries start in line 5

Diagnostics found_in(const std::string& text) {
    try {
        parse_pack(text, "test.toml");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_rule);
        return error.diagnostics();
    }
    return {};
}

void expect_one(const std::string& entries, MessageId id, int line, int column, const std::string& hint = {}) {
    SCOPED_TRACE(entries);
    const Diagnostics found = found_in(head + entries);
    ASSERT_EQ(found.size(), 1U) << (found.empty() ? "" : found[1].to_text());
    EXPECT_EQ(code(found[0].message.id), code(id)) << found[0].to_text();
    EXPECT_EQ(found[0].place, (Place{"test.toml", line, column}));
    if (hint.empty()) return;
    ASSERT_TRUE(found[0].hint.has_value());
    EXPECT_NE(found[0].hint->text(Language::en).find(hint), std::string::npos) << found[0].to_text();
}

std::string criterion(const std::string& rest) {
    return "[[criterion]]\nid = \"c\"\ntitle = { vi = \"x\", en = \"x\" }\n" + rest;  // `rest` is line 8
}

TEST(PackDiagnostics, PlacesInsideStrings) {
    const std::string cited = criterion("cite = \"1\"\n");
    expect_one(cited + "when = 'degre >= \"master\"'\n", texts::unknown_name, 9, 9, "“degree”");
    expect_one(cited + "when = \"degree >= \\\"mastr\\\" \"\n", texts::unknown_level, 9, 19, "“master”");
    expect_one(cited + "when = '''party_member and\n  degre = 1'''\n", texts::unknown_name, 10, 3);
    expect_one(cited + "when = '''\nparty_member and\n  degre = 1'''\n", texts::unknown_name, 11, 3);
    expect_one(cited + "when = \"\"\"\nparty_member \\\n   and degre = 1\"\"\"\n", texts::unknown_name, 11, 8);
    expect_one(cited + "when = \"ethnicity = \\\"H\\u00E0\\\" and degre = 1\"\n", texts::unknown_name, 9, 37);
}

TEST(PackDiagnostics, Criteria) {
    expect_one(criterion("when = 'true'\n"), texts::missing_citation, 5, 1, "cite = ");
    expect_one(criterion("cite = \"\"\nwhen = 'true'\n"), texts::empty_value, 8, 8);
    expect_one(criterion("cite = 3\nwhen = 'true'\n"), texts::wrong_value_kind, 8, 8);
    expect_one(criterion("cite = \"1\"\n"), texts::missing_key, 5, 1);
    expect_one(criterion("cite = \"1\"\nwhen = 3\n"), texts::wrong_value_kind, 9, 8);
    expect_one(criterion("cite = \"1\"\nwhen = 'age_of'\n"), texts::unknown_name, 9, 9);
    expect_one(criterion("cite = \"1\"\nwhen = 'birth_date'\n"), texts::condition_needed, 9, 9);
    expect_one(criterion("cite = \"1\"\nwhen = 'true'\nmark = \"sumary\"\n"), texts::unknown_mark, 10, 8, "“summary”");
    expect_one(criterion("cite = \"1\"\nwhenn = 'true'\nwhen = 'true'\n"), texts::unknown_key, 9, 9, "“when”");
    expect_one(criterion("cite = \"1\"\nwhen = 'true'\non = \"unit\"\n"), texts::unknown_table, 10, 6, "“units”");
    expect_one(criterion("cite = \"1\"\nwhen = 'true'\non = \"cadres.appraisals\"\n"), texts::member_table_judged, 10,
               6);
    expect_one(criterion("cite = \"1\"\nwhen = 'true'\nfrom = \"2011-01-01\"\n"), texts::wrong_value_kind, 10, 8,
               "without quotes");
    expect_one(criterion("cite = \"1\"\nwhen = 'true'\nfrom = 2011-01-01\nto = 2011-01-01\n"), texts::interval_empty,
               11, 6);
}

TEST(PackDiagnostics, Ids) {
    const std::string one = "[[definition]]\nid = \"one\"\nis = 'true'\n";
    expect_one(one + one, texts::duplicate_id, 9, 6);
    expect_one("[[definition]]\nid = \"One\"\nis = 'true'\n", texts::invalid_id, 6, 6, "lower-case");
    expect_one("[[definition]]\nid = \"between\"\nis = 'true'\n", texts::reserved_name, 6, 6);
    expect_one("[[definition]]\nid = \"degree\"\nis = 'true'\n", texts::name_is_attribute, 6, 6);
    expect_one("[[parameter]]\nid = \"rank\"\nvalue = 1\ncite = \"1\"\n", texts::name_is_attribute, 6, 6);
    expect_one("[[definition]]\nid = \"one\"\nis = 'true'\non = \"units\"\n[[definition]]\nid = \"two\"\nis = 'one'\n",
               texts::name_of_other_table, 11, 7);
}

TEST(PackDiagnostics, Cycles) {
    const Diagnostics found = found_in(head +
                                       "[[definition]]\nid = \"one\"\nis = 'not(two)'\n"
                                       "[[definition]]\nid = \"two\"\nis = 'three and true'\n"
                                       "[[definition]]\nid = \"three\"\nis = 'one'\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message.id, texts::cyclic_definition);
    EXPECT_NE(found[0].message.text(Language::en).find("one → two → three → one"), std::string::npos);
    EXPECT_EQ(found[0].place, (Place{"test.toml", 6, 6}));
    expect_one("[[definition]]\nid = \"one\"\nis = 'one'\n", texts::cyclic_definition, 6, 6);
}

TEST(PackDiagnostics, ANameWithTwoMeaningsInAFilterIsNoCycle) {
    expect_one("[[definition]]\nid = \"rating\"\nis = 'count(appraisals[rating = \"good\"]) > 0'\n",
               texts::ambiguous_name, 7, 24, "item.rating");
}

TEST(PackDiagnostics, DefinitionsThatBuildOnEachOtherTooDeeply) {
    std::string entries = "[[definition]]\nid = \"d0\"\nis = 'party_member'\n";
    for (int i = 1; i <= 3000; ++i) {
        entries += "[[definition]]\nid = \"d" + std::to_string(i) + "\"\nis = 'not(d" + std::to_string(i - 1) + ")'\n";
    }
    const Diagnostics found = found_in(head + entries);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message.id, texts::definitions_too_deep);
}

TEST(PackDiagnostics, Parameters) {
    const std::string start = "[[parameter]]\nid = \"p\"\n";
    expect_one(start + "value = 1\n", texts::missing_citation, 5, 1);
    expect_one(start + "cite = \"1\"\n", texts::missing_key, 5, 1);
    expect_one(start + "cite = \"1\"\nvalue = { a = 1 }\n", texts::wrong_value_kind, 8, 9, "value = 35");
    expect_one(start + "cite = \"1\"\nvalue = '@\"P1X\"'\n", texts::invalid_duration, 8, 10);
    expect_one(start + "cite = \"1\"\nvalue = '[as_of]'\n", texts::wrong_value_kind, 8, 9);
    expect_one(start + "cite = \"1\"\nvalue = [1, \"a\"]\n", texts::types_differ, 8, 9);
    expect_one(
        start +
            "values = [{ to = 2011-01-01, value = 1, cite = \"1\" }, { from = 2011-02-01, value = 2, cite = \"1\" }]\n",
        texts::parameter_gap, 7, 55, "from");
    expect_one(
        start +
            "values = [{ to = 2011-02-01, value = 1, cite = \"1\" }, { from = 2011-01-01, value = 2, cite = \"1\" }]\n",
        texts::parameter_overlap, 7, 55);
    expect_one(start + "values = [{ value = 1, cite = \"1\" }, { from = 2011-01-01, value = 2, cite = \"1\" }]\n",
               texts::parameter_overlap, 7, 38);
    expect_one(start +
                   "values = [{ to = 2011-01-01, value = 1, cite = \"1\" }, { from = 2011-01-01, value = \"a\", cite = "
                   "\"1\" }]\n",
               texts::parameter_types_differ, 7, 55);
    expect_one(start + "values = []\n", texts::empty_value, 7, 10);
    expect_one(start + "values = [{ value = 1, cite = \"1\" }]\nvalue = 2\n", texts::value_beside_values, 8, 9);
    expect_one(start + "cite = \"1\"\nvalue = \"mastr\"\n[[definition]]\nid = \"d\"\nis = 'degree >= p'\n",
               texts::unknown_level, 11, 17, "“master”");
}

TEST(PackDiagnostics, TopLevel) {
    expect_one("[[criterium]]\nid = \"x\"\n", texts::unknown_key, 5, 1, "“criterion”");
    expect_one("[attribute]\nid = \"x\"\n", texts::wrong_value_kind, 5, 1);
    const Diagnostics no_head = found_in("[[definition]]\nid = \"one\"\nis = 'true'\n");
    ASSERT_EQ(no_head.size(), 1U);
    EXPECT_EQ(no_head[0].message.id, texts::missing_key);
    EXPECT_EQ(found_in("[pack]\nid = \"x\"\n").size(), 1U);
    EXPECT_EQ(
        found_in("[pack]\nid = \"x\"\ntitle = { vi = \"x\", en = \"x\" }\nvocabulary = \"vietnm\"\n").at(0).message.id,
        texts::unknown_vocabulary);
    EXPECT_EQ(found_in("[pack]\nid = \"x\"\ntitle = { vi = \"x\", en = \"x\" }\n[[criterion]]\nid = \"c\"\n"
                       "title = { vi = \"x\", en = \"x\" }\ncite = \"II.1\"\nwhen = 'true'\n")
                  .at(0)
                  .message.id,
              texts::citation_without_document);
}

TEST(PackDiagnostics, AllAtOnceInDocumentOrder) {
    const Diagnostics found = found_in(head + criterion("when = 'degre = 1 or sexx = 2'\nmore = 1\n") +
                                       "[[parameter]]\nid = \"p\"\nvalue = 1\n");
    ASSERT_EQ(found.size(), 5U);
    for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LE(found[i - 1].place.line, found[i].place.line);
}

TEST(PackDiagnostics, TruncatedFiles) {
    const std::string whole = head + criterion("cite = \"1\"\nwhen = 'degree >= \"master\"'\n");
    EXPECT_NO_THROW(parse_pack(whole, "test.toml"));
    const Diagnostics cut = found_in(whole.substr(0, whole.size() - 6));
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_EQ(cut[0].message.id, texts::toml_syntax);
    EXPECT_EQ(cut[0].place.source, "test.toml");
    EXPECT_GE(cut[0].place.line, 9);
}

TEST(PackDiagnostics, DamagedFilesAreReportedOrRead) {
    const std::string whole = head +
                              criterion("cite = \"1\"\nwhen = 'degree >= \"master\" and count(appraisals) > 1'\n") +
                              "[[parameter]]\nid = \"p\"\nvalues = [{ to = 2011-01-01, value = 1, cite = \"1\" }]\n";
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int i = 0; i < 2000; ++i) {
        std::string text = i % 4 == 0 ? std::string(random() % 200, ' ') : whole;
        const std::size_t changes = i % 4 == 0 ? text.size() : 1 + random() % 4;
        for (std::size_t n = 0; n < changes; ++n) text[random() % text.size()] = static_cast<char>(random() & 0xFFU);
        if (i % 5 == 0) text.resize(random() % (text.size() + 1));
        try {
            parse_pack(text, "test.toml");
        } catch (const Error& error) {
            ASSERT_EQ(error.code(), ErrorCode::invalid_rule);
            ASSERT_FALSE(error.text(Language::vi).empty());
        }
    }
}

}  // namespace
}  // namespace cadre

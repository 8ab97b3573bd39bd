#include "criteria/expressions.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <vector>

namespace cadre {
namespace {

using test::parsed;

struct Case {
    std::string text;
    MessageId code;
    int column;
    std::string hint;  ///< contained in the English hint; empty: no matter
};

Diagnostics found_in(const std::string& text) {
    try {
        parsed(text);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_rule);
        return error.diagnostics();
    }
    return {};
}

void expect_found(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        SCOPED_TRACE(one.text);
        const Diagnostics found = found_in(one.text);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(code(found[0].message.id), code(one.code)) << found[0].to_text();
        EXPECT_EQ(found[0].place.line, 1);
        EXPECT_EQ(found[0].place.column, one.column);
        if (one.hint.empty()) continue;
        ASSERT_TRUE(found[0].hint.has_value());
        EXPECT_NE(found[0].hint->text(Language::en).find(one.hint), std::string::npos)
            << found[0].hint->text(Language::en);
    }
}

TEST(ExpressionDiagnostics, Names) {
    expect_found({
        {"degre >= \"master\"", texts::unknown_name, 1, "“degree”"},
        {"member and bron < as_of", texts::unknown_name, 12, "“born”"},
        {"trình_độ > 1", texts::unknown_name, 1, ""},
        {"unit.knd = \"ward\"", texts::unknown_attribute, 6, "“kind”"},
        {"id = \"x\"", texts::key_not_evaluated, 1, "describes the row"},
        {"unit.id = \"x\"", texts::key_not_evaluated, 6, "describes the row"},
        {"posts[unit.kind = \"ward\"] = []", texts::ambiguous_name, 7, "item.unit"},
        {"some r in ratings satisfies year > 1", texts::unknown_name, 29, "“r.year”"},
        {"some degree in ratings satisfies true", texts::variable_hides_name, 1, "another name"},
        {"count(posts[some title in ratings satisfies true]) = 0", texts::variable_hides_name, 13, ""},
        {"some r in ratings satisfies some r in posts satisfies true", texts::variable_hides_name, 29, ""},
        {"item.year = 1", texts::item_outside_filter, 1, "variable"},
        {"count", texts::unknown_name, 1, "count(…)"},
        {"born.yeer = 1", texts::no_members, 6, "“year”"},
        {"children.x = 1", texts::no_members, 10, ""},
    });
}

TEST(ExpressionDiagnostics, LevelsAndCodes) {
    expect_found({
        {"degree >= \"mastr\"", texts::unknown_level, 11, "“master”"},
        {"degree in (\"master\", \"docterate\")", texts::unknown_level, 22, "“doctorate”"},
        {"sex = \"femal\"", texts::unknown_code, 7, "“female”"},
        {"unit.kind in [\"ward\", \"twnship\"]", texts::unknown_code, 23, "“township”"},
        {"ratings.level = [\"goood\"]", texts::unknown_level, 18, "“good”"},
        {"sex < \"male\"", texts::codes_without_order, 1, ""},
        {"sex = unit.kind", texts::types_differ, 7, ""},
        {"degree = ratings[1].level", texts::types_differ, 10, ""},
        {"degree = 3", texts::types_differ, 10, ""},
    });
}

TEST(ExpressionDiagnostics, Types) {
    expect_found({
        {"born = \"1980-01-01\"", texts::types_differ, 8, "@\"1980-01-01\""},
        {"service > \"P3Y\"", texts::types_differ, 11, "@\"P3Y\""},
        {"children = \"3\"", texts::types_differ, 12, "without quotes"},
        {"unit = \"u1\"", texts::types_differ, 8, "unit.kind"},
        {"service > @\"P30D\"", texts::months_against_days, 11, "one unit"},
        {"years and months duration(born, as_of) >= leave", texts::months_against_days, 43, "one unit"},
        {"service + leave > service", texts::months_against_days, 11, "one unit"},
        {"born + 30 < as_of", texts::arithmetic_types, 8, "@\"P30D\""},
        {"born + as_of < as_of", texts::arithmetic_types, 8, ""},
        {"note - \"b\" = note", texts::arithmetic_types, 8, ""},
        {"leave * 1.5 > leave", texts::arithmetic_types, 9, "whole numbers"},
        {"leave / 2.5 > leave", texts::arithmetic_types, 9, "whole numbers"},
        {"service / leave > 1", texts::months_against_days, 11, "one unit"},
        {"-note = note", texts::cannot_negate, 2, ""},
        {"member < true", texts::no_order, 1, ""},
        {"posts = posts", texts::not_comparable, 1, "count(L)"},
        {"posts[1] = posts[2]", texts::not_comparable, 1, ""},
        {"children and member", texts::condition_needed, 1, ""},
        {"if children then 1 else 2", texts::condition_needed, 4, ""},
        {"if member then 1 else \"a\"", texts::types_differ, 23, ""},
        {"every r in ratings satisfies r.year", texts::condition_needed, 30, ""},
        {"\"a\" in scores", texts::element_type, 1, ""},
    });
}

TEST(ExpressionDiagnostics, Lists) {
    expect_found({
        {"[1, \"a\"] = scores", texts::types_differ, 5, ""},
        {"count([]) = 0", texts::empty_list_untyped, 7, "count(L) = 0"},
        {"[posts[1]] = scores", texts::list_member_kind, 2, ""},
        {"ratings[year]", texts::bracket_kind, 9, "L[-1]"},
        {"ratings[1.5]", texts::bracket_kind, 9, ""},
        {"ratings[0]", texts::index_zero, 9, "L[1]"},
        {"[posts.unit.fields]", texts::list_member_kind, 2, ""},
        {"[[[1]]]", texts::list_member_kind, 2, ""},
        {"children[1]", texts::list_needed, 1, ""},
        {"some x in unit satisfies true", texts::list_needed, 11, ""},
    });
}

TEST(ExpressionDiagnostics, Functions) {
    expect_found({
        {"cout(posts) = 1", texts::unknown_function, 1, "“count”"},
        {"year and months duration(born, as_of) > service", texts::unknown_function, 1, "“years and months duration”"},
        {"member and start with(note, \"a\")", texts::unknown_function, 12, "“starts with”"},
        {"get value(scores) > 1", texts::function_unavailable, 1, "available functions"},
        {"sort(scores) = scores", texts::function_unavailable, 1, "order_by"},
        {"known(children + 1)", texts::path_needed, 7, "unit.kind"},
        {"known(ratings[1].year)", texts::path_needed, 7, ""},
        {"get or else(1, 2) = 1", texts::path_needed, 13, ""},
        {"get or else(children, \"a\") = 1", texts::types_differ, 23, "without quotes"},
        {"get or else(degree, \"mastr\") = degree", texts::unknown_level, 21, "“master”"},
        {"mean(note, note) > 1", texts::cannot_aggregate, 1, ""},
        {"mean(ratings) > 1", texts::cannot_aggregate, 6, "mean(L.field)"},
        {"all(scores)", texts::cannot_aggregate, 5, ""},
        {"append(children, 1) = scores", texts::list_needed, 8, ""},
        {"append(scores, \"a\") = scores", texts::element_type, 16, ""},
        {"concatenate(scores, posts.title) = scores", texts::types_differ, 21, ""},
        {"remove(scores, note) = scores", texts::argument_type, 16, ""},
        {"sublist(scores) = scores", texts::argument_count, 1, ""},
        {"at(children, born) = 1", texts::parameter_needed, 4, "[[parameter]]"},
        {"at(children) = 1", texts::argument_count, 1, ""},
        {"matches(note, \"a.*\")", texts::no_patterns, 1, "starts with"},
        {"odd(1.5)", texts::argument_type, 5, ""},
        {"string(degree) = note", texts::not_writable, 8, ""},
        {"string join(scores) = note", texts::argument_type, 13, ""},
        {"meets([1..2], 3)", texts::range_needed, 15, "[a..b]"},
        {"coincides(children, [1..2])", texts::range_needed, 11, ""},
        {"before(born, 3)", texts::types_differ, 14, ""},
        {"today() > born", texts::function_unavailable, 1, "as_of"},
        {"date and time(\"2015-01-01T00:00:00\") = born", texts::no_times, 1, "2015-12-31"},
        {"@\"2015-01-01T00:00:00\" = born", texts::no_times, 1, ""},
        {"@\"PT5H\" = leave", texts::no_times, 1, ""},
        {"degree() = 1", texts::not_a_function, 1, "without parentheses"},
        {"abs(1, 2) = 1", texts::argument_count, 1, ""},
        {"date(2015, 1) = born", texts::argument_count, 1, ""},
        {"count() = 1", texts::argument_count, 1, ""},
        {"abs(m: 1) = 1", texts::unknown_argument, 5, "“n”"},
        {"modulo(divisor: 2) = 1", texts::arguments_incomplete, 1, ""},
        {"modulo(divisor: 2, divisor: 3) = 1", texts::arguments_incomplete, 1, ""},
        {"modulo(3, divisor: 2) = 1", texts::mixed_arguments, 11, ""},
        {"modulo(\"3\", 2) = 1", texts::cannot_aggregate, 8, ""},
        {"contains(note, 1)", texts::argument_type, 16, ""},
        {"years and months duration(\"2015-01-01\", as_of) > service", texts::argument_type, 27, "@\"2015-01-01\""},
        {"sum(posts) = 1", texts::cannot_aggregate, 5, "sum(L.field)"},
        {"sum(ratings.level) = 1", texts::cannot_aggregate, 5, ""},
        {"max(note, \"a\") = note", texts::cannot_aggregate, 1, ""},
        {"date(note) = born", texts::literal_needed, 6, ""},
        {"date(\"2015-02-30\") = born", texts::invalid_date, 1, "2015-12-31"},
        {"date(2015, 2, 30) = born", texts::no_such_day, 1, ""},
        {"@\"P1Y2D\" = service", texts::invalid_duration, 1, "do not mix"},
    });
}

TEST(ExpressionDiagnostics, None) {
    expect_found({
        {"degree = none", texts::none_misplaced, 10, "\"none\""},
        {"born = none", texts::none_misplaced, 8, "missing value"},
        {"admitted < none", texts::none_misplaced, 12, ""},
        {"none", texts::none_misplaced, 1, ""},
        {"admitted in (none, as_of)", texts::none_misplaced, 14, ""},
    });
}

TEST(ExpressionDiagnostics, WhatFeelHasAndThisLanguageHasNot) {
    expect_found({
        {"degree = null", texts::no_null, 10, "known"},
        {"for x in posts return x", texts::no_for, 1, "filter"},
        {"children ** 2 > 1", texts::no_power, 10, "x * x"},
        {"function(x) x", texts::no_functions, 1, "[[definition]]"},
        {"external", texts::no_external, 1, ""},
        {"degree instance of string", texts::no_instance_of, 8, ""},
        {"{a: 1}", texts::no_contexts, 1, "[a, b]"},
        {"birth date < as_of", texts::no_names_with_spaces, 1, "birth_date"},
    });
}

TEST(ExpressionDiagnostics, Syntax) {
    expect_found({
        {"", texts::expression_ends_early, 1, ""},
        {"member and", texts::expression_ends_early, 11, ""},
        {"(member", texts::expression_ends_before, 8, ""},
        {"member)", texts::unexpected_token, 7, ""},
        {"score in (<1..2)", texts::expected_other_token, 13, ""},
        {"if member then 1", texts::expression_ends_before, 17, ""},
        {"1 < 2 < 3", texts::chained_comparison, 7, "between"},
        {"not member", texts::negation_without_parentheses, 1, "not(…)"},
        {"some in posts satisfies true", texts::variable_expected, 6, ""},
        {"(1..2)", texts::range_outside_in, 1, "x in [1..5]"},
        {"[1..2] = scores", texts::range_outside_in, 1, ""},
        {"note = \"abc", texts::text_not_closed, 8, ""},
        {"note = \"a\\q\"", texts::unknown_escape, 10, "\\n"},
        {"degree == \"master\"", texts::unexpected_character, 8, "one sign"},
        {"member && member", texts::unexpected_character, 8, "and"},
        {"degree = 'master'", texts::unexpected_character, 10, "double quotes"},
        {"degree = “master”", texts::unexpected_character, 10, "double quotes"},
        {"children ≥ 1", texts::unexpected_character, 10, ">="},
        {"children = 1 ; member", texts::unexpected_character, 14, ""},
        {"@born", texts::at_without_text, 1, "@\"2015-12-31\""},
        {"1a", texts::letter_after_number, 2, ""},
        {"children < 9223372036854775808", texts::integer_out_of_range, 12, ".0"},
        {"-(-9223372036854775808) = 1", texts::integer_out_of_range, 1, ""},
        {"salary < 1e400", texts::number_out_of_range, 10, ""},
        {"note = \"\xFF\"", texts::document_not_utf8, 1, "UTF-8"},
    });
}

TEST(ExpressionDiagnostics, AllMistakesAreReportedAtOnce) {
    const Diagnostics found = found_in("degre >= \"master\" and\n  (born = 3 or sex = \"x\")");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].message.id, texts::unknown_name);
    EXPECT_EQ(found[1].place.line, 2);
    EXPECT_EQ(found[1].place.column, 11);
    EXPECT_EQ(found[2].message.id, texts::unknown_code);
    EXPECT_EQ(found[2].place.column, 22);
}

TEST(ExpressionDiagnostics, ColumnsCountCharacters) {
    const Diagnostics found = found_in("note = \"Hà Nội\" and degre = \"x\"");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].place.column, 21);
}

}  // namespace
}  // namespace cadre

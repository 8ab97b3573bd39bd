#include "criteria/expressions.hpp"

#include <random>
#include <vector>

namespace cadre {
namespace {

using test::parsed;
using test::same;
using test::small_schema;

/// Writes random well-typed expressions, with needless parentheses and spaces now and then.
class Writer {
public:
    explicit Writer(std::uint32_t seed) : random_(seed) {}

    std::string condition(int depth) {
        if (depth <= 0) return pick({"member", "true", "born < as_of", "admitted = none", "sex = \"female\""});
        switch (below(13)) {
            case 0: return loose(condition(depth - 1)) + " and " + loose(condition(depth - 1));
            case 1: return loose(condition(depth - 1)) + " or " + loose(condition(depth - 1));
            case 2: return "not(" + condition(depth - 1) + ")";
            case 3: return number(depth - 1) + comparison() + number(depth - 1);
            case 4: return date(depth - 1) + comparison() + date(depth - 1);
            case 5: return months(depth - 1) + comparison() + months(depth - 1);
            case 6: return "degree" + comparison() + pick({"\"master\"", "\"none\"", "degree"});
            case 7: return number(depth - 1) + " in (" + test(depth) + ", " + test(depth) + ")";
            case 8: return number(depth - 1) + " in " + range(depth);
            case 9: return number(depth - 1) + " between " + number(depth - 1) + " and " + number(depth - 1);
            case 10: return "(" + quantified(depth) + ")";
            case 11:
                return "(if " + condition(depth - 1) + " then " + condition(depth - 1) + " else " +
                       condition(depth - 1) + ")";
            default: return "(" + condition(depth - 1) + ")";
        }
    }

private:
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
    std::string pick(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }
    std::string loose(const std::string& operand) { return "(" + operand + ")"; }
    std::string comparison() { return pick({" = ", " != ", "<", " <= ", " > ", ">="}); }

    std::string number(int depth) {
        if (depth <= 0) return pick({"children", "salary", "1", "-2", "2.5", "0.125", "as_of.year", "1e3"});
        switch (below(9)) {
            case 0: return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1:
                return number(depth - 1) + pick({" * ", " / "}) + "(" + number(depth - 1) + pick({" - ", "*"}) +
                       number(depth - 1) + ")";
            case 2: return "-" + number(depth - 1);
            case 3: return pick({"sum", "min", "max"}) + "(" + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 4: return "count(" + list(depth - 1) + ")";
            case 5: return "max(ratings.year)";
            case 6: return "scores[" + pick({"1", "-1", "children"}) + "]";
            case 7:
                return pick({"abs(" + number(depth - 1) + ")", "modulo(" + number(depth - 1) + ", 7)", "leave.days",
                             "round half up(" + number(depth - 1) + ", 1)", "floor(n: " + number(depth - 1) + ")",
                             "string length(substring(note + \"b\", 1, 2))", "day of year(" + date(depth - 1) + ")",
                             "service / @\"P1M\""});
            default:
                return "(if " + condition(depth - 1) + " then " + number(depth - 1) + " else " + number(depth - 1) +
                       ")";
        }
    }

    std::string date(int depth) {
        if (depth <= 0) return pick({"born", "as_of", "@\"2000-02-29\"", "posts[1].from", "date(\"1999-01-01\")"});
        switch (below(4)) {
            case 0: return date(depth - 1) + " + " + months(0);
            case 1: return "min(" + date(depth - 1) + ", " + date(depth - 1) + ")";
            case 2: return "date(2000, children, 1)";
            default: return date(depth - 1) + " - @\"P30D\"";
        }
    }

    std::string months(int depth) {
        if (depth <= 0) return pick({"service", "@\"P1Y6M\"", "duration(\"-P2M\")"});
        return pick({"years and months duration(" + date(depth - 1) + ", as_of)",
                     "(" + months(0) + " - " + months(0) + ")", "2 * " + months(0), "-" + months(0)});
    }

    std::string list(int depth) {
        if (depth <= 0) return pick({"posts", "ratings", "scores", "posts.unit.kind", "[1, 2.5]"});
        return pick({"ratings[year >= " + number(depth - 1) + "]",
                     "posts[primary][item.from < " + date(depth - 1) + "]", "scores[item in " + range(depth) + "]",
                     "posts[count(ratings[year < from.year and level = \"good\"]) > 0]"});
    }

    std::string test(int depth) { return pick({number(depth - 1), "< " + number(depth - 1), range(depth)}); }

    std::string range(int depth) {
        return pick({"[", "(", "]"}) + number(depth - 1) + ".." + number(depth - 1) + pick({"]", ")", "["});
    }

    std::string quantified(int depth) {
        const std::string variable = "v" + std::to_string(depth) + "_" + std::to_string(next_variable_++);
        return pick({"some ", "every "}) + variable + " in ratings satisfies " + variable + ".year > " +
               number(depth - 1);
    }

    std::mt19937 random_;
    int next_variable_ = 0;
};

TEST(RoundTrip, PrintedExpressionsParseBackToEqualOnes) {
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Writer writer(seed);
    for (int i = 0; i < 4000; ++i) {
        const std::string text = writer.condition(i % 5);
        SCOPED_TRACE(text);
        const ExpressionPtr first = parsed(text);
        const std::string printed = to_text(*first, small_schema());
        SCOPED_TRACE(printed);
        const ExpressionPtr second = parsed(printed);
        ASSERT_TRUE(same(*first, *second));
        ASSERT_EQ(to_text(*second, small_schema()), printed);
    }
}

/// Whatever the text, there is an expression that prints and parses back, or placed findings.
void expect_handled(const std::string& text) {
    try {
        const ExpressionPtr expression = parsed(text);
        ASSERT_TRUE(same(*expression, *parsed(to_text(*expression, small_schema()))));
    } catch (const Error& error) {
        ASSERT_FALSE(error.diagnostics().empty());
        for (const Diagnostic& found : error.diagnostics()) {
            ASSERT_GE(found.place.line, 1);
            ASSERT_GE(found.place.column, 1);
            ASSERT_FALSE(found.to_text(Language::vi).empty());
        }
    }
}

TEST(RoundTrip, RandomBytesAreHandled) {
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int i = 0; i < 20'000; ++i) {
        std::string text(random() % 40, ' ');
        for (char& byte : text) byte = static_cast<char>(random() & 0xFFU);
        ASSERT_NO_FATAL_FAILURE(expect_handled(text));
    }
}

TEST(RoundTrip, RandomTokensAreHandled) {
    const std::vector<std::string> tokens{"member",
                                          "children",
                                          "born",
                                          "degree",
                                          "posts",
                                          "ratings",
                                          "scores",
                                          "unit",
                                          "item",
                                          "as_of",
                                          "x",
                                          "1",
                                          "2.5",
                                          "\"master\"",
                                          "@\"P1Y\"",
                                          "@\"2000-01-01\"",
                                          "none",
                                          "true",
                                          "+",
                                          "-",
                                          "*",
                                          "/",
                                          "=",
                                          "!=",
                                          "<",
                                          ">=",
                                          "(",
                                          ")",
                                          "(",
                                          ")",
                                          "[",
                                          "]",
                                          "[",
                                          "]",
                                          ",",
                                          ".",
                                          "..",
                                          ".year",
                                          ".kind",
                                          "and",
                                          "or",
                                          "not(",
                                          "in",
                                          "between",
                                          "if",
                                          "then",
                                          "else",
                                          "some",
                                          "every",
                                          "satisfies",
                                          "count(",
                                          "min(",
                                          "years and months duration(",
                                          "contains(",
                                          "null",
                                          "for",
                                          "{"};
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int i = 0; i < 40'000; ++i) {
        std::string text;
        for (std::size_t n = 1 + random() % 9; n > 0; --n) text += tokens[random() % tokens.size()] + ' ';
        SCOPED_TRACE(text);
        ASSERT_NO_FATAL_FAILURE(expect_handled(text));
    }
}

}  // namespace
}  // namespace cadre

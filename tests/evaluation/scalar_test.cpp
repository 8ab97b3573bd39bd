#include <cadre/error.hpp>
#include <cadre/evaluation/scalar.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

const EvaluationOptions day{.as_of = Date(2015, 12, 31)};

TEST(EvaluateRecord, TakesTypesFromSchemaOrValue) {
    const auto result = evaluate_record("years and months duration(born, as_of) >= @\"P35Y\"",
                                        {{"born", Value(Date(1980, 1, 2))}}, day);
    EXPECT_EQ(result.type.kind, TypeKind::boolean);
    EXPECT_EQ(std::get<bool>(result.value.value()), true);
    EXPECT_EQ(std::get<std::string>(evaluate_record("degree", {{"degree", "ThS"}}, day).value.value()), "master");
}

TEST(EvaluateRecord, NamesWhatIsMissing) {
    const auto result = evaluate_record("degree >= \"master\"", {}, day);
    EXPECT_FALSE(result.value);
    EXPECT_EQ(result.missing, std::vector<std::string>{"degree"});
    EXPECT_TRUE(result.reasons.empty());
}

TEST(EvaluateRecord, TellsReasons) {
    const auto result = evaluate_record("1 / a", {{"a", Value(0)}}, day);
    EXPECT_FALSE(result.value);
    ASSERT_EQ(result.reasons.size(), 1U);
    EXPECT_EQ(result.reasons[0].id, texts::reason_division_by_zero);
}

TEST(EvaluateRecord, TakesListsOfAListsMembers) {
    const auto spell = [](std::vector<Record> duties) {
        return Record{{"duties", ListValue{std::move(duties), false}}};
    };
    const Record values{{"spells", ListValue{{spell({}), spell({{{"weight", 1}}, {{"weight", 2.5}}})}, false}}};
    const auto result = evaluate_record("some s in spells satisfies sum(s.duties.weight) = 3.5", values, day);
    EXPECT_EQ(std::get<bool>(result.value.value()), true);
    EXPECT_EQ(std::get<std::int64_t>(evaluate_record("count(flatten(spells.duties))", values, day).value.value()), 2);
}

ErrorCode code_of(std::string_view expression, const Record& values) {
    try {
        (void)evaluate_record(expression, values, day);
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << "no error: " << expression;
    return ErrorCode::limit_exceeded;
}

TEST(EvaluateRecord, RefusesWhatHasNoTypeOrIsNoValue) {
    EXPECT_EQ(code_of("a", {{"a", Value(Missing{})}}), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of("degree", {{"degree", Value(5)}}), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of("unknown", {}), ErrorCode::invalid_rule);
    EXPECT_EQ(code_of("appraisals", {}), ErrorCode::invalid_rule);
    EXPECT_EQ(code_of("a", {{"a", Value(ListValue{{{{"x", Value(1)}}}, false})}}), ErrorCode::invalid_rule);
    const auto within = [](Value value) { return Value(ListValue{{{{"x", std::move(value)}}}, false}); };
    EXPECT_EQ(code_of("true", {{"a", within(Value(ListValue{}))}}), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of("true", {{"a", within(within(within(Value(1))))}}), ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace cadre

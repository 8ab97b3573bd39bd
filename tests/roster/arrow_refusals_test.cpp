#include "roster/imported.hpp"

namespace cadre {
namespace {

using test::ArrowData;

ArrowData of_format(const char* name, const char* format, std::size_t children = 0) {
    ArrowData data = test::numbers<std::int64_t>(name, format, {1, 2});
    for (std::size_t at = 0; at < children; ++at) {
        data.children.push_back(test::numbers<std::int32_t>("child", "i", {1, 2}));
    }
    return data;
}

std::string refusal(ArrowData data) {
    return test::error_of([&] { test::import(std::move(data)); }, ErrorCode::invalid_document);
}

void expect_hint(const std::string& message, std::string_view hint) {
    EXPECT_NE(message.find(hint), std::string::npos) << message;
}

TEST(ArrowRefusals, SayWhatToConvertTo) {
    expect_hint(refusal(of_format("degree", "+r", 2)), "run_end_decode");
    expect_hint(refusal(of_format("degree", "+ud:0,1", 2)), "one column for each type");
    expect_hint(refusal(of_format("degree", "+us:0,1", 2)), "one column for each type");
    expect_hint(refusal(of_format("degree", "+m", 1)), "list of structs");
    for (const char* format : {"tiM", "tiD", "tin"})
        expect_hint(refusal(of_format("degree", format)), "of months or of");
    expect_hint(refusal(of_format("degree", "tDs")), "number of days");
    for (const char* format : {"z", "Z", "vz", "w:16"}) expect_hint(refusal(of_format("degree", format)), "utf8");
    expect_hint(refusal(of_format("appraisals", "+w:2", 1)), "plain list");
    expect_hint(refusal(of_format("appraisals", "+vl", 1)), "plain list");
    expect_hint(refusal(of_format("appraisals", "+vL", 1)), "plain list");
    expect_hint(refusal(of_format("birth_date", "ttu")), "date32");
}

TEST(ArrowRefusals, ConcernOnlyColumnsThatAreUsed) {
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("degree", {{"ThS"}, {"ThS"}}));
    for (const char* format : {"tiM", "z", "w:16", "d:9,2,32", "ttu", "tDs"}) columns.push_back(of_format("x", format));
    columns.push_back(of_format("y", "+r", 2));
    const Roster roster = test::import(std::move(columns));
    EXPECT_EQ(test::report(roster, "cadres", "degree").read, 2);
    EXPECT_EQ(roster.import_report().unused_columns.size(), 7U);
}

TEST(ArrowRefusals, ListsInsideLists) {
    ArrowData inner = test::lists<std::int32_t>("year", "+l", {1, 1}, test::numbers<std::int32_t>("item", "i", {1, 2}));
    ArrowData plain = test::lists<std::int32_t>("appraisals", "+l", {1, 1}, inner);
    expect_hint(refusal(plain), "must be records");
    std::vector<ArrowData> members;
    members.push_back(std::move(inner));
    ArrowData records =
        test::lists<std::int32_t>("appraisals", "+l", {1, 1}, test::structure("item", std::move(members)));
    const std::string message = refusal(std::move(records));
    expect_hint(message, "takes one value");
    expect_hint(message, "“year”");
}

TEST(ArrowRefusals, MembersOfAListSayTheirOwnHint) {
    ArrowData items = of_format("item", "z");
    expect_hint(refusal(test::lists<std::int32_t>("appraisals", "+l", {1, 1}, std::move(items))), "utf8");
}

}  // namespace
}  // namespace cadre

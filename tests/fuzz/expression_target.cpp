// Reads the input as an expression. One that is accepted keeps its meaning when written canonically; a condition has
// the same verdicts by both evaluators (law 3), and no known one is lost when missing cells are filled in (law 1).

#include "fuzz/roster_check.hpp"
#include "support/random_world.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/evaluation/evaluate.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace cadre;

constexpr int worlds = 4;
constexpr std::size_t completions = 4;

/// Rows in groups: a row with missing cells, then its completions.
const Roster& tiny_roster() {
    static const Roster roster = [] {
        std::mt19937_64 random(20151231);
        testing::WorldGenerator generator(random);
        RosterBuilder builder(testing::world_schema());
        for (int w = 0; w < worlds; ++w) {
            const testing::World world = generator.make();
            const std::string prefix = "w" + std::to_string(w) + "_";
            testing::WorldGenerator::add(builder, world, prefix);
            for (std::size_t c = 0; c < completions; ++c) {
                testing::WorldGenerator::add(builder, generator.complete(world), prefix + std::to_string(c) + "_");
            }
        }
        return builder.build();
    }();
    return roster;
}

void check_verdicts(const ExpressionPtr& condition, int table, bool is_stable) {
    const EvaluationOptions options{.as_of = Date(2012, 6, 28)};
    const auto& schema = testing::world_schema();
    const VerdictTable columnar = evaluate(compile({{"q", table, condition}}, schema), tiny_roster(), options);
    const std::vector<Verdict> judged = judge_rows(*condition, *schema, table, tiny_roster(), options);
    const VerdictColumn& verdicts = columnar["q"];
    fuzz::check(judged.size() == verdicts.size());
    for (std::size_t row = 0; row < judged.size(); ++row) {
        fuzz::check(judged[row] == verdicts[row]);
        const Verdict before = judged[row - row % (completions + 1)];
        fuzz::check(!is_stable || before == Verdict::undetermined || before == judged[row]);
    }
}

void check_expression(std::string_view text) {
    const Schema& schema = *testing::world_schema();
    const int table = *schema.find_table("people");
    const ExpressionPtr expression = parse_expression(text, schema, table);
    const std::string canonical = to_text(*expression, schema);
    fuzz::check(to_text(*parse_expression(canonical, schema, table), schema) == canonical);
    // These two ask whether a cell is there, and so are outside law 1.
    const bool asks =
        canonical.find("known(") != std::string::npos || canonical.find("get or else(") != std::string::npos;
    if (expression->type.kind == TypeKind::boolean) check_verdicts(expression, table, !asks);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        check_expression({reinterpret_cast<const char*>(data), size});
    } catch (const Error& error) {
        fuzz::check(!error.text(Language::vi).empty() && !error.text(Language::en).empty());
    }
    return 0;
}

// Laws 1 and 3 of the criterion language (language.md, section 2) on random expressions and rosters.

#include "support/random_expression.hpp"

#include <gtest/gtest.h>
#include <cadre/evaluation/evaluate.hpp>

#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace cadre::testing {
namespace {

constexpr int worlds_per_roster = 25;
constexpr int completions_per_world = 12;
constexpr int expressions_per_roster = 40;
constexpr int rosters = 121;  // cases: rosters * expressions * worlds, less those that ask `known`, > 100,000

std::uint64_t seed() {
    const char* given = std::getenv("CADRE_TEST_SEED");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : 20151231;
}

/// Rows in groups: a row with missing cells, then its completions.
Roster random_roster(std::mt19937_64& random) {
    WorldGenerator generator(random);
    RosterBuilder builder(world_schema());
    for (int w = 0; w < worlds_per_roster; ++w) {
        const World world = generator.make();
        const std::string prefix = "w" + std::to_string(w) + "_";
        WorldGenerator::add(builder, world, prefix);
        for (int c = 0; c < completions_per_world; ++c) {
            WorldGenerator::add(builder, generator.complete(world), prefix + std::to_string(c) + "_");
        }
    }
    if (random() % 2 == 0) builder.set_snapshot(day_number(random() % 2 == 0 ? Date(2013, 6, 1) : Date(2012, 6, 30)));
    return builder.build();
}

struct Case {
    Roster roster;
    std::vector<Question> questions;
    std::set<std::string> asking_known;  ///< in which missing data may decide: law 1 does not speak of them
    EvaluationOptions options;
};

Case random_case(std::uint64_t number) {
    std::mt19937_64 random(seed() + number);
    Case made{random_roster(random), {}, {}, {}};
    ExpressionGenerator expressions(random);
    for (int i = 0; i < expressions_per_roster; ++i) {
        made.questions.push_back({"q" + std::to_string(i), *world_schema()->find_table("people"),
                                  expressions.condition(1 + static_cast<int>(random() % 4))});
        if (expressions.asks_known()) made.asking_known.insert(made.questions.back().id);
    }
    made.options.as_of = Date(2012, static_cast<unsigned short>(1 + random() % 12), 28);
    if (random() % 2 == 0) made.options.law_as_of = Date(2010, 5, 1);
    made.options.strict_snapshot = random() % 2 == 0;
    return made;
}

std::string report(std::uint64_t number, const Question& question, std::size_t row) {
    return "CADRE_TEST_SEED=" + std::to_string(seed()) + " case " + std::to_string(number) + " row " +
           std::to_string(row) + ": " + to_text(*question.condition, *world_schema());
}

TEST(Laws, KnownVerdictsSurviveEveryCompletion) {
    std::int64_t cases = 0;
    std::int64_t known = 0;
    for (std::uint64_t number = 0; number < rosters; ++number) {
        const Case made = random_case(number);
        const VerdictTable table = evaluate(compile(made.questions, world_schema()), made.roster, made.options);
        for (const Question& question : made.questions) {
            if (made.asking_known.count(question.id) != 0) continue;
            const VerdictColumn& verdicts = table[question.id];
            for (std::size_t row = 0; row < verdicts.size(); row += completions_per_world + 1) {
                ++cases;
                if (verdicts[row] == Verdict::undetermined) continue;
                ++known;
                for (std::size_t c = 1; c <= completions_per_world; ++c) {
                    ASSERT_EQ(verdicts[row], verdicts[row + c]) << report(number, question, row + c);
                }
            }
        }
    }
    EXPECT_GE(cases, 100'000);
    EXPECT_GE(known, cases / 10) << "the generator makes too few known verdicts to test anything";
}

TEST(Laws, ColumnarIsTheTreeWalkingEvaluator) {
    std::int64_t cases = 0;
    for (std::uint64_t number = 0; number < rosters; ++number) {
        const Case made = random_case(number);
        const Program program = compile(made.questions, world_schema());
        const VerdictTable table = evaluate(program, made.roster, made.options);
        for (const Question& question : made.questions) {
            const VerdictColumn& verdicts = table[question.id];
            const std::vector<Verdict> judged =
                judge_rows(*question.condition, *world_schema(), question.table, made.roster, made.options);
            ASSERT_EQ(judged.size(), verdicts.size());
            for (std::size_t row = 0; row < verdicts.size(); ++row) {
                ++cases;
                ASSERT_EQ(judged[row], verdicts[row]) << report(number, question, row);
            }
        }
    }
    EXPECT_GE(cases, 100'000);
}

TEST(Laws, AStrictSnapshotOnlyForgets) {
    std::int64_t forgotten = 0;
    for (std::uint64_t number = 0; number < rosters; ++number) {
        Case made = random_case(number);
        const Program program = compile(made.questions, world_schema());
        made.options.strict_snapshot = false;
        const VerdictTable facts = evaluate(program, made.roster, made.options);
        made.options.strict_snapshot = true;
        const VerdictTable strict = evaluate(program, made.roster, made.options);
        for (const Question& question : made.questions) {
            if (made.asking_known.count(question.id) != 0) continue;
            for (std::size_t row = 0; row < strict[question.id].size(); ++row) {
                const Verdict verdict = strict[question.id][row];
                if (verdict == facts[question.id][row]) continue;
                ASSERT_EQ(verdict, Verdict::undetermined) << report(number, question, row);
                ++forgotten;
            }
        }
    }
    EXPECT_GT(forgotten, 0);
}

TEST(Laws, ThreadsNeverChangeAByte) {
    std::mt19937_64 random(seed());
    WorldGenerator generator(random);
    RosterBuilder builder(world_schema());
    for (int w = 0; w < 20'000; ++w) WorldGenerator::add(builder, generator.make(), "w" + std::to_string(w) + "_");
    Case made = random_case(0);
    made.roster = builder.build();
    const Program program = compile(made.questions, world_schema());
    const VerdictTable one = evaluate(program, made.roster, made.options);
    for (const int threads : {2, 3, 16, 0}) {
        made.options.threads = threads;
        const VerdictTable many = evaluate(program, made.roster, made.options);
        for (const Question& question : made.questions) {
            ASSERT_EQ(one[question.id].met(), many[question.id].met()) << threads << " threads";
            ASSERT_EQ(one[question.id].not_met(), many[question.id].not_met()) << threads << " threads";
        }
    }
}

}  // namespace
}  // namespace cadre::testing

#include <cadre/error.hpp>
#include <cadre/planning/selection.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <random>
#include <set>

namespace cadre {
namespace {

using Proof = SelectionConflict::Proof;

constexpr std::optional<std::int64_t> none;

std::vector<int> options_in(unsigned mask, std::size_t count) {
    std::vector<int> chosen;
    for (std::size_t i = 0; i < count; ++i) {
        if ((mask >> i & 1U) != 0) chosen.push_back(static_cast<int>(i));
    }
    return chosen;
}

std::int64_t score_of(const SelectionProblem& problem, const std::vector<int>& chosen) {
    std::int64_t score = 0;
    for (const int option : chosen) score += problem.scores[static_cast<std::size_t>(option)];
    return score;
}

/// The best score among all choices, if one satisfies the constraints.
std::optional<std::int64_t> best_of_all(const SelectionProblem& problem) {
    std::optional<std::int64_t> best;
    for (unsigned mask = 0; mask < 1U << problem.scores.size(); ++mask) {
        const std::vector<int> chosen = options_in(mask, problem.scores.size());
        const std::int64_t score = score_of(problem, chosen);
        if (best && score <= *best) continue;
        if (check_selection(problem, chosen).empty()) best = score;
    }
    return best;
}

SelectionProblem with_clauses(const SelectionProblem& problem, const std::set<int>& clauses) {
    SelectionProblem result{problem.scores, {}};
    for (const SelectionConstraint& constraint : problem.constraints) {
        if (clauses.contains(constraint.clause)) result.constraints.push_back(constraint);
    }
    return result;
}

/// The least number of clauses that no choice satisfies.
std::size_t size_of_smallest_conflict(const SelectionProblem& problem) {
    std::set<int> all;
    for (const SelectionConstraint& constraint : problem.constraints) all.insert(constraint.clause);
    const std::vector<int> clauses(all.begin(), all.end());
    std::size_t smallest = clauses.size();
    for (unsigned mask = 0; mask < 1U << clauses.size(); ++mask) {
        const auto size = static_cast<std::size_t>(std::popcount(mask));
        if (size >= smallest) continue;
        std::set<int> some;
        for (const int i : options_in(mask, clauses.size())) some.insert(clauses[static_cast<std::size_t>(i)]);
        if (!best_of_all(with_clauses(problem, some))) smallest = size;
    }
    return smallest;
}

/// Compares the answer with all choices, and says whether there is one.
bool expect_exact(const SelectionProblem& problem) {
    const Selection found = solve_selection(problem);
    const auto best = best_of_all(problem);
    if (best) {
        EXPECT_EQ(found.status, SelectionStatus::optimal);
        EXPECT_EQ(found.score, *best);
        EXPECT_EQ(found.bound, *best);
        EXPECT_EQ(found.score, score_of(problem, found.chosen));
        EXPECT_TRUE(check_selection(problem, found.chosen).empty());
        return true;
    }
    EXPECT_EQ(found.status, SelectionStatus::infeasible);
    if (!found.conflict) {
        ADD_FAILURE() << "no conflict";
        return false;
    }
    const std::set<int> clauses(found.conflict->clauses.begin(), found.conflict->clauses.end());
    EXPECT_FALSE(best_of_all(with_clauses(problem, clauses)));
    EXPECT_EQ(found.conflict->proof, Proof::smallest);
    EXPECT_EQ(clauses.size(), size_of_smallest_conflict(problem));
    return false;
}

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}

    int operator()(int least, int greatest) {
        return least + static_cast<int>(engine_() % static_cast<unsigned>(greatest - least + 1));
    }
    std::vector<std::int64_t> scores(int count, int least, int greatest) {
        std::vector<std::int64_t> scores;
        for (int i = 0; i < count; ++i) scores.push_back((*this)(least, greatest));
        return scores;
    }

private:
    std::mt19937 engine_;
};

/// Options of people in pools with limits of both, and classes inside pools.
SelectionProblem random_plan(Random& random) {
    const int people = random(2, 4);
    const int pools = random(2, 3);
    SelectionProblem problem;
    std::vector<std::vector<SelectionTerm>> of_person(static_cast<std::size_t>(people));
    std::vector<std::vector<SelectionTerm>> of_pool(static_cast<std::size_t>(pools));
    std::vector<std::vector<SelectionTerm>> women_of_pool(static_cast<std::size_t>(pools));
    for (int person = 0; person < people; ++person) {
        for (int pool = 0; pool < pools; ++pool) {
            if (random(0, 3) == 0) continue;
            const auto option = static_cast<int>(problem.scores.size());
            problem.scores.push_back(random(-3, 9));
            of_person[static_cast<std::size_t>(person)].push_back({option});
            of_pool[static_cast<std::size_t>(pool)].push_back({option});
            if (person % 2 == 0) women_of_pool[static_cast<std::size_t>(pool)].push_back({option});
        }
    }
    for (const auto& terms : of_person) problem.constraints.push_back({1, none, random(1, 2), terms});
    for (const auto& terms : of_pool) {
        const int least = random(0, 2);
        problem.constraints.push_back({2, least, none, terms});
        problem.constraints.push_back({3, none, least + random(0, 1), terms});
    }
    for (const auto& terms : women_of_pool) problem.constraints.push_back({4, random(0, 1), none, terms});
    return problem;
}

/// Shares of pools and of the plan, and members kept, on top of a plan.
SelectionProblem random_shares(Random& random) {
    SelectionProblem problem = random_plan(random);
    const auto share_of = [&](int clause, const std::vector<SelectionTerm>& terms) {
        const int p = random(1, 2);
        const int q = random(p + 1, 5);
        SelectionConstraint share{clause, 0, none, terms};
        for (SelectionTerm& term : share.terms) term.coefficient = random(0, 1) * q - p;
        problem.constraints.push_back(share);
    };
    std::vector<SelectionTerm> all;
    for (int i = 0; i < static_cast<int>(problem.scores.size()); ++i) all.push_back({i});
    for (const SelectionConstraint& constraint : std::vector(problem.constraints)) {
        if (constraint.clause == 2 && random(0, 1) == 0) share_of(5, constraint.terms);
    }
    share_of(6, all);
    std::erase_if(all, [&](const SelectionTerm&) { return random(0, 1) == 0; });
    problem.constraints.push_back({7, random(0, 2), none, all});
    return problem;
}

/// Constraints of any form.
SelectionProblem random_rows(Random& random) {
    const int count = random(1, 10);
    SelectionProblem problem{random.scores(count, -5, 9), {}};
    const int rows = random(1, 6);
    for (int i = 0; i < rows; ++i) {
        SelectionConstraint row{random(1, 5), none, none, {}};
        for (int option = 0; option < count; ++option) {
            if (random(0, 2) != 0) row.terms.push_back({option, random(-4, 4)});
        }
        if (random(0, 2) != 0) row.lower = random(-3, 5);
        if (!row.lower || random(0, 2) == 0) row.upper = random(-2, 7);
        problem.constraints.push_back(row);
    }
    return problem;
}

template <class Make>
void expect_exact_on_many(Make make, int count) {
    int feasible = 0;
    for (int seed = 0; seed < count; ++seed) {
        SCOPED_TRACE(seed);
        Random random(static_cast<unsigned>(seed));
        if (expect_exact(make(random))) ++feasible;
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GT(feasible, count / 10);
    EXPECT_LT(feasible, count);
}

TEST(Selection, OfRandomPlansIsTheBestOfAllChoices) {
    expect_exact_on_many(random_plan, 600);
}

TEST(Selection, OfRandomSharesIsTheBestOfAllChoices) {
    expect_exact_on_many(random_shares, 400);
}

TEST(Selection, OfRandomRowsIsTheBestOfAllChoices) {
    expect_exact_on_many(random_rows, 1500);
}

TEST(Selection, WithoutConstraintsTakesWhatHasAScore) {
    const Selection found = solve_selection({{3, -1, 0, 4}, {}});
    EXPECT_EQ(found.status, SelectionStatus::optimal);
    EXPECT_EQ(found.chosen, (std::vector<int>{0, 3}));
    EXPECT_EQ(solve_selection({}).status, SelectionStatus::optimal);
}

SelectionProblem three_candidates() {
    return {{5, 4, 3}, {{1, 2, 2, {{0}, {1}, {2}}}, {2, 1, none, {{2}}}}};
}

TEST(Selection, ThatIsChangedIsNoLongerValid) {
    const SelectionProblem problem = three_candidates();
    const Selection found = solve_selection(problem);
    EXPECT_EQ(found.chosen, (std::vector<int>{0, 2}));
    EXPECT_EQ(check_selection(problem, {0}), (std::vector<SelectionViolation>{{0, 1}, {1, 0}}));
    EXPECT_EQ(check_selection(problem, {0, 1}), (std::vector<SelectionViolation>{{1, 0}}));
    EXPECT_EQ(check_selection(problem, {0, 1, 2}), (std::vector<SelectionViolation>{{0, 3}}));
}

TEST(Selection, IsTheSameOnEveryRun) {
    Random random(7);
    const SelectionProblem problem = random_shares(random);
    const Selection first = solve_selection(problem);
    const Selection second = solve_selection(problem);
    EXPECT_EQ(first.chosen, second.chosen);
    EXPECT_EQ(first.work, second.work);
}

TEST(Selection, ClaimsNothingThatTheWorkLimitKeptItFromProving) {
    for (int seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        Random random(static_cast<unsigned>(seed));
        const SelectionProblem problem = random_rows(random);
        const Selection found = solve_selection(problem, {.work_limit = random(0, 400)});
        const auto best = best_of_all(problem);
        if (found.status == SelectionStatus::infeasible) {
            EXPECT_FALSE(best);
            const std::set<int> clauses(found.conflict->clauses.begin(), found.conflict->clauses.end());
            EXPECT_FALSE(best_of_all(with_clauses(problem, clauses)));
            if (found.conflict->proof == Proof::smallest) {
                EXPECT_EQ(clauses.size(), size_of_smallest_conflict(problem));
            }
            continue;
        }
        EXPECT_TRUE(!best || found.bound >= *best);
        if (found.status == SelectionStatus::unknown) continue;
        EXPECT_TRUE(check_selection(problem, found.chosen).empty());
        EXPECT_TRUE(found.status != SelectionStatus::optimal || found.score == *best);
    }
}

TEST(Selection, ThatCannotBeNamesTheFewestClauses) {
    SelectionProblem problem = three_candidates();
    problem.constraints.push_back({3, 2, none, {{0}, {1}}});
    problem.constraints.push_back({4, none, 1, {{0}}});
    const Selection found = solve_selection(problem);
    EXPECT_EQ(found.status, SelectionStatus::infeasible);
    EXPECT_EQ(found.conflict->clauses, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(found.conflict->proof, Proof::smallest);
}

TEST(Selection, OfAConstraintBeyondItsTermsNamesItsClause) {
    const Selection found = solve_selection({{1, 1}, {{7, 3, none, {{0}, {1}}}}});
    EXPECT_EQ(found.conflict->clauses, (std::vector<int>{7}));
    // Two twos never add up to three.
    EXPECT_EQ(solve_selection({{1, 1}, {{8, 3, 3, {{0, 2}, {1, 2}}}}}).conflict->clauses, (std::vector<int>{8}));
}

TEST(Selection, BoundsMayBeAsFarOutAsANumberGoes) {
    using Limits = std::numeric_limits<std::int64_t>;
    const SelectionProblem free{{1, 1}, {{1, Limits::min(), Limits::max(), {{0}, {1}}}}};
    EXPECT_EQ(solve_selection(free).score, 2);
    const SelectionProblem never{{1, 1}, {{1, Limits::max(), Limits::min(), {{0}, {1, -1}}}}};
    EXPECT_EQ(solve_selection(never).status, SelectionStatus::infeasible);
}

void expect_error(const SelectionProblem& problem, ErrorCode code, const std::string& text) {
    try {
        solve_selection(problem);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), code);
        EXPECT_NE(error.text(Language::en).find(text), std::string::npos) << error.what();
    }
}

TEST(Selection, RefusesWhatIsOverTheLimits) {
    const std::int64_t large = SelectionLimits::sum_of_scores;
    expect_error({{1, large}, {}}, ErrorCode::limit_exceeded, "option 1");
    expect_error({{1}, {{1, 0, 1, {{0, 1}}}, {1, 0, 1, {{0, -large}}}}}, ErrorCode::limit_exceeded, "constraint 1");
    expect_error({{1}, {{1, 0, 1, {{1, 1}}}}}, ErrorCode::invalid_argument, "there is no option 1");
    expect_error({{std::numeric_limits<std::int64_t>::min()}, {}}, ErrorCode::limit_exceeded, "option 0");
    EXPECT_THROW(check_selection(three_candidates(), {0, 0}), Error);
    EXPECT_THROW(check_selection(three_candidates(), {3}), Error);
    EXPECT_THROW(solve_selection(three_candidates(), {.work_limit = -1, .solver = {}}), Error);
}

TEST(Selection, AtTheLimitsIsExact) {
    const std::int64_t half = SelectionLimits::sum_of_scores / 2;
    const std::int64_t weight = SelectionLimits::sum_of_coefficients / 8;
    const SelectionProblem problem{{half, half - 1, 1},
                                   {{1, none, weight, {{0, weight}, {1, weight - 1}, {2, 1}}},
                                    {2, none, 2 * weight, {{0, weight}, {1, weight + 1}}}}};
    EXPECT_TRUE(expect_exact(problem));
}

/// A solver that gives one answer to every question.
SelectionOptions answered(SelectionStatus status, std::vector<int> chosen, std::int64_t bound) {
    Selection answer;
    answer.status = status;
    answer.chosen = std::move(chosen);
    answer.bound = bound;
    return {.work_limit = 0, .solver = [answer](const SelectionProblem&) { return answer; }};
}

TEST(PluggedInSolver, IsAskedOnlyForWhatIsNotProved) {
    SelectionOptions options = answered(SelectionStatus::infeasible, {}, 0);
    options.work_limit = SelectionOptions{}.work_limit;
    EXPECT_EQ(solve_selection(three_candidates(), options).status, SelectionStatus::optimal);
}

TEST(PluggedInSolver, HasItsChoiceCheckedAndItsBoundMarked) {
    const Selection found = solve_selection(three_candidates(), answered(SelectionStatus::optimal, {2, 0}, 0));
    EXPECT_EQ(found.status, SelectionStatus::optimal);
    EXPECT_EQ(found.chosen, (std::vector<int>{0, 2}));
    EXPECT_EQ(found.bound, 8);
    EXPECT_TRUE(found.claimed);

    const Selection open = solve_selection(three_candidates(), answered(SelectionStatus::feasible, {1, 2}, 9));
    EXPECT_EQ(open.status, SelectionStatus::feasible);
    EXPECT_EQ(open.score, 7);
    EXPECT_EQ(open.bound, 9);
}

TEST(PluggedInSolver, MayOnlyClaimThatThereIsNoChoice) {
    const Selection found = solve_selection(three_candidates(), answered(SelectionStatus::infeasible, {}, 0));
    EXPECT_EQ(found.status, SelectionStatus::infeasible);
    EXPECT_TRUE(found.claimed);
    EXPECT_FALSE(found.conflict);
}

TEST(PluggedInSolver, IsRefusedWhereItIsWrong) {
    EXPECT_THROW(solve_selection(three_candidates(), answered(SelectionStatus::optimal, {0, 1}, 9)), Error);
    EXPECT_THROW(solve_selection(three_candidates(), answered(SelectionStatus::feasible, {0, 2}, 7)), Error);
}

}  // namespace
}  // namespace cadre

#pragma once

#include "planning/higher_post.hpp"
#include "planning/people.hpp"
#include "planning/policy_verdicts.hpp"
#include "planning/posts_per_person.hpp"
#include "planning/rule_questions.hpp"
#include "planning/sexes.hpp"

#include <cadre/planning/composition.hpp>

#include <functional>
#include <optional>
#include <vector>

namespace cadre {

/// Judges the pools of one roster, and the whole plan, by pool policies.
class Composer {
public:
    Composer(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

    Composition compose();

private:
    /// What one policy is judged on: the people of a pool, or of all the pools that it is for.
    struct Scope {
        std::size_t policy;
        std::optional<std::size_t> pool;
        Verdict applies;
        const std::vector<Person>& people;
    };
    using Answer = std::function<Verdict(const Person&)>;

    void add_plan(std::size_t policy);
    void add_pool(std::size_t pool);
    void add_rule(const Scope& scope);
    void add(const EntryRule& rule, const Scope& scope);
    void add(const MembersRule& rule, const Scope& scope);
    void add(const RatioRule& rule, const Scope& scope);
    void add(const ShareRule& rule, const Scope& scope);
    void add(const AgeBandsRule& rule, const Scope& scope);
    void add(const PostsPerPersonRule& rule, const Scope& scope);
    void add(const HigherPostRule& rule, const Scope& scope);
    void add(const BallotRule& rule, const Scope& scope);
    void add(const ReviewRule& rule, const Scope& scope);
    void add(const DevelopmentRule& rule, const Scope& scope);
    void add(const RemovalRule&, const Scope&) {}
    void add(const DepartureRule&, const Scope&) {}

    ClauseResult clause(const Scope& scope) const;
    /// Counts the people and lists their rows by what they are in, and what the answer is for each.
    ClauseResult counted(const Scope& scope, const Answer& meets) const;
    void add_measured(const Scope& scope, ClauseResult result, const Threshold& threshold);
    /// Every member has to meet.
    void add_every(const Scope& scope, const Answer& meets);
    void finish(const Scope& scope, ClauseResult result);

    /// The answers of the people in order.
    static Answer in_order(const Scope& scope, std::vector<Verdict> answers);
    Verdict is_in_plan(std::size_t policy, const PlanMember& member) const;
    Verdict holds(const Scope& scope, const Person& person, std::size_t band = 0) const;
    Verdict is_higher(const Scope& scope, const Person& person);

    const Schema& schema_;
    const std::vector<PoolPolicy> policies_;
    Composition result_;
    PolicyVerdicts verdicts_;
    RuleQuestions questions_;
    std::optional<HigherPost> higher_post_;  ///< where a policy asks
    PostsPerPerson posts_per_person_;
    Sexes sexes_;
    std::vector<std::vector<std::size_t>> members_;  ///< by pool: positions, those of unknown pools at the end
    std::vector<std::size_t> everybody_;
};

}  // namespace cadre

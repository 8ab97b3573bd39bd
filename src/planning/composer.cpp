#include "planning/composer.hpp"

#include "evaluation/program.hpp"
#include "planning/contradictions.hpp"
#include "planning/pool_sizes.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace cadre {
namespace {

constexpr std::array<const char*, std::variant_size_v<PoolPolicy::Rule>> rule_names{
    "entry",       "removal", "members", "ratio",       "share",     "age_bands", "posts_per_person",
    "higher_post", "ballot",  "review",  "development", "departure",
};

Composition head(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    const DecisionDays days = decision_days(options);
    return {pack.id(), days.as_of, days.law_as_of, read_plan(roster, options), {}, {}};
}

/// Everybody, seen as the reciprocal of the incumbents' share.
Bounds reciprocal(const Bounds& share) {
    const auto turned = [](const std::optional<Share>& part) -> std::optional<Share> {
        if (!part || part->numerator == 0) return std::nullopt;
        return Share{part->denominator, part->numerator};
    };
    return {turned(share.greatest), turned(share.least)};
}

Verdict judge_every(const ClassCounts& counts) {
    if (counts.not_met > 0) return Verdict::not_met;
    const bool open = counts.undetermined + counts.maybe_not_met + counts.maybe_undetermined > 0;
    return open ? Verdict::undetermined : Verdict::met;
}

AgeBand band_of(const AgeBandsRule& rule, std::size_t band) {
    AgeBand found;
    if (band > 0) found.from = rule.ages[band - 1];
    if (band < rule.ages.size()) found.to = rule.ages[band];
    return found;
}

}  // namespace

Composer::Composer(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
    : schema_(*pack.schema()),
      policies_(read_pool_policies(pack)),
      result_(head(pack, roster, options)),
      verdicts_(pack, policies_, result_.plan, roster, options),
      questions_(pack, policies_, roster, options),
      posts_per_person_(result_.plan, roster),
      sexes_(roster),
      members_(members_by_pool(result_.plan)),
      everybody_(result_.plan.members.size()) {
    const auto compares = [](const PoolPolicy& policy) { return std::holds_alternative<HigherPostRule>(policy.rule); };
    if (std::any_of(policies_.begin(), policies_.end(), compares)) higher_post_.emplace(pack, roster, options);
    std::iota(everybody_.begin(), everybody_.end(), std::size_t{0});
}

Composition Composer::compose() {
    result_.findings = questions_.findings();
    for (std::size_t policy = 0; policy < policies_.size(); ++policy) add_plan(policy);
    for (std::size_t pool = 0; pool < result_.plan.pools.size(); ++pool) add_pool(pool);
    for (PlanFinding& finding : find_contradictions(schema_, policies_, result_.plan, verdicts_)) {
        result_.findings.push_back(std::move(finding));
    }
    return std::move(result_);
}

void Composer::add_plan(std::size_t policy) {
    bool concerned = false;
    for (std::size_t pool = 0; pool < result_.plan.pools.size() && !concerned; ++pool) {
        concerned = verdicts_.is_for(policy, pool) != Verdict::not_met;
    }
    if (!concerned) return;
    const auto people =
        people_among(result_.plan, everybody_, [&](const PlanMember& member) { return is_in_plan(policy, member); });
    add_rule({policy, std::nullopt, Verdict::met, people});
}

void Composer::add_pool(std::size_t pool) {
    const auto people = people_among(result_.plan, members_[pool], in_known_pool);
    PoolSize size;
    for (std::size_t policy = 0; policy < policies_.size(); ++policy) {
        const Verdict applies = verdicts_.is_for(policy, pool);
        if (applies == Verdict::met) size.add(policies_[policy], result_.plan.pools[pool]);
        if (applies != Verdict::not_met) add_rule({policy, pool, applies, people});
    }
    if (auto finding = size.contradiction(result_.plan.pools[pool], pool)) {
        result_.findings.push_back(*std::move(finding));
    }
}

void Composer::add_rule(const Scope& scope) {
    std::visit([&](const auto& rule) { add(rule, scope); }, policies_[scope.policy].rule);
}

void Composer::add(const EntryRule&, const Scope& scope) {
    if (scope.pool) add_every(scope, [&](const Person& person) { return holds(scope, person); });
}

void Composer::add(const MembersRule& rule, const Scope& scope) {
    if (!scope.pool) return;
    add_measured(scope, counted(scope, [](const Person&) { return Verdict::met; }), rule.members);
}

void Composer::add(const RatioRule& rule, const Scope& scope) {
    if (!scope.pool) return;
    const auto& seats = result_.plan.pools[*scope.pool].seats;
    const bool by_seats = rule.base == RatioRule::Base::seats;
    ClauseResult result =
        counted(scope, [&](const Person& person) { return by_seats ? Verdict::met : person.incumbent; });
    result.threshold = rule.share;
    if (!by_seats) {
        result.measured = reciprocal(bounds(result.counts, Threshold::Measure::share));
    } else if (seats && *seats > 0 && *seats < most_seats) {
        const Bounds members = bounds(result.counts, Threshold::Measure::count);
        result.measured = {Share{members.least->numerator, *seats}, Share{members.greatest->numerator, *seats}};
        Threshold number{
            Threshold::Measure::count, Threshold::Comparison::at_least, {turning_point(rule.share, *seats)}};
        if (!rule.share.asks_for_more()) number.comparison = Threshold::Comparison::at_most;
        result.shortfall = shortfall(result.counts, number);
    }
    const bool known = result.measured.least && result.measured.greatest && (by_seats || result.counts.met > 0);
    if (known) result.verdict = judge_bounds(result.measured, rule.share);
    finish(scope, std::move(result));
}

void Composer::add(const ShareRule& rule, const Scope& scope) {
    if ((rule.scope == PolicyScope::pool) != scope.pool.has_value()) return;
    add_measured(scope, counted(scope, [&](const Person& person) { return holds(scope, person); }), rule.share);
}

void Composer::add(const AgeBandsRule& rule, const Scope& scope) {
    if ((rule.scope == PolicyScope::pool) != scope.pool.has_value()) return;
    for (std::size_t band = 0; band < rule.bands.size(); ++band) {
        ClauseResult result = counted(scope, [&](const Person& person) { return holds(scope, person, band); });
        result.band = band_of(rule, band);
        add_measured(scope, std::move(result), rule.members);
    }
}

void Composer::add(const PostsPerPersonRule& rule, const Scope& scope) {
    if (scope.pool) return;
    const std::int64_t anonymous =
        std::count_if(scope.people.begin(), scope.people.end(), [](const Person& person) { return !person.cadre; });
    std::vector<Verdict> keeps;
    for (const Person& person : scope.people) keeps.push_back(posts_per_person_.keeps_to(rule, person, anonymous));
    doubt_answers(scope.people, Verdict::not_met, keeps);
    add_every(scope, in_order(scope, std::move(keeps)));
}

void Composer::add(const HigherPostRule&, const Scope& scope) {
    if (scope.pool) add_every(scope, [&](const Person& person) { return is_higher(scope, person); });
}

/// Every ballot of a member counts.
void Composer::add(const BallotRule&, const Scope& scope) {
    if (!scope.pool) return;
    add_every(scope, in_order(scope, answers_of(scope.people, Verdict::not_met, [&](std::size_t at) {
                                  return questions_.has_votes(scope.policy, result_.plan.members[at].row);
                              })));
}

void Composer::add(const ReviewRule&, const Scope& scope) {
    if (!scope.pool) return;
    ClauseResult result = clause(scope);
    result.verdict = questions_.is_reviewed(scope.policy, *scope.pool);
    cadre::add(result.counts, Verdict::met, result.verdict);
    result.measured = bounds(result.counts, Threshold::Measure::share);
    finish(scope, std::move(result));
}

void Composer::add(const DevelopmentRule&, const Scope& scope) {
    if (!scope.pool) return;
    add_every(scope, [&](const Person& person) {
        return person.cadre ? questions_.is_developed(*person.cadre) : Verdict::undetermined;
    });
}

ClauseResult Composer::clause(const Scope& scope) const {
    const PoolPolicy& policy = policies_[scope.policy];
    ClauseResult result;
    result.policy = policy.id;
    result.rule = rule_names[policy.rule.index()];
    result.title = policy.title;
    result.citation = policy.citation;
    result.pool = scope.pool;
    result.applies = scope.applies;
    return result;
}

ClauseResult Composer::counted(const Scope& scope, const Answer& meets) const {
    ClauseResult result = clause(scope);
    for (const Person& person : scope.people) {
        const Verdict met = meets(person);
        cadre::add(result.counts, person.in, met);
        const PlanMember& member = result_.plan.members[person.members.front().first];
        const bool failing = person.in == Verdict::met && met == Verdict::not_met;
        const bool open = person.in == Verdict::undetermined || met == Verdict::undetermined;
        if (failing) result.failing.push_back(member.row);
        if (open && (member.pool || !scope.pool)) result.open.push_back(member.row);
    }
    return result;
}

void Composer::add_measured(const Scope& scope, ClauseResult result, const Threshold& threshold) {
    result.threshold = threshold;
    result.measured = bounds(result.counts, threshold.measure);
    result.verdict = judge(result.counts, threshold);
    result.shortfall = shortfall(result.counts, threshold);
    finish(scope, std::move(result));
}

void Composer::add_every(const Scope& scope, const Answer& meets) {
    SexCounts excluded;
    ClauseResult result = counted(scope, [&](const Person& person) {
        const Verdict met = meets(person);
        if (met == Verdict::not_met) sexes_.count(excluded, person.cadre);
        return met;
    });
    result.excluded = excluded;
    const ClassCounts& counts = result.counts;
    const std::int64_t lacking = counts.not_met + counts.undetermined;
    result.shortfall = Shortfall{lacking, lacking + counts.maybe_not_met + counts.maybe_undetermined};
    result.measured = bounds(counts, Threshold::Measure::share);
    result.verdict = judge_every(counts);
    finish(scope, std::move(result));
}

void Composer::finish(const Scope& scope, ClauseResult result) {
    if (scope.applies != Verdict::met && result.verdict != Verdict::met) result.verdict = Verdict::undetermined;
    result_.clauses.push_back(std::move(result));
}

Composer::Answer Composer::in_order(const Scope& scope, std::vector<Verdict> answers) {
    return [first = scope.people.data(), answers = std::move(answers)](const Person& person) {
        return answers[static_cast<std::size_t>(&person - first)];
    };
}

Verdict Composer::is_in_plan(std::size_t policy, const PlanMember& member) const {
    if (member.pool) return member.planned && verdicts_.is_for(policy, *member.pool);
    return policies_[policy].pools == nullptr ? member.planned : member.planned && Verdict::undetermined;
}

Verdict Composer::holds(const Scope& scope, const Person& person, std::size_t band) const {
    PlanMember member;
    member.pool = scope.pool;
    member.person = person.cadre;
    return verdicts_.holds(scope.policy, member, band);
}

Verdict Composer::is_higher(const Scope& scope, const Person& person) {
    const auto post = result_.plan.pools[*scope.pool].post;
    return post && person.cadre ? higher_post_->is_higher(*post, *person.cadre) : Verdict::undetermined;
}

}  // namespace cadre

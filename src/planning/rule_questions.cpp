#include "planning/rule_questions.hpp"

#include <string>
#include <utility>

namespace cadre {
namespace {

constexpr const char* not_over = "to > as_of";
constexpr const char* reviewed_later = "reviewed != none and reviewed > as_of";

std::string quoted(const std::string& text) {
    std::string literal = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') literal += '\\';
        literal += letter;
    }
    return literal + '"';
}

const char* sign(Threshold::Comparison comparison) {
    switch (comparison) {
        case Threshold::Comparison::more_than: return " > ";
        case Threshold::Comparison::at_least: return " >= ";
        case Threshold::Comparison::at_most: return " <= ";
        case Threshold::Comparison::less_than: return " < ";
    }
    return "";
}

/// part / whole compared with the threshold, in whole numbers.
std::string share_test(const std::string& part, const std::string& whole, const Threshold& threshold) {
    return whole + " > 0 and " + part + " * " + std::to_string(threshold.value.denominator) +
           sign(threshold.comparison) + whole + " * " + std::to_string(threshold.value.numerator);
}

/// Of the ballots of the step held by the day, the last counts.
std::string ballot_test(const BallotRule& rule) {
    const std::string held = "ballots[step = " + quoted(rule.step) + " and held <= as_of]";
    const std::string last = held + "[-1]";
    const bool present = rule.base == BallotRule::Base::present;
    std::string test = "count(" + held + ") > 0 and " +
                       share_test(last + ".votes", last + (present ? ".present" : ".summoned"), rule.share);
    if (rule.quorum) test += " and " + share_test(last + ".present", last + ".summoned", *rule.quorum);
    return test;
}

std::string review_test(const ReviewRule& rule) {
    return "reviewed != none and reviewed + @\"" + to_iso(rule.within) + "\" >= as_of";
}

}  // namespace

RuleQuestions::RuleQuestions(const Pack& pack, const std::vector<PoolPolicy>& policies, const Roster& roster,
                             const EvaluationOptions& options)
    : columns_(policies.size()), developed_(roster.size(), Verdict::undetermined) {
    const Schema& schema = *pack.schema();
    std::vector<Question> questions;
    const auto ask = [&](std::string id, const char* table, const std::string& text) {
        const int index = *schema.find_table(table);
        questions.push_back({std::move(id), index, parse_expression(text, schema, index)});
    };
    bool asks_development = false;
    for (std::size_t policy = 0; policy < policies.size(); ++policy) {
        columns_[policy] = questions.size();
        const PoolPolicy::Rule& rule = policies[policy].rule;
        asks_development = asks_development || std::holds_alternative<DevelopmentRule>(rule);
        if (const auto* ballot = std::get_if<BallotRule>(&rule)) {
            ask(policies[policy].id, "pool_members", ballot_test(*ballot));
        } else if (const auto* review = std::get_if<ReviewRule>(&rule)) {
            ask(policies[policy].id, "pools", review_test(*review));
            ask(policies[policy].id, "pools", reviewed_later);
        }
    }
    asks_development = asks_development && schema.find_table("development_actions");
    if (asks_development) ask("not_over", "development_actions", not_over);
    answers_ = evaluate(compile(std::move(questions), pack.schema()), roster, options);
    if (asks_development) read_development(DevelopmentOwners(roster), answers_.columns().back());
}

Verdict RuleQuestions::has_votes(std::size_t policy, std::size_t row) const {
    return answers_.columns()[columns_[policy]][row];
}

Verdict RuleQuestions::is_reviewed(std::size_t policy, std::size_t pool) const {
    const std::size_t column = columns_[policy];
    if (answers_.columns()[column + 1][pool] != Verdict::not_met) return Verdict::undetermined;
    return answers_.columns()[column][pool];
}

void RuleQuestions::read_development(const DevelopmentOwners& owners, const VerdictColumn& running) {
    if (!owners.are_given()) return;
    findings_ = owners.findings();
    std::vector<Verdict> any(developed_.size(), Verdict::not_met);
    Verdict anybody = Verdict::not_met;
    for (std::size_t row = 0; row < owners.rows(); ++row) {
        if (const auto cadre = owners.cadre(row)) any[*cadre] = any[*cadre] || running[row];
        if (owners.may_be_anybodys(row)) anybody = anybody || running[row];
    }
    for (Verdict& found : any) {
        if (found == Verdict::not_met && anybody != Verdict::not_met) found = Verdict::undetermined;
    }
    developed_ = std::move(any);
}

}  // namespace cadre

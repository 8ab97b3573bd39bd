#include <cadre/rotation/move_rules.hpp>

#include "rotation/appointment_kinds.hpp"
#include "rotation/known_rows.hpp"
#include "rotation/rules/day_judge.hpp"

#include <cadre/error.hpp>

#include <map>
#include <utility>

namespace cadre {
namespace {

std::vector<RotationPolicy> rules_on_moves(const Pack& pack) {
    std::vector<RotationPolicy> rules;
    for (RotationPolicy& policy : read_rotation_policies(pack)) {
        const bool on_moves =
            std::holds_alternative<MoveRule>(policy.rule) || std::holds_alternative<DirectionRule>(policy.rule);
        if (on_moves) rules.push_back(std::move(policy));
    }
    return rules;
}

}  // namespace

struct MoveRules::Contents {
    Contents(const Pack& of, const Roster& over, const MoveRuleOptions& by)
        : pack(of),
          roster(over),
          options(by),
          rules(rules_on_moves(of)),
          kinds(*pack.schema()),
          directions(over),
          judge(pack, roster, rules, directions, options) {}

    void require_known(const ProposedMove& move) const {
        require_known_row(move, roster);
        if (move.kind.empty()) return;
        if (auto finding = kinds.unknown(move.kind))
            throw Error(ErrorCode::invalid_argument, Diagnostics{*std::move(finding)});
    }

    PairJudge pair_judge(const ProposedMove& move) const {
        require_known(move);
        return {pack, roster, directions, move.day, options};
    }

    Pack pack;
    Roster roster;
    MoveRuleOptions options;
    std::vector<RotationPolicy> rules;
    AppointmentKinds kinds;
    ProposedDirections directions;
    DayJudge judge;
};

Verdict MoveVerdicts::allowed(std::size_t move) const {
    Verdict all = Verdict::met;
    for (std::size_t rule = 0; rule < rules_; ++rule) all = all && at(move, rule).allowed();
    return all;
}

MoveRules::MoveRules(const Pack& pack, const Roster& roster, const MoveRuleOptions& options)
    : contents_(std::make_shared<const Contents>(pack, roster, options)) {}

const std::vector<RotationPolicy>& MoveRules::rules() const {
    return contents_->rules;
}

MoveVerdicts MoveRules::judge(const std::vector<ProposedMove>& moves) const {
    std::map<DayNumber, std::vector<std::size_t>> by_day;
    for (std::size_t at = 0; at < moves.size(); ++at) {
        contents_->require_known(moves[at]);
        by_day[moves[at].day].push_back(at);
    }
    MoveVerdicts verdicts(moves.size(), contents_->rules.size());
    if (contents_->rules.empty()) return verdicts;
    for (const auto& [day, positions] : by_day) contents_->judge.judge(day, moves, positions, verdicts);
    return verdicts;
}

std::vector<MissingField> MoveRules::missing(const ProposedMove& move, std::size_t rule) const {
    return contents_->pair_judge(move).missing(contents_->rules[rule], move);
}

Explanation MoveRules::explain(const ProposedMove& move, std::size_t rule, Audience audience) const {
    return contents_->pair_judge(move).explain(contents_->rules[rule], move, audience);
}

}  // namespace cadre

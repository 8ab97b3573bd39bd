#include "rotation/request/option_rules.hpp"

#include "rotation/rules/pair_judge.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace cadre {

OptionRules::OptionRules(const Pack& pack, const Roster& roster, const RotationRequest& request)
    : pack_(pack),
      options_{request.evaluation.law_as_of, request.evaluation.strict_snapshot, request.evaluation.threads},
      on_moves_(pack, roster, options_),
      stays_(rules_on_stays(pack)),
      stay_judge_(pack, roster, options_) {}

std::vector<RotationRule> OptionRules::rules(DayNumber law_as_of, const std::string& kind) const {
    std::vector<RotationRule> rules;
    for (const RotationPolicy& policy : on_moves_.rules()) {
        const bool judges =
            policy.in_force.contains(law_as_of) && is_of_kind(policy, {.kind = kind}) != Verdict::not_met;
        rules.push_back({policy.id, policy.title, policy.citation, judges});
    }
    for (const RotationPolicy& policy : stays_) rules.push_back({policy.id, policy.title, policy.citation});
    return rules;
}

MoveVerdicts OptionRules::judge(const std::vector<ProposedMove>& moves) {
    MoveVerdicts on_moves = on_moves_.judge(moves);
    if (stays_.empty()) return on_moves;
    const std::size_t first_stay = on_moves_.rules().size();
    std::map<std::pair<std::size_t, std::string_view>, std::vector<MoveVerdict>> of_leaving;  // by cadre and kind
    MoveVerdicts all(moves.size(), first_stay + stays_.size());
    for (std::size_t at = 0; at < moves.size(); ++at) {
        for (std::size_t rule = 0; rule < first_stay; ++rule) all.at(at, rule) = on_moves.at(at, rule);
        const auto [leaving, is_new] = of_leaving.try_emplace({moves[at].cadre, moves[at].kind});
        if (is_new) leaving->second = judge_leaving(moves[at]);
        for (std::size_t stay = 0; stay < stays_.size(); ++stay) all.at(at, first_stay + stay) = leaving->second[stay];
    }
    return all;
}

std::vector<MoveVerdict> OptionRules::judge_leaving(const ProposedMove& move) {
    std::vector<MoveVerdict> verdicts(stays_.size(), {Verdict::met, Verdict::not_met});
    if (move.enters) return verdicts;
    begin_leaving(move);
    for (std::size_t rule = 0; rule < stays_.size(); ++rule) {
        for (const StayVerdict& stay : stay_judge_.judge(stays_[rule])) {
            verdicts[rule].meets = verdicts[rule].meets && stay.verdict.meets;
            verdicts[rule].exempt = stay.verdict.exempt;  // the same for all spells of a cadre
        }
    }
    return verdicts;
}

void OptionRules::begin_leaving(const ProposedMove& move) {
    leaving_.person = move.cadre;
    leaving_.from = move.from;
    leaving_.to = move.to;
    leaving_.day = move.day;
    leaving_.kind = move.kind;
    stay_judge_.begin_move(leaving_);
}

std::vector<MissingField> OptionRules::missing(const ProposedMove& move, std::size_t rule) {
    const std::size_t first_stay = on_moves_.rules().size();
    if (rule < first_stay) return on_moves_.missing(move, rule);
    const RotationPolicy& policy = stays_[rule - first_stay];
    begin_leaving(move);
    std::vector<MissingField> fields;
    for (const StayVerdict& stay : stay_judge_.judge(policy)) {
        if (stay.verdict.allowed() != Verdict::undetermined) continue;
        for (MissingField& field : stay_judge_.missing(policy, stay.spell)) {
            if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(std::move(field));
        }
    }
    return fields;
}

Explanation OptionRules::explain(const ProposedMove& move, std::size_t rule, Audience audience) {
    const std::size_t first_stay = on_moves_.rules().size();
    if (rule < first_stay) return on_moves_.explain(move, rule, audience);
    begin_leaving(move);
    return stay_judge_.explain(pack_, stays_[rule - first_stay], audience);
}

}  // namespace cadre

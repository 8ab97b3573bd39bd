#include <cadre/rotation/rotation_request.hpp>

#include "evaluation/program.hpp"
#include "rotation/appointment_kinds.hpp"
#include "rotation/occupancy_days.hpp"
#include "rotation/request/draft_problem.hpp"
#include "rotation/unknown_direction.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <map>
#include <utility>

namespace cadre {
namespace {

void refuse(std::optional<Diagnostic> finding) {
    if (finding) throw Error(ErrorCode::invalid_argument, Diagnostics{*std::move(finding)});
}

void check_codes(const RotationRequest& request, const Schema& schema) {
    for (const DirectionPrice& asked : request.directions) refuse(unknown_direction(asked.direction));
    refuse(AppointmentKinds(schema).unknown(request.kind));
}

/// Where seats do not suffice for the published moves and for those who keep their posts, no move is pinned.
void propose(RotationDraft& draft) {
    draft.proposal = propose_rotation(draft.problem);
    if (draft.proposal.placed == draft.problem.cadres.size()) return;
    draft.problem.pinned.clear();
    draft.published.clear();
    draft.findings.push_back({"planned_moves", 0, {texts::rotation_published_too_many, {}}});
    draft.proposal = propose_rotation(draft.problem);
}

RotationMove move_of(const RotationDraft& draft, const RotationOption& taken) {
    RotationMove move;
    move.person = draft.cadres[taken.cadre];
    move.from = draft.posts[*draft.problem.cadres[taken.cadre].present];
    move.enters = !move.from;
    move.to = draft.posts[taken.post];
    move.day = draft.as_of;
    move.kind = draft.kind;
    return move;
}

/// The shortages if those who have to move could not stay.
std::vector<RotationShortage> shortages_of(const RotationProblem& problem) {
    RotationProblem leaving;
    leaving.cadres = problem.cadres;
    leaving.seats = problem.seats;
    leaving.rules = problem.rules;
    leaving.refused = problem.refused;
    std::vector<bool> pinned(problem.options.size());
    for (const std::size_t option : problem.pinned) pinned[option] = true;
    for (std::size_t at = 0; at < problem.options.size(); ++at) {
        const RotationOption& option = problem.options[at];
        if (problem.cadres[option.cadre].required && problem.stays(option)) continue;
        if (pinned[at]) leaving.pinned.push_back(leaving.options.size());
        leaving.options.push_back(option);
    }
    return propose_rotation(leaving).shortages;
}

}  // namespace

RotationDraft propose_rotation(const Pack& pack, const Roster& roster, const RotationRequest& request) {
    const DecisionDays days = decision_days(request.evaluation);
    check_codes(request, *pack.schema());
    RotationDraft draft;
    draft.as_of = days.as_of;
    draft.law_as_of = days.law_as_of;
    draft.kind = request.kind;
    draft.findings = negative_seats(roster);
    const RequestExpressions expressions(pack, request);
    const RequestVerdicts verdicts(pack, roster, expressions, request);
    const PresentPosts present(roster, draft.as_of);
    const std::vector<Mover> movers = find_movers(pack, roster, request, expressions, verdicts, present, draft);
    DraftProblem(pack, roster, request, expressions, verdicts, present, draft).state(movers);
    propose(draft);
    draft.shortages = shortages_of(draft.problem);
    return draft;
}

RotationPlan rotation_plan(const RotationDraft& draft) {
    const RotationProblem& problem = draft.problem;
    std::map<std::size_t, const RotationMove*> published;
    for (std::size_t at = 0; at < draft.published.size(); ++at) published[problem.pinned[at]] = &draft.published[at];
    RotationPlan plan;
    for (const auto& option : draft.proposal.options) {
        if (!option || problem.stays(problem.options[*option])) continue;
        const auto known = published.find(*option);
        plan.moves.push_back(known == published.end() ? move_of(draft, problem.options[*option]) : *known->second);
    }
    return plan;
}

}  // namespace cadre

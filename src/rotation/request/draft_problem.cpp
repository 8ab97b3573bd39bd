#include "rotation/request/draft_problem.hpp"

#include "rotation/request/asked_move.hpp"
#include "rotation/request/vacant_seats.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/rotation/grouping.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace cadre {
namespace {

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

/// The movers leave their posts on a day, but for those who may return.
RotationPlan leaving(const std::vector<Mover>& movers, DayNumber day) {
    RotationPlan plan;
    RotationMove nothing;  // gives the plan its day
    nothing.enters = nothing.leaves = true;
    nothing.day = day;
    plan.moves.push_back(nothing);
    for (const Mover& mover : movers) {
        if (!mover.present || mover.may_return) continue;
        RotationMove move;
        move.person = mover.cadre;
        move.from = mover.present;
        move.leaves = true;
        move.day = day;
        plan.moves.push_back(move);
    }
    return plan;
}

}  // namespace

DraftProblem::DraftProblem(const Pack& pack, const Roster& roster, const RotationRequest& request,
                           const RequestExpressions& expressions, const RequestVerdicts& verdicts,
                           const PresentPosts& present, RotationDraft& draft)
    : roster_(roster),
      request_(request),
      expressions_(expressions),
      verdicts_(verdicts),
      present_(present),
      draft_(draft),
      problem_(draft.problem),
      rules_(pack, roster, request),
      directions_(roster),
      points_(pack, roster, request.evaluation),
      cells_(pack, roster, request.evaluation) {
    for (const RotationMove& move : request.plan.moves) {
        if (says_of_cadre(move)) planned_.try_emplace(*move.person, &move);
    }
    draft.rules = rules_.rules(draft.law_as_of, draft.kind);
    for (const RotationRule& rule : draft.rules) problem_.rules.push_back(rule.id);
}

void DraftProblem::state(const std::vector<Mover>& movers) {
    add_posts(movers);
    add_goals();
    for (const Mover& mover : movers) {
        candidates_[mover.cadre] = problem_.cadres.size();
        draft_.cadres.push_back(mover.cadre);
        problem_.cadres.push_back({mover.required, present_position(mover)});
        add_option(mover, mover.present);
    }
    add_moves(movers);
    pin_published_moves();
}

std::size_t DraftProblem::present_position(const Mover& mover) const {
    if (!mover.present) return draft_.posts.size() - 1;
    return mover.may_return ? own_seats_.at(mover.cadre) : positions_.at(*mover.present);
}

void DraftProblem::add_posts(const std::vector<Mover>& movers) {
    const std::vector<std::int64_t> vacant = vacant_seats(roster_, leaving(movers, draft_.as_of));
    const std::vector<std::string> keys = vertex_keys(roster_, Grouping::post);
    std::vector<std::int64_t> holders(vacant.size());
    std::int64_t outside = 0;
    for (const Mover& mover : movers) {
        if (!mover.may_return) ++(mover.present ? holders[*mover.present] : outside);
    }
    for (std::size_t post = 0; post < vacant.size(); ++post) {
        const bool has_seats = vacant[post] > 0 && vacant[post] >= holders[post];
        const bool may_be_taken = has_seats && is_open(post, keys[post]);
        if (may_be_taken) draft_.offered.push_back(post);
        if (!may_be_taken && holders[post] == 0) continue;
        positions_[post] = add_post(post, keys[post], may_be_taken ? vacant[post] : holders[post]);
    }
    for (const Mover& mover : movers) {
        if (mover.may_return) own_seats_[mover.cadre] = add_post(mover.present, keys[*mover.present], 1);
    }
    add_post({}, "–", outside);
}

std::size_t DraftProblem::add_post(std::optional<std::size_t> post, const std::string& key, std::int64_t seats) {
    draft_.posts.push_back(post);
    draft_.post_keys.push_back(key);
    problem_.seats.push_back(
        static_cast<std::int32_t>(std::min<std::int64_t>(seats, std::numeric_limits<std::int32_t>::max())));
    return draft_.posts.size() - 1;
}

bool DraftProblem::is_open(std::size_t post, const std::string& key) {
    const Verdict verdict = verdicts_.is_open(post);
    if (verdict == Verdict::undetermined) {
        ++draft_.open_post_count;
        if (draft_.open_posts.size() < request_.open_listed)
            draft_.open_posts.push_back({post, key, cells_.of(*expressions_.posts, post)});
    }
    return verdict == Verdict::met;
}

void DraftProblem::add_goals() {
    problem_.goals = {{"has_to_move", {}}, {"without_post", {}}};
    for (const RotationFitness& fitness : request_.fitness) {
        if (fitness.most < 0)
            throw Error(ErrorCode::invalid_argument, Message{texts::rotation_fitness_most, {fitness.id, fitness.most}});
        problem_.goals.push_back({fitness.id, {}});
    }
    for (const char* id : {"direction", "change", "moves"}) problem_.goals.push_back({id, {}});
    std::set<std::string> ids;
    for (const RotationGoal& goal : problem_.goals) {
        if (!ids.insert(goal.id).second)
            throw Error(ErrorCode::invalid_argument, Message{texts::rotation_goal_twice, {goal.id}});
    }
}

/// Costs stand in the order of the goals.
void DraftProblem::add_option(const Mover& mover, std::optional<std::size_t> to) {
    const bool stays = to == mover.present;
    const std::size_t position = stays ? present_position(mover) : positions_.at(*to);
    problem_.options.push_back({candidates_.at(mover.cadre), position});
    std::vector<std::int64_t> costs{stays && mover.required ? 1 : 0, !to && !mover.required ? 1 : 0};
    for (std::size_t at = 0; at < request_.fitness.size(); ++at)
        costs.push_back(to ? -points_.of(*expressions_.fitness[at], request_.fitness[at].most, mover.cadre, *to) : 0);
    costs.push_back(stays ? 0 : price(mover, *to));
    const RotationMove* known = planned(mover.cadre);
    costs.push_back(known != nullptr && known->to != to ? 1 : 0);
    costs.push_back(stays || mover.required || !mover.present || known != nullptr ? 0 : 1);
    for (std::size_t goal = 0; goal < costs.size(); ++goal) problem_.goals[goal].costs.push_back(costs[goal]);
}

void DraftProblem::add_moves(const std::vector<Mover>& movers) {
    if (!movers.empty() && draft_.offered.size() > most_rotation_pairs / movers.size()) {
        throw Error(ErrorCode::limit_exceeded,
                    Message{texts::rotation_too_many_pairs,
                            {number(movers.size()), number(draft_.offered.size()), number(most_rotation_pairs)}});
    }
    std::vector<ProposedMove> moves;
    std::vector<std::size_t> of;  // movers
    for (std::size_t mover = 0; mover < movers.size(); ++mover) {
        for (const std::size_t post : draft_.offered) {
            if (present_.may_hold(movers[mover].cadre, post)) continue;
            moves.push_back(move_to(movers[mover], post));
            of.push_back(mover);
        }
    }
    const MoveVerdicts verdicts = rules_.judge(moves);
    for (std::size_t at = 0; at < moves.size(); ++at) add_move(movers[of[at]], moves[at], at, verdicts);
}

ProposedMove DraftProblem::move_to(const Mover& mover, std::size_t post) const {
    return asked_move(mover, post, draft_.as_of, request_.kind, planned(mover.cadre));
}

void DraftProblem::add_move(const Mover& mover, const ProposedMove& move, std::size_t at,
                            const MoveVerdicts& verdicts) {
    switch (verdicts.allowed(at)) {
        case Verdict::met: return add_option(mover, move.to);
        case Verdict::undetermined: return note_open(move, at, verdicts);
        case Verdict::not_met: break;
    }
    // A rule that is undetermined may refuse, too: waiving another one alone makes no option.
    RefusedOption refused{{candidates_.at(mover.cadre), positions_.at(*move.to)}, {}};
    for (std::size_t rule = 0; rule < draft_.rules.size(); ++rule) {
        if (verdicts.at(at, rule).allowed() != Verdict::met) refused.rules.push_back(rule);
    }
    problem_.refused.push_back(std::move(refused));
}

void DraftProblem::note_open(const ProposedMove& move, std::size_t at, const MoveVerdicts& verdicts) {
    ++draft_.open_option_count;
    if (draft_.open_options.size() == request_.open_listed) return;
    OpenOption open{move.cadre, *move.to, draft_.post_keys[positions_.at(*move.to)], {}};
    for (std::size_t rule = 0; rule < draft_.rules.size(); ++rule) {
        if (verdicts.at(at, rule).allowed() != Verdict::undetermined) continue;
        for (MissingField& field : rules_.missing(move, rule)) {
            if (std::find(open.fields.begin(), open.fields.end(), field) == open.fields.end())
                open.fields.push_back(std::move(field));
        }
    }
    draft_.open_options.push_back(std::move(open));
}

void DraftProblem::pin_published_moves() {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> options;
    for (std::size_t at = 0; at < problem_.options.size(); ++at)
        options[{problem_.options[at].cadre, problem_.options[at].post}] = at;
    for (const auto& [cadre, move] : planned_) {
        if (!move->published) continue;
        const auto candidate = candidates_.find(cadre);
        const auto post = move->to ? positions_.find(*move->to) : positions_.end();
        const bool is_of_both = candidate != candidates_.end() && post != positions_.end() &&
                                move->from == draft_.posts[*problem_.cadres[candidate->second].present];
        const auto found = is_of_both ? options.find({candidate->second, post->second}) : options.end();
        if (found != options.end()) {
            problem_.pinned.push_back(found->second);
            draft_.published.push_back(*move);
        } else {
            const std::size_t row = move->row.value_or(0);
            draft_.findings.push_back({"planned_moves", row, {texts::rotation_published_refused, {number(row)}}});
        }
    }
}

/// What is not known of a direction counts where it would make the move dearer.
std::int64_t DraftProblem::price(const Mover& mover, std::size_t to) const {
    if (!mover.present || request_.directions.empty()) return 0;
    const MoveDirections found = directions_.of({mover.cadre, to, mover.present, false, draft_.as_of});
    std::int64_t sum = 0;
    for (const DirectionPrice& asked : request_.directions) {
        const Verdict has = has_direction(found, asked.direction);
        if (has == Verdict::met || (has == Verdict::undetermined && asked.price > 0)) sum += asked.price;
    }
    return sum;
}

const RotationMove* DraftProblem::planned(std::size_t cadre) const {
    const auto found = planned_.find(cadre);
    return found == planned_.end() ? nullptr : found->second;
}

}  // namespace cadre

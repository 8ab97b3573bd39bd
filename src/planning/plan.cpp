#include "planning/plan_reader.hpp"

#include "planning/row_answers.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/messages/texts/planning.hpp>

#include <map>
#include <set>
#include <utility>

namespace cadre {
namespace {

VerdictTable judge_members(const Roster& roster, const EvaluationOptions& options) {
    const auto table = roster.schema().find_table("pool_members");
    const auto pools = roster.schema().find_table("pools");
    if (!table || !pools || roster.table(*pools) == nullptr) {
        throw Error(
            ErrorCode::not_found,
            Diagnostics{{Severity::error, {}, {texts::plan_without_pools, {}}, Message{texts::plan_give_pools, {}}}});
    }
    const Schema& schema = roster.schema();
    std::vector<Question> questions{{"planned", *table, parse_expression(planned_condition, schema, *table)},
                                    {"incumbent", *table, parse_expression("incumbent", schema, *table)}};
    return evaluate(compile(std::move(questions), roster.shared_schema()), roster, options);
}

std::optional<std::size_t> row_of(const RosterColumn& reference, std::size_t row) {
    const auto found = reference.value(row);
    return found ? std::optional(static_cast<std::size_t>(*found)) : std::nullopt;
}

std::optional<DayNumber> day_of(const RosterColumn& column, std::size_t row) {
    const auto found = column.value(row);
    return found ? std::optional(static_cast<DayNumber>(*found)) : std::nullopt;
}

}  // namespace

PlanReader::PlanReader(const Roster& roster, const EvaluationOptions& options)
    : roster_(roster),
      verdicts_(judge_members(roster, options)),
      pool_key_(roster, "pools", "id"),
      pool_kind_(roster, "pools", "kind"),
      pool_post_(roster, "pools", "post"),
      pool_unit_(roster, "pools", "unit"),
      pool_seats_(roster, "pools", "seats"),
      terms_(roster),
      reviewed_(roster, "pools", "reviewed"),
      post_seats_(roster, "posts", "seats"),
      member_pool_(roster, "pool_members", "pool"),
      member_cadre_(roster, "pool_members", "cadre"),
      status_(roster, "pool_members", "status"),
      added_(roster, "pool_members", "added"),
      removed_(roster, "pool_members", "removed"),
      ballots_(roster, "pool_members", "ballots"),
      summoned_(roster, "pool_members.ballots", "summoned"),
      present_(roster, "pool_members.ballots", "present"),
      votes_(roster, "pool_members.ballots", "votes") {}

Plan PlanReader::read() {
    for (std::size_t row = 0; row < roster_.size("pools"); ++row) {
        plan_.pools.push_back(read_pool(row));
        check_pool(plan_.pools.back(), row);
    }
    for (std::size_t row = 0; row < roster_.size("pool_members"); ++row) {
        const PlanMember member = read_member(row);
        check_member(member);
        plan_.members.push_back(member);
    }
    place_members();
    return std::move(plan_);
}

PlanPool PlanReader::read_pool(std::size_t row) {
    PlanPool pool;
    pool.key = key(row);
    pool.post = row_of(pool_post_, row);
    pool.of_committee =
        !pool.post && (pool_post_.is_none(row) || (pool_kind_.value(row) && !has_code(pool_kind_, row, "post")));
    pool.unit = row_of(pool_unit_, row);
    pool.seats = pool_seats_.value(row);
    if (!pool.seats && pool.post) pool.seats = post_seats_.value(*pool.post);
    const PoolTerms::Term term = terms_.of(row);
    pool.term_start = term.start;
    pool.term_end = term.end;
    pool.reviewed = day_of(reviewed_, row);
    pool.never_reviewed = reviewed_.is_none(row);
    return pool;
}

void PlanReader::check_pool(const PlanPool& pool, std::size_t row) {
    const std::vector<Argument> place{pool.key, static_cast<std::int64_t>(row)};
    if (!pool.post && !pool.of_committee) add_finding("pools", row, {texts::plan_pool_without_post, place});
    if (pool.of_committee && !pool.unit) add_finding("pools", row, {texts::plan_pool_without_unit, place});
    if (terms_.of(row).reversed) {
        add_finding("pools", row, {texts::plan_term_reversed, place});
    } else if (!pool.term_start || !pool.term_end) {
        add_finding("pools", row, {texts::plan_pool_without_term, place});
    }
    if ((pool.post || pool.of_committee) && !pool.seats) {
        add_finding("pools", row, {texts::plan_pool_without_seats, place});
    }
    if (pool.seats && *pool.seats <= 0) add_finding("pools", row, {texts::plan_seats_not_positive, place});
}

PlanMember PlanReader::read_member(std::size_t row) {
    PlanMember member;
    member.row = row;
    member.pool = row_of(member_pool_, row);
    member.person = row_of(member_cadre_, row);
    member.planned = verdicts_["planned"][row];
    member.incumbent = verdicts_["incumbent"][row];
    return member;
}

void PlanReader::check_member(const PlanMember& member) {
    const auto row = static_cast<std::int64_t>(member.row);
    const std::vector<Argument> place{pool_name(member), row};
    if (!member.pool) add_finding("pool_members", member.row, {texts::plan_member_without_pool, {row}});
    if (!member.person) add_finding("pool_members", member.row, {texts::plan_member_without_cadre, place});
    const auto added = added_.value(member.row);
    const auto removed = removed_.value(member.row);
    if (has_code(status_, member.row, "removed") && !removed) {
        add_finding("pool_members", member.row, {texts::plan_removed_without_day, place});
    }
    if (added && removed && *removed < *added) {
        add_finding("pool_members", member.row, {texts::plan_removed_before_added, place});
    }
    check_ballots(member);
}

void PlanReader::check_ballots(const PlanMember& member) {
    const auto over = [](std::optional<std::int64_t> part, std::optional<std::int64_t> whole) {
        return (part && *part < 0) || (part && whole && *part > *whole);
    };
    const auto [first, last] = ballots_.members(member.row);
    for (std::size_t ballot = first; ballot < last; ++ballot) {
        const auto summoned = summoned_.value(ballot);
        const auto present = present_.value(ballot);
        const auto votes = votes_.value(ballot);
        if (!over(votes, present) && !over(votes, summoned) && !over(present, summoned)) continue;
        add_finding("pool_members", member.row,
                    {texts::plan_votes_over_voters, {pool_name(member), static_cast<std::int64_t>(member.row)}});
        return;
    }
}

/// Of several rows that put one cadre into one pool on the day, the first stands for all.
void PlanReader::place_members() {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> placed;
    for (std::size_t at = 0; at < plan_.members.size(); ++at) {
        PlanMember& member = plan_.members[at];
        if (member.planned == Verdict::not_met) continue;
        if (!member.pool) {
            plan_.unplaced.push_back(at);
            continue;
        }
        if (member.person) {
            const auto [found, fresh] = placed.try_emplace({*member.pool, *member.person}, at);
            if (!fresh) {
                add_row(plan_.members[found->second], member);
                continue;
            }
        }
        plan_.pools[*member.pool].members.push_back(at);
    }
    for (const auto& [place, first] : placed) settle_incumbent(plan_.members[first]);
}

void PlanReader::add_row(PlanMember& first, const PlanMember& again) {
    if (first.rows.empty()) first.rows.push_back({first.row, first.planned});
    first.rows.push_back({again.row, again.planned});
    first.planned = first.planned || again.planned;
    add_finding("pool_members", again.row,
                {texts::plan_member_twice,
                 {pool_name(again), static_cast<std::int64_t>(again.row), static_cast<std::int64_t>(first.row)}});
}

void PlanReader::settle_incumbent(PlanMember& member) {
    if (member.rows.empty()) return;
    RowAnswers answers(Verdict::met);
    for (const PlanRow& said : member.rows) answers.add(said.planned, plan_.members[said.row].incumbent);
    member.incumbent = answers.together();
}

std::string PlanReader::key(std::size_t pool) const {
    const auto text = pool_key_.value(pool);
    return text ? std::string(roster_.text(static_cast<std::int32_t>(*text))) : std::string();
}

std::string PlanReader::pool_name(const PlanMember& member) const {
    return member.pool ? plan_.pools[*member.pool].key : std::string("?");
}

bool PlanReader::has_code(const RosterColumn& column, std::size_t row, std::string_view code) const {
    const auto text = column.value(row);
    return text && roster_.text(static_cast<std::int32_t>(*text)) == code;
}

void PlanReader::add_finding(std::string_view table, std::size_t row, Message message) {
    plan_.findings.push_back({std::string(table), row, std::move(message)});
}

Plan read_plan(const Roster& roster, const EvaluationOptions& options) {
    return PlanReader(roster, options).read();
}

}  // namespace cadre

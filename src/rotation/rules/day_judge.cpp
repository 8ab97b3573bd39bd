#include "rotation/rules/day_judge.hpp"

#include "evaluation/some_rows.hpp"
#include "planning/question_list.hpp"
#include "roster/column_make.hpp"
#include "roster/roster_assembly.hpp"
#include "rotation/rules/proposed_post.hpp"

#include <cstdint>
#include <utility>

namespace cadre {
namespace {

/// Columns pay from so many moves on.
constexpr std::size_t least_round = 64;

using RowWords = std::vector<std::uint64_t>;

void set(RowWords& words, std::size_t row) {
    words[row / 64] |= std::uint64_t{1} << (row % 64);
}

VerdictTable answers_of(const Program& program, const Roster& roster, const EvaluationOptions& options,
                        const RowWords& rows) {
    return program.questions().empty() ? VerdictTable({}) : evaluate_some(program, roster, options, rows);
}

}  // namespace

/// What the columns say on one day, of one round.
struct DayJudge::Answers {
    const VerdictTable& cadres;
    const VerdictTable& posts;
    const VerdictTable& moves;

    Verdict of(const Asked& asked, const ProposedMove& move, Verdict absent) const {
        switch (asked.by) {
            case Asked::By::cadre: return cadres.columns()[asked.column][move.cadre];
            case Asked::By::move: return moves.columns()[asked.column][move.cadre];
            case Asked::By::post: return move.to ? posts.columns()[asked.column][*move.to] : Verdict::undetermined;
            default: return absent;
        }
    }
};

DayJudge::DayJudge(const Pack& pack, const Roster& roster, const std::vector<RotationPolicy>& rules,
                   const ProposedDirections& directions, const MoveRuleOptions& options)
    : pack_(pack), roster_(roster), rules_(rules), directions_(directions), options_(options) {
    const Schema& schema = *pack.schema();
    const int cadres = schema.find_table("cadres").value_or(-1);
    const int posts = schema.find_table("posts").value_or(-1);
    QuestionList on_cadres;
    QuestionList on_moves;
    QuestionList on_posts;
    const auto ask = [&](const ExpressionPtr& condition) {
        if (!condition) return Asked{};
        const ProposedPostUse use = proposed_post_use(*condition, schema);
        if (use == ProposedPostUse::others) by_columns_ = false;
        if (use == ProposedPostUse::none) return Asked{Asked::By::cadre, on_cadres.ask(cadres, condition)};
        return Asked{Asked::By::move, on_moves.ask(cadres, condition)};
    };
    for (const RotationPolicy& rule : rules) {
        AskedRule asked{ask(rule.cadres), ask(rule.exempt), {}, ask(condition_of(rule))};
        if (const ExpressionPtr& on = into_of(rule)) asked.into = {Asked::By::post, on_posts.ask(posts, on)};
        asked_.push_back(asked);
    }
    of_cadres_ = on_cadres.compile(pack);
    of_moves_ = on_moves.compile(pack);
    of_posts_ = on_posts.compile(pack);
    by_columns_ = by_columns_ && (on_moves.empty() || can_replace_posts(roster.schema()));
}

/// A column has no place where the roster's schema does not have the attribute; and it may be hidden as a fact of the
/// snapshot, which a proposed post is not.
bool DayJudge::can_replace_posts(const Schema& schema) const {
    const auto cadres = schema.find_table("cadres");
    return !options_.strict_snapshot && cadres && schema.table(*cadres).find("proposed_post").has_value();
}

void DayJudge::judge(DayNumber day, const std::vector<ProposedMove>& moves, const std::vector<std::size_t>& positions,
                     MoveVerdicts& verdicts) const {
    if (!by_columns_ || positions.size() < least_round) {
        judge_one_by_one(day, moves, positions, verdicts);
        return;
    }
    const EvaluationOptions on_day{date_of(day), options_.law_as_of, options_.strict_snapshot, options_.threads};
    RowWords cadres((roster_.size("cadres") + 63) / 64);
    RowWords posts((roster_.size("posts") + 63) / 64);
    for (const std::size_t at : positions) {
        set(cadres, moves[at].cadre);
        if (moves[at].to) set(posts, *moves[at].to);
    }
    const VerdictTable of_cadres = answers_of(of_cadres_, roster_, on_day, cadres);
    const VerdictTable of_posts = answers_of(of_posts_, roster_, on_day, posts);
    for (const std::vector<std::size_t>& round : rounds_of(moves, positions)) {
        if (!of_moves_.questions().empty() && round.size() < least_round) {
            judge_one_by_one(day, moves, round, verdicts);
            continue;
        }
        const VerdictTable of_moves = on_moves(moves, round, on_day);
        const Answers answers{of_cadres, of_posts, of_moves};
        const DayNumber law = day_number(options_.law_as_of.value_or(on_day.as_of));
        for (const std::size_t at : round) {
            for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
                verdicts.at(at, rule) = rules_[rule].in_force.contains(law)
                                            ? combine(rule, moves[at], answers)
                                            : MoveVerdict{Verdict::met, Verdict::not_met};
            }
        }
    }
}

/// The moves such that no cadre has two in one round; all in one where no condition reads the post.
std::vector<std::vector<std::size_t>> DayJudge::rounds_of(const std::vector<ProposedMove>& moves,
                                                          const std::vector<std::size_t>& positions) const {
    if (of_moves_.questions().empty()) return {positions};
    std::vector<std::uint32_t> moves_of(roster_.size("cadres"));
    std::vector<std::vector<std::size_t>> rounds;
    for (const std::size_t at : positions) {
        const std::size_t round = moves_of[moves[at].cadre]++;
        if (round == rounds.size()) rounds.emplace_back();
        rounds[round].push_back(at);
    }
    return rounds;
}

void DayJudge::judge_one_by_one(DayNumber day, const std::vector<ProposedMove>& moves,
                                const std::vector<std::size_t>& positions, MoveVerdicts& verdicts) const {
    PairJudge judge(pack_, roster_, directions_, day, options_);
    for (const std::size_t at : positions) {
        for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
            verdicts.at(at, rule) = judge.judge(rules_[rule], moves[at]);
        }
    }
}

VerdictTable DayJudge::on_moves(const std::vector<ProposedMove>& moves, const std::vector<std::size_t>& round,
                                const EvaluationOptions& on_day) const {
    if (of_moves_.questions().empty()) return VerdictTable({});
    const int table = *roster_.schema().find_table("cadres");
    const int attribute = *roster_.schema().table(table).find("proposed_post");
    RowWords rows((roster_.size("cadres") + 63) / 64);
    std::vector<CellEdit> edits;
    for (const std::size_t at : round) {
        set(rows, moves[at].cadre);
        CellEdit edit{moves[at].cadre, {}};
        if (moves[at].to) edit.value = static_cast<std::int32_t>(*moves[at].to);
        edits.push_back(edit);
    }
    const Column& given = roster_.table(table)->columns[static_cast<std::size_t>(attribute)];
    const Roster supposed = RosterAssembly::with_columns(roster_, table, {{attribute, with_cells(given, edits)}});
    return evaluate_some(of_moves_, supposed, on_day, rows);
}

MoveVerdict DayJudge::combine(std::size_t rule, const ProposedMove& move, const Answers& answers) const {
    const AskedRule& asked = asked_[rule];
    const Verdict applies = is_of_kind(rules_[rule], move) && answers.of(asked.cadres, move, Verdict::met) &&
                            answers.of(asked.into, move, Verdict::met);
    const auto* directed = std::get_if<DirectionRule>(&rules_[rule].rule);
    const Verdict meets =
        directed != nullptr ? directions_.meets(*directed, move) : answers.of(asked.meets, move, Verdict::met);
    return {!applies || meets, answers.of(asked.exempt, move, Verdict::not_met)};
}

}  // namespace cadre

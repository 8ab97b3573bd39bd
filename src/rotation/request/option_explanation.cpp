#include <cadre/rotation/option_explanation.hpp>

#include "evaluation/explanation_builder.hpp"
#include "evaluation/program.hpp"
#include "evaluation/value_text.hpp"
#include "rotation/known_rows.hpp"
#include "rotation/request/asked_move.hpp"
#include "rotation/request/option_rules.hpp"
#include "rotation/request/present_posts.hpp"
#include "rotation/request/request_conditions.hpp"

#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

/// Goes through what makes an option in the order in which `propose_rotation` does.
class OptionExplainer {
public:
    OptionExplainer(const Pack& pack, const Roster& roster, const RotationRequest& request, const RotationDraft& draft,
                    Audience audience)
        : pack_(pack),
          roster_(roster),
          request_(request),
          draft_(draft),
          audience_(audience),
          expressions_(pack, request),
          verdicts_(pack, roster, expressions_, request) {}

    OptionExplanation explain(std::size_t cadre, std::size_t post) {
        found_.cadre = cadre;
        found_.post = post;
        const auto candidate = std::find(draft_.cadres.begin(), draft_.cadres.end(), cadre);
        if (candidate == draft_.cadres.end()) {
            found_.status = of_no_candidate();
        } else {
            found_.status = of_candidate(static_cast<std::size_t>(candidate - draft_.cadres.begin()));
        }
        return std::move(found_);
    }

private:
    OptionStatus of_no_candidate() {
        const Verdict must = verdicts_.must_move(found_.cadre);
        const Verdict may = must || verdicts_.may_move(found_.cadre);
        if (may == Verdict::met) return OptionStatus::present_unknown;
        add_condition("must_move", texts::request_must_move, expressions_.must_move);
        add_condition("may_move", texts::request_may_move, expressions_.may_move);
        return may == Verdict::undetermined ? OptionStatus::undetermined : OptionStatus::not_asked_for;
    }

    OptionStatus of_candidate(std::size_t candidate) {
        const auto is_asked = [&](const RotationOption& option) {
            return option.cadre == candidate && draft_.posts[option.post] == found_.post;
        };
        const auto& options = draft_.problem.options;
        const auto option = std::find_if(options.begin(), options.end(), is_asked);
        if (option != options.end()) return of_option(static_cast<std::size_t>(option - options.begin()));
        if (PresentPosts(roster_, draft_.as_of).may_hold(found_.cadre, found_.post)) return OptionStatus::held;
        if (!std::binary_search(draft_.offered.begin(), draft_.offered.end(), found_.post)) return of_closed_post();
        return of_rules(candidate);
    }

    OptionStatus of_option(std::size_t option) {
        const RotationProblem& problem = draft_.problem;
        const std::size_t candidate = problem.options[option].cadre;
        const bool is_proposed = draft_.proposal.options[candidate] == option;
        const bool is_pinned = std::find(problem.pinned.begin(), problem.pinned.end(), option) != problem.pinned.end();
        found_.option = option;
        if (is_proposed && is_pinned) return OptionStatus::proposed;
        RotationRegrets regrets(problem, draft_.proposal);
        found_.regret = is_proposed ? regrets.why(candidate) : regrets.why_not(option);
        return is_proposed ? OptionStatus::proposed : OptionStatus::possible;
    }

    OptionStatus of_closed_post() {
        const Verdict verdict = verdicts_.is_open(found_.post);
        if (verdict == Verdict::met) return OptionStatus::no_seat;
        add_condition("posts", texts::request_posts, expressions_.posts);
        return verdict == Verdict::undetermined ? OptionStatus::undetermined : OptionStatus::not_offered;
    }

    OptionStatus of_rules(std::size_t candidate) {
        OptionRules rules(pack_, roster_, request_);
        const ProposedMove move = move_of(candidate);
        const MoveVerdicts verdicts = rules.judge({move});
        for (std::size_t rule = 0; rule < draft_.rules.size(); ++rule) {
            if (verdicts.at(0, rule).allowed() == Verdict::met) continue;
            found_.reasons.push_back(rules.explain(move, rule, audience_));
        }
        return verdicts.allowed(0) == Verdict::not_met ? OptionStatus::refused : OptionStatus::undetermined;
    }

    ProposedMove move_of(std::size_t candidate) const {
        const RotationCandidate& stated = draft_.problem.cadres[candidate];
        const Mover mover{found_.cadre, stated.required, draft_.posts[*stated.present], false};
        const auto& moves = request_.plan.moves;
        const auto known = std::find_if(moves.begin(), moves.end(), [&](const RotationMove& move) {
            return says_of_cadre(move) && move.person == found_.cadre;
        });
        return asked_move(mover, found_.post, draft_.as_of, request_.kind, known == moves.end() ? nullptr : &*known);
    }

    /// One of the request, on the cadre or the post.
    void add_condition(const char* name, MessageId title, const ExpressionPtr& condition) {
        if (!condition) return;
        const bool on_posts = condition == expressions_.posts;
        const std::size_t row = on_posts ? found_.post : found_.cadre;
        ReferenceEvaluator evaluator(*pack_.schema(), roster_, draft_.as_of, draft_.law_as_of,
                                     request_.evaluation.strict_snapshot);
        evaluator.judge_row(static_cast<std::int64_t>(row));
        Explanation explanation{
            {name, localized(title), on_posts ? "posts" : "cadres", row, draft_.as_of, draft_.law_as_of}, {}, {}};
        if (roster_.snapshot() != draft_.as_of) explanation.snapshot = roster_.snapshot();
        ExplanationNode& root = explanation.root;
        root.kind = ExplanationNode::Kind::definition;
        root.verdict = evaluator.truth(*condition);
        root.label = explanation.title;
        root.children.push_back(ExplanationBuilder(pack_, evaluator, draft_.law_as_of, audience_).explain(*condition));
        found_.reasons.push_back(std::move(explanation));
    }

    const Pack& pack_;
    const Roster& roster_;
    const RotationRequest& request_;
    const RotationDraft& draft_;
    Audience audience_;
    RequestExpressions expressions_;
    RequestVerdicts verdicts_;
    OptionExplanation found_;
};

}  // namespace

std::string_view to_code(OptionStatus status) {
    switch (status) {
        case OptionStatus::proposed: return "proposed";
        case OptionStatus::possible: return "possible";
        case OptionStatus::refused: return "refused";
        case OptionStatus::undetermined: return "undetermined";
        case OptionStatus::not_asked_for: return "not_asked_for";
        case OptionStatus::present_unknown: return "present_unknown";
        case OptionStatus::held: return "held";
        case OptionStatus::not_offered: return "not_offered";
        default: return "no_seat";
    }
}

OptionExplanation explain_option(const Pack& pack, const Roster& roster, const RotationRequest& request,
                                 const RotationDraft& draft, std::size_t cadre, std::size_t post, Audience audience) {
    require_known_row(ProposedMove{.cadre = cadre, .to = post, .from = {}, .day = draft.as_of}, roster);
    return OptionExplainer(pack, roster, request, draft, audience).explain(cadre, post);
}

}  // namespace cadre

#include <cadre/reports/rotation_draft_text.hpp>

#include "evaluation/value_text.hpp"
#include "reports/missing_text.hpp"
#include "reports/rotation_parts.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace cadre {
namespace {

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

LocalizedText goal_name(const std::string& id) {
    const std::pair<const char*, MessageId> known[] = {{"has_to_move", texts::rotation_goal_has_to_move},
                                                       {"without_post", texts::rotation_goal_without_post},
                                                       {"direction", texts::rotation_goal_direction},
                                                       {"change", texts::rotation_goal_change},
                                                       {"moves", texts::rotation_goal_moves}};
    for (const auto& [name, text] : known) {
        if (id == name) return localized(text);
    }
    return {id, id};
}

class RotationDraftText {
public:
    RotationDraftText(const RotationDraft& draft, Language language) : draft_(draft), language_(language) {}

    std::string write() {
        const RotationNames names = rotation_names(draft_);
        line(texts::rotation_draft_title, {date_text(draft_.as_of), date_text(draft_.law_as_of)});
        add_considered();
        text_ += moves_text(draft_.problem, draft_.proposal, names, language_);
        text_ += shortages_text(draft_.problem, draft_.shortages, names, language_);
        add_open();
        if (!draft_.findings.empty()) line(texts::rotation_draft_findings);
        for (const PlanFinding& finding : draft_.findings) text_ += "- " + finding.message.text(language_) + '\n';
        line(texts::rotation_for_review);
        return std::move(text_);
    }

private:
    void line(MessageId id, std::vector<Argument> arguments = {}) {
        text_ += Message{id, std::move(arguments)}.text(language_) + '\n';
    }

    void add_considered() {
        const RotationProblem& problem = draft_.problem;
        const auto required = std::count_if(problem.cadres.begin(), problem.cadres.end(),
                                            [](const RotationCandidate& cadre) { return cadre.required; });
        const std::set<std::optional<std::size_t>> posts(draft_.posts.begin(), draft_.posts.end());
        line(texts::rotation_draft_considered,
             {number(problem.cadres.size()), std::int64_t{required}, number(posts.size() - 1),
              number(problem.options.size() - problem.cadres.size()), number(problem.refused.size())});
        const bool is_judged = std::any_of(draft_.rules.begin(), draft_.rules.end(),
                                           [](const RotationRule& rule) { return rule.judges_moves; });
        if (!is_judged) line(texts::rotation_draft_no_rules);
    }

    void add_open() {
        if (draft_.open_mover_count > 0) line(texts::rotation_draft_open_movers, {number(draft_.open_mover_count)});
        for (const OpenMover& open : draft_.open_movers) {
            line(open.has_to ? texts::rotation_draft_must : texts::rotation_draft_may,
                 {number(open.cadre), missing_text(open.fields)});
        }
        add_more(draft_.open_mover_count - draft_.open_movers.size());
        if (draft_.open_post_count > 0) line(texts::rotation_draft_open_posts, {number(draft_.open_post_count)});
        for (const OpenPost& open : draft_.open_posts)
            line(texts::rotation_draft_post, {open.key, missing_text(open.fields)});
        add_more(draft_.open_post_count - draft_.open_posts.size());
        if (draft_.open_option_count > 0) line(texts::rotation_draft_open_options, {number(draft_.open_option_count)});
        for (const OpenOption& open : draft_.open_options) {
            line(texts::rotation_draft_option, {number(open.cadre), open.post_key, missing_text(open.fields)});
        }
        add_more(draft_.open_option_count - draft_.open_options.size());
    }

    void add_more(std::size_t count) {
        if (count > 0) line(texts::audit_more, {number(count)});
    }

    const RotationDraft& draft_;
    Language language_;
    std::string text_;
};

}  // namespace

RotationNames rotation_names(const RotationDraft& draft) {
    RotationNames names{draft.cadres, draft.post_keys, {}, {}};
    for (const RotationRule& rule : draft.rules) {
        const LocalizedText clause = citation_text(rule.citation);
        names.rules.push_back({rule.title.vi + " [" + clause.vi + ']', rule.title.en + " [" + clause.en + ']'});
    }
    for (const RotationGoal& goal : draft.problem.goals) names.goals.push_back(goal_name(goal.id));
    return names;
}

std::string rotation_draft_text(const RotationDraft& draft, Language language) {
    return RotationDraftText(draft, language).write();
}

}  // namespace cadre

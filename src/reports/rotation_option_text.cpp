#include <cadre/reports/rotation_option_text.hpp>

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/reports/rotation_draft_text.hpp>
#include <cadre/reports/rotation_regret_text.hpp>
#include <cadre/rotation/grouping.hpp>

namespace cadre {
namespace {

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

Message answer(const OptionExplanation& explanation, const RotationDraft& draft) {
    switch (explanation.status) {
        case OptionStatus::proposed: {
            const RotationProblem& problem = draft.problem;
            const bool stays = problem.stays(problem.options[*explanation.option]);
            return {stays ? texts::rotation_option_stays : texts::rotation_option_proposed, {}};
        }
        case OptionStatus::possible: return {texts::rotation_option_possible, {}};
        case OptionStatus::refused: return {texts::rotation_option_refused, {}};
        case OptionStatus::undetermined: return {texts::rotation_option_undetermined, {}};
        case OptionStatus::not_asked_for: return {texts::rotation_option_not_asked_for, {}};
        case OptionStatus::present_unknown: return {texts::rotation_present_unknown, {number(explanation.cadre)}};
        case OptionStatus::held: return {texts::rotation_option_held, {}};
        case OptionStatus::not_offered: return {texts::rotation_option_not_offered, {}};
        default: return {texts::rotation_option_no_seat, {}};
    }
}

std::string regret_text(const OptionExplanation& explanation, const RotationDraft& draft, Language language) {
    const RotationNames names = rotation_names(draft);
    const RotationOption& option = draft.problem.options[*explanation.option];
    if (explanation.status == OptionStatus::possible)
        return why_not_text(draft.problem, draft.proposal, *explanation.option, explanation.regret, language, names);
    if (!explanation.regret) return Message{texts::rotation_option_published, {}}.text(language) + '\n';
    return why_text(draft.problem, draft.proposal, option.cadre, explanation.regret, language, names);
}

}  // namespace

std::string rotation_option_text(const OptionExplanation& explanation, const RotationDraft& draft, const Roster& roster,
                                 Language language) {
    const std::string key = vertex_keys(roster, Grouping::post).at(explanation.post);
    const auto line = [&](const Message& message) { return message.text(language) + '\n'; };
    std::string text = line({texts::rotation_option_title, {number(explanation.cadre), key, date_text(draft.as_of)}});
    text += line(answer(explanation, draft));
    if (explanation.option) text += regret_text(explanation, draft, language);
    for (const Explanation& reason : explanation.reasons) text += '\n' + reason.to_text(language);
    return text + '\n' + line({texts::rotation_for_review, {}});
}

}  // namespace cadre

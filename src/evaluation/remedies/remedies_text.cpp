#include "evaluation/remedies/change_text.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/remedy.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <utility>

namespace cadre {
namespace {

LocalizedText remedy_text(const Remedy& remedy, DayNumber as_of) {
    const LocalizedText changes = changes_text(remedy.changes);
    if (remedy.day == as_of) return changes;
    const LocalizedText wait = localized(texts::remedy_wait, {date_text(remedy.day)});
    return remedy.changes.empty() ? wait : localized(texts::word_semicolon, {changes, wait});
}

}  // namespace

std::string Remedies::to_text(Language language) const {
    std::string text;
    const auto add = [&](MessageId id, std::vector<Argument> arguments = {}) {
        text += localized(id, std::move(arguments)).in(language) + '\n';
    };
    std::vector<Argument> judged{title, table, static_cast<std::int64_t>(row), date_text(as_of)};
    if (latest > as_of) judged.push_back(date_text(latest));
    add(latest > as_of ? texts::remedy_head_waiting : texts::remedy_head, std::move(judged));
    const auto most = static_cast<std::int64_t>(most_changes);
    if (verdict == Verdict::met) {
        add(texts::remedy_met);
    } else if (remedies.empty() && complete) {
        add(texts::remedy_nothing);
    } else if (remedies.empty()) {
        add(texts::remedy_nothing_found, {most});
    } else {
        if (remedies.size() > 1) add(texts::remedy_choose_one);
        for (const Remedy& remedy : remedies) text += "  • " + remedy_text(remedy, as_of).in(language) + '\n';
        if (complete) {
            add(texts::remedy_complete);
        } else {
            add(texts::remedy_bounded, {most});
        }
    }
    return text;
}

std::string Remedies::to_text(std::string_view language) const {
    if (const auto known = parse_language(language)) return to_text(*known);
    throw Error(ErrorCode::invalid_argument, {texts::language_unknown, {std::string(language)}});
}

}  // namespace cadre

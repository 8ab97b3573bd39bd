#include "evaluation/remedies/change_text.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/remedy.hpp>

#include <utility>

namespace cadre {

std::string Remedies::to_text(Language language) const {
    std::string text;
    const auto add = [&](MessageId id, std::vector<Argument> arguments = {}) {
        text += localized(id, std::move(arguments)).in(language) + '\n';
    };
    add(MessageId::remedy_head, {title, table, static_cast<std::int64_t>(row), date_text(as_of)});
    const auto most = static_cast<std::int64_t>(most_changes);
    if (verdict == Verdict::met) {
        add(MessageId::remedy_met);
    } else if (remedies.empty() && complete) {
        add(MessageId::remedy_nothing);
    } else if (remedies.empty()) {
        add(MessageId::remedy_nothing_found, {most});
    } else {
        if (remedies.size() > 1) add(MessageId::remedy_choose_one);
        for (const Remedy& remedy : remedies) text += "  • " + changes_text(remedy.changes).in(language) + '\n';
        if (complete) {
            add(MessageId::remedy_complete);
        } else {
            add(MessageId::remedy_bounded, {most});
        }
    }
    return text;
}

std::string Remedies::to_text(std::string_view language) const {
    if (const auto known = parse_language(language)) return to_text(*known);
    throw Error(ErrorCode::invalid_argument, {MessageId::language_unknown, {std::string(language)}});
}

}  // namespace cadre

#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/deciding.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <utility>

namespace cadre {
namespace {

LocalizedText field_text(const MissingField& field) {
    if (field.attribute.empty()) return field.meaning;
    return localized(texts::field_named, {within_sentence(field.meaning), field.table, field.attribute, field.row});
}

LocalizedText set_text(const FieldSet& set) {
    LocalizedText all;
    for (const MissingField& field : set) {
        const LocalizedText one = field_text(field);
        all = all == LocalizedText{} ? one : localized(texts::word_semicolon, {all, one});
    }
    return all;
}

}  // namespace

std::string Deciding::to_text(Language language) const {
    std::string text;
    const auto add = [&](MessageId id, std::vector<Argument> arguments = {}) {
        text += localized(id, std::move(arguments)).in(language) + '\n';
    };
    const auto add_sets = [&](MessageId head, const std::vector<FieldSet>& sets) {
        if (sets.empty()) return;
        add(head);
        for (const FieldSet& set : sets) text += "  • " + set_text(set).in(language) + '\n';
    };
    add(texts::deciding_head, {title, table, static_cast<std::int64_t>(row), date_text(as_of)});
    if (verdict != Verdict::undetermined) {
        add(texts::deciding_known, {verdict_text(verdict)});
        return text;
    }
    add_sets(texts::deciding_can_meet, can_meet);
    add_sets(texts::deciding_can_fail, can_fail);
    if (can_meet.empty() && can_fail.empty()) add(texts::deciding_nothing);
    if (always) {
        add_sets(texts::deciding_always, {*always});
    } else {
        add(texts::deciding_never);
    }
    if (!complete) add(texts::deciding_bounded, {static_cast<std::int64_t>(most_fields)});
    return text;
}

std::string Deciding::to_text(std::string_view language) const {
    if (const auto known = parse_language(language)) return to_text(*known);
    throw Error(ErrorCode::invalid_argument, {texts::language_unknown, {std::string(language)}});
}

}  // namespace cadre

#include "evaluation/remedies/change_text.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>

namespace cadre {

LocalizedText change_text(const Change& change) {
    const LocalizedText what = within_sentence(change.meaning);
    const bool is_member = std::holds_alternative<ListValue>(change.value);
    switch (change.kind) {
        case Change::Kind::raise:
            if (!change.present) return localized(texts::remedy_raise_any, {what, change.target});
            return localized(texts::remedy_raise, {what, *change.present, change.target});
        case Change::Kind::obtain:
            if (!change.present) return localized(texts::remedy_obtain_any, {what, change.target});
            return localized(texts::remedy_obtain, {what, change.target, *change.present});
        case Change::Kind::append: return localized(texts::remedy_append, {what, change.target});
        case Change::Kind::establish: break;
    }
    if (is_member) return localized(texts::remedy_establish_member, {what, change.target});
    return localized(change.or_more ? texts::remedy_establish_or_more : texts::remedy_establish, {what, change.target});
}

LocalizedText changes_text(const std::vector<Change>& changes) {
    LocalizedText all;
    for (const Change& change : changes) {
        const LocalizedText one = change_text(change);
        all = all == LocalizedText{} ? one : localized(texts::word_semicolon, {all, one});
    }
    return all;
}

}  // namespace cadre

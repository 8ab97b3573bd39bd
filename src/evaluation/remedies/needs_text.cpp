#include "evaluation/remedies/change_text.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/needs.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <utility>

namespace cadre {

std::string Needs::to_text(Language language) const {
    std::string text;
    const auto add = [&](MessageId id, std::vector<Argument> arguments = {}) {
        text += localized(id, std::move(arguments)).in(language) + '\n';
    };
    const auto bullet = [&](MessageId id, std::vector<Argument> arguments) {
        text += "  • ";
        add(id, std::move(arguments));
    };
    add(texts::needs_head, {title, table, date_text(as_of)});
    add(texts::needs_counts, {counts.met, counts.not_met, counts.undetermined, helped});
    for (const Need& need : needs) bullet(texts::needs_line, {need.rows, need.only, changes_text(need.changes)});
    if (!complete) add(texts::needs_bounded, {static_cast<std::int64_t>(most_changes)});
    if (!held_up_by.empty()) add(texts::needs_held_up);
    for (const HeldUpBy& field : held_up_by) {
        bullet(texts::needs_held_up_line,
               {field.rows, localized(texts::word_with, {within_sentence(field.meaning),
                                                         LocalizedText{field.table + '.' + field.attribute,
                                                                       field.table + '.' + field.attribute}})});
    }
    bool first = true;
    for (const HeldUpByCell& cell : held_up_by_cells) {
        // A cell that holds up a single row says no more than its attribute does.
        if (cell.rows < 2) break;
        if (first) add(texts::needs_cells);
        first = false;
        bullet(texts::needs_held_up_line,
               {cell.rows,
                localized(texts::field_named, {within_sentence(cell.meaning), cell.table, cell.attribute, cell.row})});
    }
    return text;
}

std::string Needs::to_text(std::string_view language) const {
    if (const auto known = parse_language(language)) return to_text(*known);
    throw Error(ErrorCode::invalid_argument, {texts::language_unknown, {std::string(language)}});
}

}  // namespace cadre

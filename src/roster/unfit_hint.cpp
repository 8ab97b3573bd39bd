#include "roster/unfit_hint.hpp"

#include <cadre/messages/texts/roster.hpp>

namespace cadre {

namespace {

std::optional<MessageId> hint_of_kind(ArrowKind kind) {
    switch (kind) {
        case ArrowKind::half_float: return texts::roster_hint_half_float;
        case ArrowKind::other_decimal: return texts::roster_hint_other_decimal;
        case ArrowKind::binary: return texts::roster_hint_binary;
        case ArrowKind::time_of_day: return texts::roster_hint_time_of_day;
        case ArrowKind::duration: return texts::roster_hint_duration;
        case ArrowKind::interval: return texts::roster_hint_interval;
        case ArrowKind::fixed_size_list:
        case ArrowKind::list_view: return texts::roster_hint_list_layout;
        case ArrowKind::map: return texts::roster_hint_map;
        case ArrowKind::run_end_encoded: return texts::roster_hint_run_ends;
        case ArrowKind::sum: return texts::roster_hint_union;
        default: return std::nullopt;
    }
}

std::optional<Message> hint_of_list(const Attribute& attribute, const ArrowField& members) {
    if (attribute.type.kind != TypeKind::list) return Message{texts::roster_hint_one_value, {}};
    if (is_list(members.kind)) return Message{texts::roster_hint_list_in_list, {}};
    return unfit_hint(attribute, members);
}

}  // namespace

std::optional<Message> unfit_hint(const Attribute& attribute, const ArrowField& field) {
    if (field.dictionary) return Message{texts::roster_hint_dictionary, {}};
    if (is_list(field.kind)) return hint_of_list(attribute, field.children.front());
    if (const auto hint = hint_of_kind(field.kind)) return Message{*hint, {}};
    if (attribute.type.kind != TypeKind::date) return std::nullopt;
    if (field.kind == ArrowKind::timestamp) return Message{texts::roster_hint_time_zone, {field.time_zone}};
    return Message{texts::roster_hint_date, {}};
}

}  // namespace cadre

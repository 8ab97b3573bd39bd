#include "evaluation/remedies/appended_member.hpp"

#include <algorithm>
#include <utility>

namespace cadre {

AppendedMember::AppendedMember(ReferenceEvaluator& evaluator, const MemberKinds& kinds, const CellIndex& list)
    : evaluator_(evaluator),
      kinds_(kinds),
      list_(list),
      table_(evaluator.binding().schema().attribute(list.table, list.attribute).child_table),
      members_(evaluator.binding().schema().table(table_)),
      new_row_(static_cast<std::int64_t>(evaluator.binding().rows(table_))),
      present_(std::get<PossibleList>(evaluator.cell(list.table, list.attribute, list.row))) {}

Choice AppendedMember::choice() const {
    Choice choice;
    if (year_is_taken()) return choice;
    choice.cell = list_;
    choice.widest = PossibleList::anything();
    choice.complete = kinds_.complete();
    for (const MemberKinds::Kind& kind : kinds_.all()) {
        choice.options.push_back({cells(kind), kinds_.change(kind, present_.unknown)});
    }
    choice.at_most = kinds_.at_most();
    return choice;
}

bool AppendedMember::year_is_taken() const {
    const auto year = kinds_.year();
    return year && std::any_of(present_.members.begin(), present_.members.end(), [&](const Member& member) {
               const std::int64_t row = std::get<PossibleRows>(member.value).rows.front();
               const auto found = std::get<PossibleInteger>(evaluator_.cell(table_, kinds_.dated(), row));
               return found.has_range() && found.lo <= *year && *year <= found.hi;
           });
}

Hypothesis AppendedMember::cells(const MemberKinds::Kind& kind) const {
    Hypothesis cells;
    for (std::size_t at = 0; at < kind.size(); ++at) {
        cells[{table_, new_row_, static_cast<int>(at)}] = kind[at].value;
    }
    cells[list_] = with_member(kind);
    return cells;
}

PossibleList AppendedMember::with_member(const MemberKinds::Kind& kind) const {
    PossibleList list = present_;
    if (list.unknown) list = {.open = true};
    Member added;
    added.value = PossibleRows::exactly(new_row_);
    auto place = list.members.end();
    const auto order = members_.order_by.empty() ? std::nullopt : members_.find(members_.order_by);
    if (order) {
        const auto at = static_cast<std::size_t>(*order);
        const auto* day = std::get_if<PossibleInteger>(&kind[at].value);
        const bool is_ordered =
            day != nullptr && day->is_single() && members_.attributes[at].type.kind != TypeKind::text;
        added.anywhere = !is_ordered;
        for (auto member = list.members.begin(); is_ordered && member != list.members.end(); ++member) {
            const std::int64_t row = std::get<PossibleRows>(member->value).rows.front();
            const auto other = std::get<PossibleInteger>(evaluator_.cell(table_, *order, row));
            const bool known = other.bounded() && other.has_range();
            if (place == list.members.end() && (!known || other.lo > day->lo)) place = member;
            if (known && !other.is_single() && other.lo <= day->lo && day->lo <= other.hi) member->anywhere = true;
        }
    }
    list.members.insert(place, std::move(added));
    return list;
}

}  // namespace cadre

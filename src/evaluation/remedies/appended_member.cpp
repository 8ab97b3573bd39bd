#include "evaluation/remedies/appended_member.hpp"

#include <algorithm>
#include <utility>

namespace cadre {

AppendedMember::AppendedMember(ReferenceEvaluator& evaluator, const CriticalValues& critical, DayNumber as_of,
                               const CellIndex& list)
    : evaluator_(evaluator),
      critical_(critical),
      as_of_(as_of),
      list_(list),
      attribute_(evaluator.binding().schema().attribute(list.table, list.attribute)),
      table_(attribute_.child_table),
      members_(evaluator.binding().schema().table(table_)),
      new_row_(static_cast<std::int64_t>(evaluator.binding().rows(table_))),
      words_(evaluator.binding(), evaluator.texts()) {}

Choice AppendedMember::choice() const {
    Choice choice;
    auto present = std::get<PossibleList>(evaluator_.cell(list_.table, list_.attribute, list_.row));
    if (year_is_taken(present)) return choice;
    choice.cell = list_;
    choice.widest = PossibleList::anything();
    const std::vector<Part> parts = this->parts(choice.complete);
    std::vector<Picks> all{Picks(parts.size(), 0)};
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const std::vector<Picks> before = all;
        for (std::size_t value = 1; value < parts[at].values.size() && all.size() < most_member_kinds; ++value) {
            for (Picks picks : before) {
                picks[at] = value;
                all.push_back(std::move(picks));
            }
        }
        choice.complete = choice.complete && all.size() == before.size() * parts[at].values.size();
    }
    // Picks that ask for less come first: compared part by part they are the smaller ones.
    std::sort(all.begin(), all.end());
    for (const Picks& picks : all) choice.options.push_back(option(present, parts, picks));
    choice.order(false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < all.size(); ++j) choice.at_most[i][j] = asks_no_more(parts, all[i], all[j]);
    }
    return choice;
}

bool AppendedMember::year_is_taken(const PossibleList& present) const {
    const int on = *members_.find(attribute_.append->on);
    if (members_.attributes[static_cast<std::size_t>(on)].type.kind == TypeKind::date) return false;
    const std::int64_t year = civil_date(as_of_).year;
    return std::any_of(present.members.begin(), present.members.end(), [&](const Member& member) {
        const std::int64_t row = std::get<PossibleRows>(member.value).rows.front();
        const auto found = std::get<PossibleInteger>(evaluator_.cell(table_, on, row));
        return found.has_range() && found.lo <= year && year <= found.hi;
    });
}

std::vector<AppendedMember::Part> AppendedMember::parts(bool& complete) const {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < members_.attributes.size(); ++i) {
        const Attribute& attribute = members_.attributes[i];
        Part part;
        part.attribute = static_cast<int>(i);
        part.values.push_back({ReferenceEvaluator::unknown_cell(attribute), Missing{}});
        const AttributeReads* reads = critical_.find(table_, part.attribute);
        if (auto declared = declared_value(part.attribute)) {
            part.values = {*std::move(declared)};
        } else if (reads != nullptr && may_be_raised(attribute)) {
            part.chosen = true;
            for (RaisedValue& value : raised_values(attribute, *reads, evaluator_)) {
                part.values.push_back(std::move(value));
            }
            if (attribute.type.kind == TypeKind::boolean) part.values.push_back({Verdict::not_met, false});
            complete = complete && (reads->complete || attribute.type.kind == TypeKind::level);
        } else if (reads != nullptr) {
            complete = false;
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

std::optional<RaisedValue> AppendedMember::declared_value(int attribute) const {
    const Attribute& declared = members_.attributes[static_cast<std::size_t>(attribute)];
    if (declared.id == attribute_.append->on) return day_value(attribute);
    for (const auto& [name, code] : attribute_.append->with) {
        if (name != declared.id) continue;
        if (declared.type.kind == TypeKind::text) {
            return RaisedValue{PossibleInteger::exactly(evaluator_.texts().id(code)), code};
        }
        const Scale& scale = evaluator_.binding().schema().scale(declared.type.domain);
        return RaisedValue{PossibleInteger::exactly(scale.codes[static_cast<std::size_t>(*scale.find(code))].rank),
                           code};
    }
    return std::nullopt;
}

std::optional<RaisedValue> AppendedMember::day_value(int attribute) const {
    if (members_.attributes[static_cast<std::size_t>(attribute)].type.kind == TypeKind::date) {
        return RaisedValue{PossibleInteger::exactly(as_of_), date_of(as_of_)};
    }
    const std::int64_t year = civil_date(as_of_).year;
    return RaisedValue{PossibleInteger::exactly(year), year};
}

PossibleList AppendedMember::with_member(const PossibleList& present, const AbstractValue& key) const {
    PossibleList list = present;
    if (list.unknown) list = {.open = true};
    Member added;
    added.value = PossibleRows::exactly(new_row_);
    auto place = list.members.end();
    const auto order = members_.order_by.empty() ? std::nullopt : members_.find(members_.order_by);
    if (order) {
        const auto* day = std::get_if<PossibleInteger>(&key);
        const bool is_ordered = day != nullptr && day->is_single() &&
                                members_.attributes[static_cast<std::size_t>(*order)].type.kind != TypeKind::text;
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

Option AppendedMember::option(const PossibleList& present, const std::vector<Part>& parts, const Picks& picks) const {
    Option option;
    Record record;
    AbstractValue key;
    LocalizedText target;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const RaisedValue& value = parts[at].values[picks[at]];
        const Attribute& attribute = members_.attributes[at];
        option.cells[{table_, new_row_, parts[at].attribute}] = value.value;
        if (attribute.id == members_.order_by) key = value.value;
        if (std::holds_alternative<Missing>(value.written)) continue;
        record.emplace_back(attribute.id, value.written);
        const LocalizedText words = described(parts[at], value);
        target = target == LocalizedText{} ? words : localized(MessageId::word_comma, {target, words});
    }
    option.cells[list_] = with_member(present, key);
    option.change.kind = present.unknown ? Change::Kind::establish : Change::Kind::append;
    option.change.attribute = attribute_.id;
    option.change.meaning = attribute_.meaning;
    option.change.value = ListValue{{std::move(record)}, false};
    option.change.target = std::move(target);
    return option;
}

bool AppendedMember::asks_no_more(const std::vector<Part>& parts, const Picks& a, const Picks& b) const {
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const TypeKind kind = members_.attributes[at].type.kind;
        const bool less = a[at] == 0 || a[at] == b[at] || (is_raised_by_order(kind) && b[at] != 0 && a[at] < b[at]);
        if (parts[at].chosen && !less) return false;
    }
    return true;
}

LocalizedText AppendedMember::described(const Part& part, const RaisedValue& value) const {
    const Attribute& attribute = members_.attributes[static_cast<std::size_t>(part.attribute)];
    return localized(MessageId::word_beside, {within_sentence(attribute.meaning), words_(attribute.type, value.value)});
}

}  // namespace cadre

#include "evaluation/remedies/member_kinds.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {

MemberKinds::MemberKinds(ReferenceEvaluator& evaluator, const CriticalValues& critical, DayNumber as_of,
                         const Attribute& list)
    : evaluator_(evaluator),
      critical_(critical),
      as_of_(as_of),
      list_(list),
      members_(evaluator.binding().schema().table(list.child_table)),
      words_(evaluator.binding(), evaluator.texts()),
      dated_(*members_.find(list.append->on)) {
    const bool by_day = members_.attributes[static_cast<std::size_t>(dated_)].type.kind == TypeKind::date;
    if (!by_day) year_ = civil_date(as_of).year;
    for (std::size_t i = 0; i < members_.attributes.size(); ++i) parts_.push_back(part(static_cast<int>(i)));
    const std::vector<Picks> all = picks();
    for (const Picks& picks : all) {
        Kind& kind = kinds_.emplace_back();
        for (std::size_t at = 0; at < parts_.size(); ++at) kind.push_back(parts_[at].values[picks[at]]);
        std::vector<bool>& at_most = at_most_.emplace_back();
        for (const Picks& other : all) at_most.push_back(asks_no_more(picks, other));
    }
}

MemberKinds::Part MemberKinds::part(int at) {
    const Attribute& attribute = members_.attributes[static_cast<std::size_t>(at)];
    Part part;
    part.values.push_back({ReferenceEvaluator::unknown_cell(attribute), Missing{}});
    const AttributeReads* reads = critical_.find(list_.child_table, at);
    if (auto declared = declared_value(at)) {
        part.values = {*std::move(declared)};
    } else if (reads != nullptr && may_be_raised(attribute)) {
        part.chosen = true;
        for (RaisedValue& value : raised_values(attribute, *reads, evaluator_)) part.values.push_back(std::move(value));
        if (attribute.type.kind == TypeKind::boolean) part.values.push_back({Verdict::not_met, false});
        complete_ = complete_ && (reads->complete || attribute.type.kind == TypeKind::level);
    } else if (reads != nullptr) {
        complete_ = false;
    }
    return part;
}

std::optional<RaisedValue> MemberKinds::declared_value(int attribute) const {
    if (attribute == dated_) return day_value();
    const Attribute& declared = members_.attributes[static_cast<std::size_t>(attribute)];
    for (const auto& [name, code] : list_.append->with) {
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

RaisedValue MemberKinds::day_value() const {
    if (year_) return {PossibleInteger::exactly(*year_), *year_};
    return {PossibleInteger::exactly(as_of_), date_of(as_of_)};
}

std::vector<MemberKinds::Picks> MemberKinds::picks() {
    std::vector<Picks> all{Picks(parts_.size(), 0)};
    for (std::size_t at = 0; at < parts_.size(); ++at) {
        const std::vector<Picks> before = all;
        for (std::size_t value = 1; value < parts_[at].values.size() && all.size() < most_member_kinds; ++value) {
            for (Picks picks : before) {
                picks[at] = value;
                all.push_back(std::move(picks));
            }
        }
        complete_ = complete_ && all.size() == before.size() * parts_[at].values.size();
    }
    // Picks that ask for less come first: compared part by part they are the smaller ones.
    std::sort(all.begin(), all.end());
    return all;
}

bool MemberKinds::asks_no_more(const Picks& a, const Picks& b) const {
    for (std::size_t at = 0; at < parts_.size(); ++at) {
        const TypeKind kind = members_.attributes[at].type.kind;
        const bool less = a[at] == 0 || a[at] == b[at] || (is_raised_by_order(kind) && b[at] != 0 && a[at] < b[at]);
        if (parts_[at].chosen && !less) return false;
    }
    return true;
}

Change MemberKinds::change(const Kind& kind, bool missing) const {
    Record record;
    LocalizedText target;
    for (std::size_t at = 0; at < kind.size(); ++at) {
        const Attribute& attribute = members_.attributes[at];
        if (std::holds_alternative<Missing>(kind[at].written)) continue;
        record.emplace_back(attribute.id, kind[at].written);
        const LocalizedText words =
            localized(texts::word_beside, {within_sentence(attribute.meaning), words_(attribute.type, kind[at].value)});
        target = target == LocalizedText{} ? words : localized(texts::word_comma, {target, words});
    }
    Change change;
    change.kind = missing ? Change::Kind::establish : Change::Kind::append;
    change.attribute = list_.id;
    change.meaning = list_.meaning;
    change.value = ListValue{{std::move(record)}, false};
    change.target = std::move(target);
    return change;
}

}  // namespace cadre

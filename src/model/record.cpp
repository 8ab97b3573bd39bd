#include <cadre/model/record.hpp>

#include "model/field_table.hpp"

namespace cadre {

namespace {

template <class T>
void put(Record& record, std::string_view attribute, const Fact<T>& fact) {
    if (std::holds_alternative<Missing>(fact)) return;
    record.emplace_back(attribute, std::visit([](const auto& held) { return Value(held); }, fact));
}

Record member_record(const std::string& item) {
    return {{"item", item}};
}
template <class T>
Record member_record(const T& member) {
    return to_record(member);
}

template <class T>
void put(Record& record, std::string_view attribute, const Members<T>& members) {
    if (!members.items) return;
    ListValue list;
    list.open = members.open;
    for (const T& member : *members.items) list.records.push_back(member_record(member));
    record.emplace_back(attribute, std::move(list));
}

template <class Owner>
Record record_of(const Owner& owner) {
    Record record;
    for_each_field<Owner>([&](const auto& field) { put(record, field.attribute, owner.*(field.member)); });
    return record;
}

}  // namespace

Record to_record(const Cadre& cadre) {
    return record_of(cadre);
}
Record to_record(const Unit& unit) {
    return record_of(unit);
}
Record to_record(const Post& post) {
    return record_of(post);
}
Record to_record(const Appointment& appointment) {
    return record_of(appointment);
}
Record to_record(const Appraisal& appraisal) {
    return record_of(appraisal);
}
Record to_record(const Qualification& qualification) {
    return record_of(qualification);
}
Record to_record(const Discipline& discipline) {
    return record_of(discipline);
}
Record to_record(const Training& training) {
    return record_of(training);
}
Record to_record(const Planning& planning) {
    return record_of(planning);
}
Record to_record(const Deferral& deferral) {
    return record_of(deferral);
}
Record to_record(const Relative& relative) {
    return record_of(relative);
}
Record to_record(const Pool& pool) {
    return record_of(pool);
}
Record to_record(const PoolMember& member) {
    return record_of(member);
}
Record to_record(const Ballot& ballot) {
    return record_of(ballot);
}
Record to_record(const PostEquivalence& equivalence) {
    return record_of(equivalence);
}
Record to_record(const DevelopmentAction& action) {
    return record_of(action);
}
Record to_record(const ReviewDecision& decision) {
    return record_of(decision);
}
Record to_record(const Term& term) {
    return record_of(term);
}
Record to_record(const PlannedMove& move) {
    return record_of(move);
}

}  // namespace cadre

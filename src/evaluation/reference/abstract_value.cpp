#include "evaluation/reference/abstract_value.hpp"

#include "evaluation/operations.hpp"

#include <algorithm>
#include <iterator>

namespace cadre {

PossibleList PossibleList::anything() {
    PossibleList list;
    list.unknown = true;
    list.most = PossibleInteger::infinity;
    return list;
}

AbstractValue unknown_value(const Type& type) {
    switch (type.kind) {
        case TypeKind::boolean: return Verdict::undetermined;
        case TypeKind::decimal: return PossibleDecimal::anything();
        case TypeKind::reference:
        case TypeKind::record: return PossibleRows::anything();
        case TypeKind::list: return PossibleList::anything();
        default: return PossibleInteger::anything();
    }
}

AbstractValue undefined_value(const Type& type) {
    switch (type.kind) {
        case TypeKind::boolean: return Verdict::undetermined;
        case TypeKind::decimal: return PossibleDecimal::undefined();
        case TypeKind::reference:
        case TypeKind::record: {
            PossibleRows rows;
            rows.may_be_undefined = true;
            return rows;
        }
        case TypeKind::list: {
            PossibleList list = PossibleList::anything();
            list.may_be_undefined = true;
            return list;
        }
        default: return PossibleInteger::undefined();
    }
}

CountRange count_range(const PossibleList& list) {
    if (list.unknown) return {list.least, list.most};
    const auto certain =
        std::count_if(list.members.begin(), list.members.end(), [](const Member& member) { return member.certain; });
    return {certain, list.open ? PossibleInteger::infinity : static_cast<std::int64_t>(list.members.size())};
}

namespace {

PossibleRows join_rows(const PossibleRows& a, const PossibleRows& b) {
    PossibleRows joined;
    std::set_union(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), std::back_inserter(joined.rows));
    joined.any = a.any || b.any;
    joined.may_be_none = a.may_be_none || b.may_be_none;
    joined.may_be_undefined = a.may_be_undefined || b.may_be_undefined;
    return joined;
}

PossibleList join_lists(const PossibleList& a, const PossibleList& b) {
    const auto [least_a, most_a] = count_range(a);
    const auto [least_b, most_b] = count_range(b);
    PossibleList joined = PossibleList::anything();
    joined.least = std::min(least_a, least_b);
    joined.most = std::max(most_a, most_b);
    joined.may_be_undefined = a.may_be_undefined || b.may_be_undefined;
    return joined;
}

}  // namespace

AbstractValue join(const Type& type, const AbstractValue& a, const AbstractValue& b) {
    switch (type.kind) {
        case TypeKind::boolean:
            return std::get<Verdict>(a) == std::get<Verdict>(b) ? a : AbstractValue(Verdict::undetermined);
        case TypeKind::decimal: return hull(std::get<PossibleDecimal>(a), std::get<PossibleDecimal>(b));
        case TypeKind::text:
            return operations::join_nominal(std::get<PossibleInteger>(a), std::get<PossibleInteger>(b));
        case TypeKind::reference:
        case TypeKind::record: return join_rows(std::get<PossibleRows>(a), std::get<PossibleRows>(b));
        case TypeKind::list: return join_lists(std::get<PossibleList>(a), std::get<PossibleList>(b));
        default: return hull(std::get<PossibleInteger>(a), std::get<PossibleInteger>(b));
    }
}

}  // namespace cadre

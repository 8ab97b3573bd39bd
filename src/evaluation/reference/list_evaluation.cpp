#include "evaluation/reference/list_evaluation.hpp"

#include "evaluation/mean_fold.hpp"
#include "evaluation/member_fold.hpp"

#include <algorithm>
#include <iterator>

namespace cadre {

AbstractValue ListEvaluation::literal(const Expression& e) {
    PossibleList list;
    for (const ExpressionPtr& child : e.children) list.members.push_back({evaluator_.evaluate(*child), true, false});
    return list;
}

AbstractValue ListEvaluation::filter(const Expression& e) {
    PossibleList list = this->list(*e.children[0]);
    list.least = 0;
    std::vector<Member> kept;
    for (Member& member : list.members) {
        evaluator_.bind(e.slot, member.value);
        const Verdict verdict = evaluator_.truth(*e.children[1]);
        if (verdict == Verdict::not_met) continue;
        member.certain = member.certain && verdict == Verdict::met;
        kept.push_back(std::move(member));
    }
    list.members = std::move(kept);
    return list;
}

AbstractValue ListEvaluation::project(const Expression& e) {
    PossibleList list = this->list(*e.children[0]);
    for (Member& member : list.members) {
        evaluator_.bind(e.slot, member.value);
        member.value = evaluator_.evaluate(*e.children[1]);
    }
    return list;
}

Verdict ListEvaluation::quantified(const Expression& e) {
    const bool some = e.operation == Operation::some;
    const PossibleList list = this->list(*e.children[0]);
    if (list.unknown || list.may_be_undefined) return Verdict::undetermined;
    Verdict any = list.open ? Verdict::undetermined : Verdict::not_met;
    for (const Member& member : list.members) {
        evaluator_.bind(e.slot, member.value);
        const Verdict verdict = evaluator_.truth(*e.children[1]);
        const Verdict belongs = member.certain ? Verdict::met : Verdict::undetermined;
        any = any || (belongs && (some ? verdict : !verdict));
    }
    return some ? any : !any;
}

Verdict ListEvaluation::contains(const Expression& e) {
    const PossibleList list = this->list(*e.children[0]);
    const AbstractValue wanted = evaluator_.evaluate(*e.children[1]);
    if (list.unknown || list.may_be_undefined) return Verdict::undetermined;
    Verdict any = list.open ? Verdict::undetermined : Verdict::not_met;
    for (const Member& member : list.members) {
        const Verdict belongs = member.certain ? Verdict::met : Verdict::undetermined;
        any = any || (belongs && evaluator_.equality(e.children[1]->type, member.value, wanted));
    }
    return any;
}

Verdict ListEvaluation::all_or_any(const Expression& e) {
    const bool any = e.function == Function::any;
    const PossibleList list = this->list(*e.children[0]);
    if (list.unknown || list.may_be_undefined) return Verdict::undetermined;
    Verdict found = list.open ? Verdict::undetermined : Verdict::not_met;
    for (const Member& member : list.members) {
        const Verdict belongs = member.certain ? Verdict::met : Verdict::undetermined;
        const auto verdict = std::get<Verdict>(member.value);
        found = found || (belongs && (any ? verdict : !verdict));
    }
    return any ? found : !found;
}

AbstractValue ListEvaluation::distinct_values(const Expression& e) {
    const PossibleList list = this->list(*e.children[0]);
    const Type& element = *e.type.element;
    PossibleList distinct;
    std::int64_t certain_known = 0;
    std::int64_t not_known = 0;
    bool settled = !list.unknown && !list.open && !list.may_be_undefined;
    for (const Member& member : list.members) {
        const bool known = evaluator_.equality(element, member.value, member.value) == Verdict::met;
        settled = settled && known && member.certain && !member.anywhere;
        if (!known) {
            ++not_known;
            continue;
        }
        const auto same = std::find_if(distinct.members.begin(), distinct.members.end(), [&](const Member& other) {
            return evaluator_.equality(element, other.value, member.value) == Verdict::met;
        });
        if (same == distinct.members.end()) {
            distinct.members.push_back(member);
            certain_known += member.certain ? 1 : 0;
        } else if (member.certain && !same->certain) {
            same->certain = true;
            ++certain_known;
        }
    }
    if (settled) return distinct;
    PossibleList counted = PossibleList::anything();
    counted.may_be_undefined = list.may_be_undefined;
    const CountRange given = count_range(list);
    counted.least = std::max<std::int64_t>(certain_known, given.least > 0 ? 1 : 0);
    if (list.unknown) counted.most = given.most;
    if (!list.unknown && !list.open) counted.most = static_cast<std::int64_t>(distinct.members.size()) + not_known;
    return counted;
}

AbstractValue ListEvaluation::index(const Expression& e) {
    PossibleList list = this->list(*e.children[0]);
    const PossibleInteger position = evaluator_.integer(*e.children[1]);
    const Type& element = e.type;
    if (position.is_single() && position.lo == 0) {
        evaluator_.note(Reason::no_such_item);
        return undefined_value(element);
    }
    const AbstractValue nothing = undefined_value(element);
    if (list.unknown || list.open) return join(element, unknown_value(element), nothing);
    if (!position.is_single() || list.may_be_undefined) {
        AbstractValue value = nothing;
        for (const Member& member : list.members) value = join(element, value, member.value);
        return value;
    }
    if (position.lo > 0) return index_from_start(element, list, position.lo);
    std::reverse(list.members.begin(), list.members.end());
    return index_from_start(element, list, -position.lo);
}

AbstractValue ListEvaluation::index_from_start(const Type& element, const PossibleList& list, std::int64_t position) {
    std::optional<AbstractValue> value;
    const auto include = [&](const AbstractValue& more) { value = value ? join(element, *value, more) : more; };
    const std::int64_t before = position - 1;
    const auto total = static_cast<std::int64_t>(list.members.size());
    std::int64_t certain_ordered = 0;  // certain members seen whose place is known
    std::int64_t seen_ordered = 0;     // members seen whose place is known
    std::int64_t certain = 0;
    std::int64_t anywhere = 0;
    for (const Member& member : list.members) anywhere += member.anywhere ? 1 : 0;
    for (const Member& member : list.members) {
        const std::int64_t least = member.anywhere ? 0 : certain_ordered;
        const std::int64_t most = member.anywhere ? total - 1 : seen_ordered + anywhere;
        if (least <= before && before <= most) include(member.value);
        if (member.certain) ++certain;
        if (member.anywhere) continue;
        ++seen_ordered;
        if (member.certain) ++certain_ordered;
    }
    if (certain < position) {
        evaluator_.note(Reason::no_such_item);
        include(undefined_value(element));
    }
    return *value;
}

template <class T>
AbstractValue ListEvaluation::fold(Function function, const PossibleList& list) {
    if (list.unknown) return Possible<T>::anything().with(Possible<T>::may_be_undefined);
    operations::MemberFold<T> fold(function);
    for (const Member& member : list.members) fold.add_member(std::get<Possible<T>>(member.value), member.certain);
    const Possible<T> result = fold.result(list.open);
    return list.may_be_undefined ? result.with(Possible<T>::may_be_undefined) : result;
}

template <class T>
AbstractValue ListEvaluation::mean(const PossibleList& list) {
    if (list.unknown) return PossibleDecimal::anything().with(PossibleDecimal::may_be_undefined);
    operations::MeanFold<T> fold;
    for (const Member& member : list.members) fold.add_member(std::get<Possible<T>>(member.value), member.certain);
    const PossibleDecimal result = fold.result(list.open);
    return list.may_be_undefined ? result.with(PossibleDecimal::may_be_undefined) : result;
}

AbstractValue ListEvaluation::aggregate(const Expression& e) {
    const Expression& argument = *e.children[0];
    const PossibleList list = this->list(argument);
    const auto [least, most] = count_range(list);
    if (e.function == Function::count) {
        const PossibleInteger count{least, most, PossibleInteger::in_range};
        return list.may_be_undefined ? count.with(PossibleInteger::may_be_undefined) : count;
    }
    if (!list.unknown && least == 0) evaluator_.note(Reason::empty_list);
    if (e.function == Function::mean) {
        return argument.type.element->kind == TypeKind::decimal ? mean<double>(list) : mean<std::int64_t>(list);
    }
    if (argument.type.element->kind == TypeKind::decimal) return fold<double>(e.function, list);
    return fold<std::int64_t>(e.function, list);
}

Verdict ListEvaluation::equality(const Type& type, const PossibleList& a, const PossibleList& b) {
    if (a.may_be_undefined || b.may_be_undefined) return Verdict::undetermined;
    const auto [least_a, most_a] = count_range(a);
    const auto [least_b, most_b] = count_range(b);
    if (most_a < least_b || most_b < least_a) return Verdict::not_met;
    if (a.unknown || b.unknown) return Verdict::undetermined;
    const auto fixed = [](const Member& member) { return member.certain && !member.anywhere; };
    const auto settled = [&](const PossibleList& list) {
        return !list.open && std::none_of(list.members.begin(), list.members.end(),
                                          [](const Member& member) { return member.anywhere; });
    };
    if (!settled(a) || !settled(b)) return Verdict::undetermined;
    Verdict all = a.members.size() == b.members.size() ? Verdict::met : Verdict::undetermined;
    for (std::size_t i = 0; i < std::min(a.members.size(), b.members.size()); ++i) {
        if (!fixed(a.members[i]) || !fixed(b.members[i])) return Verdict::undetermined;
        all = all && evaluator_.equality(*type.element, a.members[i].value, b.members[i].value);
    }
    return all;
}

}  // namespace cadre

#pragma once

#include "evaluation/operations.hpp"

#include <algorithm>
#include <cstdint>

namespace cadre::operations {

/// Running `sum`, `min` or `max` over the members of a list in list order (language.md, section 2).
///
/// A possible term adds min(0, lo) and max(0, hi) to a sum. The result may be undefined unless some
/// member is certain.
template <class T>
class MemberFold {
public:
    explicit MemberFold(Function function) : function_(function) {}

    void add_member(const Possible<T>& value, bool certain) {
        any_certain_ = any_certain_ || certain;
        any_ = true;
        if (((value.flags) & ~Possible<T>::in_range) != 0) flags_ |= Possible<T>::may_be_undefined;
        if (!value.has_range()) return;
        if (function_ == Function::sum) return add_term({value.lo, value.hi, Possible<T>::in_range}, certain);
        add_candidate(function_ == Function::min ? value : mirrored(value), certain);
    }

    Possible<T> result(bool open) const {
        if (!any_ && !open) return Possible<T>::undefined();
        if (function_ == Function::sum && open) return anything();
        Possible<T> value = function_ == Function::sum ? sum_ : least(open);
        if (function_ == Function::max) value = mirrored(value);
        return value.with(any_certain_ ? flags_ : Possible<T>::may_be_undefined);
    }

private:
    static Possible<T> anything() { return Possible<T>::anything().with(Possible<T>::may_be_undefined); }

    void add_term(Possible<T> term, bool certain) {
        if (!certain) {
            term.lo = std::min<T>(0, term.lo);
            term.hi = std::max<T>(0, term.hi);
        }
        sum_ = operations::add(sum_, term);
    }

    void add_candidate(const Possible<T>& value, bool certain) {
        lo_ = std::min(lo_, value.lo);
        if (certain) {
            certain_hi_ = has_certain_value_ ? std::min(certain_hi_, value.hi) : value.hi;
            has_certain_value_ = true;
        } else {
            possible_hi_ = std::max(possible_hi_, value.hi);
        }
    }

    /// The minimum: its upper end is the least of the certain ones, or with none certain the greatest of
    /// the possible ones. Unseen members of an open list may be smaller than all.
    Possible<T> least(bool open) const {
        Possible<T> value{lo_, has_certain_value_ ? certain_hi_ : possible_hi_, Possible<T>::in_range};
        if (!open) return value;
        value.lo = Possible<T>::minus_infinity;
        if (!has_certain_value_) value.hi = Possible<T>::infinity;
        return value;
    }

    Function function_;
    bool any_ = false;
    bool any_certain_ = false;
    bool has_certain_value_ = false;
    std::uint8_t flags_ = 0;
    Possible<T> sum_ = Possible<T>::exactly(0);
    T lo_ = Possible<T>::infinity;
    T certain_hi_ = Possible<T>::infinity;
    T possible_hi_ = Possible<T>::minus_infinity;
};

}  // namespace cadre::operations

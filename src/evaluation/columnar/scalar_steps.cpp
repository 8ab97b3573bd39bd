#include "evaluation/columnar/scalar_steps.hpp"

#include "evaluation/date_operations.hpp"
#include "evaluation/mean_fold.hpp"
#include "evaluation/member_fold.hpp"

#include <algorithm>
#include <utility>

namespace cadre::columnar {

namespace {

class Negation final : public Step {
public:
    Negation(int frame, StepId operand) : Step(frame), operand_(operand) {}

    void run(const Lane& lane, Register& out) const override {
        out.met = lane[operand_].not_met;
        out.not_met = lane[operand_].met;
    }

private:
    StepId operand_;
};

/// n-ary `and`; `or` is the same with the two bitmaps exchanged.
class Connective final : public Step {
public:
    Connective(int frame, bool conjunction, std::vector<StepId> operands)
        : Step(frame), conjunction_(conjunction), operands_(std::move(operands)) {}

    void run(const Lane& lane, Register& out) const override {
        const auto all = conjunction_ ? &Register::met : &Register::not_met;
        const auto any = conjunction_ ? &Register::not_met : &Register::met;
        out.met = lane[operands_[0]].met;
        out.not_met = lane[operands_[0]].not_met;
        for (std::size_t k = 1; k < operands_.size(); ++k) {
            const Register& operand = lane[operands_[k]];
            for (std::size_t i = 0; i < out.met.size(); ++i) {
                (out.*all)[i] &= (operand.*all)[i];
                (out.*any)[i] |= (operand.*any)[i];
            }
        }
    }

private:
    bool conjunction_;
    std::vector<StepId> operands_;
};

template <class T>
class Comparison final : public Step {
public:
    Comparison(int frame, Operation operation, StepId left, StepId right)
        : Step(frame), operation_(operation), left_(left), right_(right) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        const Register& left = lane[left_];
        const Register& right = lane[right_];
        out.resize_bits(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto& a = left.at<T>(i);
            const auto& b = right.at<T>(i);
            out.set(i,
                    operation_ == Operation::equal ? operations::equal(a, b) : operations::compare(a, operation_, b));
        }
    }

private:
    Operation operation_;
    StepId left_;
    StepId right_;
};

class RangeComparison final : public Step {
public:
    RangeComparison(int frame, StepId operand, std::int64_t lo, std::int64_t hi, bool none_is_outside)
        : Step(frame), operand_(operand), lo_(lo), hi_(hi), none_is_outside_(none_is_outside) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        const Register& values = lane[operand_];
        out.met.resize(words_for(rows));
        out.not_met.resize(words_for(rows));
        for (std::size_t first = 0; first < rows; first += 64) {
            const std::size_t chunk = std::min<std::size_t>(64, rows - first);
            std::uint64_t met = 0;
            std::uint64_t not_met = 0;
            for (std::size_t i = 0; i < chunk; ++i) {
                const PossibleInteger& value = values.at<std::int64_t>(first + i);
                met |= static_cast<std::uint64_t>(is_inside(value)) << i;
                not_met |= static_cast<std::uint64_t>(is_outside(value)) << i;
            }
            out.met[first / 64] = met;
            out.not_met[first / 64] = not_met;
        }
    }

private:
    // Without branches: which rows are met is unpredictable.
    bool is_inside(const PossibleInteger& value) const {
        return static_cast<int>(value.is_plain()) & static_cast<int>(value.lo >= lo_) &
               static_cast<int>(value.hi <= hi_);
    }
    bool is_outside(const PossibleInteger& value) const {
        const int disjoint = static_cast<int>(value.hi < lo_) | static_cast<int>(value.lo > hi_);
        const int plain = static_cast<int>(value.is_plain());
        const int defined = static_cast<int>((value.flags & PossibleInteger::may_be_undefined) == 0);
        return ((none_is_outside_ ? defined : plain) & disjoint) != 0;
    }

    StepId operand_;
    std::int64_t lo_;
    std::int64_t hi_;
    bool none_is_outside_;
};

/// Applies a function to the operands' values, row by row; constant where all operands are.
template <class Out, class In, class Function>
class Unary final : public Step {
public:
    Unary(int frame, StepId operand, Function function) : Step(frame), operand_(operand), function_(function) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        auto& values = out.values<Out>();
        values.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) values[i] = function_(lane[operand_].at<In>(i));
    }

private:
    StepId operand_;
    Function function_;
};

template <class T, class Function>
class Binary final : public Step {
public:
    Binary(int frame, StepId left, StepId right, Function function)
        : Step(frame), left_(left), right_(right), function_(function) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        auto& values = out.values<T>();
        values.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            values[i] = function_(lane[left_].at<T>(i), lane[right_].at<T>(i));
        }
    }

private:
    StepId left_;
    StepId right_;
    Function function_;
};

template <class Out, class In, class Function>
StepPtr unary(int frame, StepId operand, Function function) {
    return std::make_unique<Unary<Out, In, Function>>(frame, operand, function);
}

template <class T, class Function>
StepPtr binary(int frame, StepId left, StepId right, Function function) {
    return std::make_unique<Binary<T, Function>>(frame, left, right, function);
}

class ConditionalVerdict final : public Step {
public:
    ConditionalVerdict(int frame, StepId condition, StepId then, StepId otherwise)
        : Step(frame), condition_(condition), then_(then), otherwise_(otherwise) {}

    void run(const Lane& lane, Register& out) const override {
        const Register& condition = lane[condition_];
        const auto choose = [&](std::size_t i, std::uint64_t a, std::uint64_t b) {
            return (condition.met[i] & a) | (condition.not_met[i] & b) | (a & b);
        };
        out.met.resize(condition.met.size());
        out.not_met.resize(condition.met.size());
        for (std::size_t i = 0; i < condition.met.size(); ++i) {
            out.met[i] = choose(i, lane[then_].met[i], lane[otherwise_].met[i]);
            out.not_met[i] = choose(i, lane[then_].not_met[i], lane[otherwise_].not_met[i]);
        }
    }

private:
    StepId condition_;
    StepId then_;
    StepId otherwise_;
};

template <class T>
class ConditionalValue final : public Step {
public:
    ConditionalValue(int frame, bool nominal, StepId condition, StepId then, StepId otherwise)
        : Step(frame), nominal_(nominal), condition_(condition), then_(then), otherwise_(otherwise) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        auto& values = out.values<T>();
        values.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto& a = lane[then_].at<T>(i);
            const auto& b = lane[otherwise_].at<T>(i);
            switch (lane[condition_].verdict(i)) {
                case Verdict::met: values[i] = a; break;
                case Verdict::not_met: values[i] = b; break;
                default: values[i] = joined(a, b);
            }
        }
    }

private:
    Possible<T> joined(const Possible<T>& a, const Possible<T>& b) const {
        if constexpr (std::is_integral_v<T>) {
            if (nominal_) return operations::join_nominal(a, b);
        }
        return hull(a, b);
    }

    bool nominal_;
    StepId condition_;
    StepId then_;
    StepId otherwise_;
};

template <class T>
class MeanOfOperands final : public Step {
public:
    MeanOfOperands(int frame, std::vector<StepId> operands) : Step(frame), operands_(std::move(operands)) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        out.decimals.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            operations::MeanFold<T> fold;
            for (const StepId operand : operands_) fold.add_member(lane[operand].template at<T>(i), true);
            out.decimals[i] = fold.result(false);
        }
    }

private:
    std::vector<StepId> operands_;
};

template <class T>
class FoldOperands final : public Step {
public:
    FoldOperands(int frame, Function function, std::vector<StepId> operands)
        : Step(frame), function_(function), operands_(std::move(operands)) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        auto& values = out.values<T>();
        values.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            operations::MemberFold<T> fold(function_);
            for (const StepId operand : operands_) fold.add_member(lane[operand].at<T>(i), true);
            values[i] = fold.result(false);
        }
    }

private:
    Function function_;
    std::vector<StepId> operands_;
};

}  // namespace

StepPtr make_negation(int frame, StepId operand) {
    return std::make_unique<Negation>(frame, operand);
}
StepPtr make_conjunction(int frame, std::vector<StepId> operands) {
    return std::make_unique<Connective>(frame, true, std::move(operands));
}
StepPtr make_disjunction(int frame, std::vector<StepId> operands) {
    return std::make_unique<Connective>(frame, false, std::move(operands));
}
StepPtr make_integer_comparison(int frame, Operation operation, StepId left, StepId right) {
    return std::make_unique<Comparison<std::int64_t>>(frame, operation, left, right);
}
StepPtr make_decimal_comparison(int frame, Operation operation, StepId left, StepId right) {
    return std::make_unique<Comparison<double>>(frame, operation, left, right);
}
StepPtr make_integer_range_comparison(int frame, StepId operand, std::int64_t lo, std::int64_t hi,
                                      bool none_is_outside) {
    return std::make_unique<RangeComparison>(frame, operand, lo, hi, none_is_outside);
}
StepPtr make_to_decimal(int frame, StepId operand) {
    return unary<double, std::int64_t>(frame, operand,
                                       [](const PossibleInteger& a) { return operations::to_decimal(a); });
}
StepPtr make_negate(int frame, TypeKind kind, StepId operand) {
    if (kind == TypeKind::decimal) {
        return unary<double, double>(frame, operand, [](const PossibleDecimal& a) { return operations::negate(a); });
    }
    return unary<std::int64_t, std::int64_t>(frame, operand,
                                             [](const PossibleInteger& a) { return operations::negate(a); });
}
StepPtr make_absolute(int frame, TypeKind kind, StepId operand) {
    if (kind == TypeKind::decimal) {
        return unary<double, double>(frame, operand, [](const PossibleDecimal& a) { return operations::absolute(a); });
    }
    return unary<std::int64_t, std::int64_t>(frame, operand,
                                             [](const PossibleInteger& a) { return operations::absolute(a); });
}

StepPtr make_arithmetic(int frame, Operation operation, TypeKind left_kind, StepId left, TypeKind right_kind,
                        StepId right) {
    if (left_kind == TypeKind::decimal) {
        return binary<double>(frame, left, right, [=](const PossibleDecimal& a, const PossibleDecimal& b) {
            return operations::arithmetic(operation, a, b);
        });
    }
    if (left_kind == TypeKind::date || right_kind == TypeKind::date) {
        const bool subtract = operation == Operation::subtract;
        return binary<std::int64_t>(frame, left, right, [=](const PossibleInteger& a, const PossibleInteger& b) {
            return operations::date_arithmetic(subtract, left_kind, a, right_kind, b);
        });
    }
    return binary<std::int64_t>(frame, left, right, [=](const PossibleInteger& a, const PossibleInteger& b) {
        return operations::arithmetic(operation, a, b);
    });
}

StepPtr make_months_between(int frame, StepId from, StepId to) {
    return binary<std::int64_t>(frame, from, to, [](const PossibleInteger& a, const PossibleInteger& b) {
        return operations::months_between(a, b);
    });
}
StepPtr make_part(int frame, Function part, StepId whole) {
    return unary<std::int64_t, std::int64_t>(frame, whole,
                                             [=](const PossibleInteger& a) { return operations::part(a, part); });
}
StepPtr make_conditional(int frame, TypeKind kind, StepId condition, StepId then, StepId otherwise) {
    if (kind == TypeKind::boolean) return std::make_unique<ConditionalVerdict>(frame, condition, then, otherwise);
    if (kind == TypeKind::decimal) {
        return std::make_unique<ConditionalValue<double>>(frame, false, condition, then, otherwise);
    }
    return std::make_unique<ConditionalValue<std::int64_t>>(frame, kind == TypeKind::text, condition, then, otherwise);
}
StepPtr make_mean(int frame, TypeKind kind, std::vector<StepId> operands) {
    if (kind == TypeKind::decimal) return std::make_unique<MeanOfOperands<double>>(frame, std::move(operands));
    return std::make_unique<MeanOfOperands<std::int64_t>>(frame, std::move(operands));
}
StepPtr make_fold(int frame, TypeKind kind, Function function, std::vector<StepId> operands) {
    if (kind == TypeKind::decimal) return std::make_unique<FoldOperands<double>>(frame, function, std::move(operands));
    return std::make_unique<FoldOperands<std::int64_t>>(frame, function, std::move(operands));
}

}  // namespace cadre::columnar

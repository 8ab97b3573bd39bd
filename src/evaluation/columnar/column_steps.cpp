#include "evaluation/columnar/column_steps.hpp"

#include "evaluation/columnar/range_tests.hpp"

namespace cadre::columnar {

namespace {

PossibleInteger read_cell(const Column* column, std::size_t row, const std::vector<std::int64_t>* ranks,
                          PossibleInteger missing) {
    if (!column->is_present(row)) return missing;
    if (column->is_none(row)) return PossibleInteger::none();
    const std::int64_t value = column->integer(row);
    return PossibleInteger::exactly(ranks == nullptr ? value : (*ranks)[static_cast<std::size_t>(value)]);
}

PossibleDecimal read_cell(const Column* column, std::size_t row, PossibleDecimal missing) {
    if (!column->is_present(row)) return missing;
    return column->is_none(row) ? PossibleDecimal::none() : PossibleDecimal::exactly(column->decimal(row));
}

/// Widens a cell that was read to all days of a partial date.
void add_last_day(const Column& column, std::size_t row, PossibleInteger& cell) {
    if (cell.is_single()) cell.hi = column.upper[row];
}

template <class T>
Possible<T> missing_cell(bool allows_none) {
    const auto anything = Possible<T>::anything();
    return allows_none ? anything.with(Possible<T>::may_be_none) : anything;
}

class IntegerColumn final : public Step {
public:
    IntegerColumn(int frame, const Column* column, const std::vector<std::int64_t>* ranks, bool allows_none)
        : Step(frame), column_(column), ranks_(ranks), missing_(missing_cell<std::int64_t>(allows_none)) {}

    void run(const Lane& lane, Register& out) const override {
        const Window window = this->window(lane);
        out.integers.resize(window.size());
        for (std::size_t i = 0; i < window.size(); ++i) {
            out.integers[i] = read_cell(column_, window.begin + i, ranks_, missing_);
        }
        if (column_->upper == nullptr) return;
        for (std::size_t i = 0; i < window.size(); ++i) add_last_day(*column_, window.begin + i, out.integers[i]);
    }

private:
    const Column* column_;
    const std::vector<std::int64_t>* ranks_;
    PossibleInteger missing_;
};

class DecimalColumn final : public Step {
public:
    DecimalColumn(int frame, const Column* column, bool allows_none)
        : Step(frame), column_(column), missing_(missing_cell<double>(allows_none)) {}

    void run(const Lane& lane, Register& out) const override {
        const Window window = this->window(lane);
        out.decimals.resize(window.size());
        for (std::size_t i = 0; i < window.size(); ++i) {
            out.decimals[i] = read_cell(column_, window.begin + i, missing_);
        }
    }

private:
    const Column* column_;
    PossibleDecimal missing_;
};

/// The value behind a reference that is not one known row.
template <class T>
Possible<T> without_row(const PossibleInteger& reference, Possible<T> missing) {
    if (!reference.has_range()) return Possible<T>::undefined();
    const bool strange = !reference.is_plain();
    return strange ? missing.with(Possible<T>::may_be_undefined) : missing;
}

class BooleanGather final : public Step {
public:
    BooleanGather(int frame, StepId reference, const Column* column)
        : Step(frame), reference_(reference), column_(column) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        out.resize_bits(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const PossibleInteger& reference = lane[reference_].at<std::int64_t>(i);
            if (!reference.is_single()) continue;
            const auto row = static_cast<std::size_t>(reference.lo);
            if (!column_->is_present(row) || column_->is_none(row)) continue;
            out.set(i, column_->integer(row) != 0 ? Verdict::met : Verdict::not_met);
        }
    }

private:
    StepId reference_;
    const Column* column_;
};

class IntegerGather final : public Step {
public:
    IntegerGather(int frame, StepId reference, const Column* column, const std::vector<std::int64_t>* ranks,
                  bool allows_none)
        : Step(frame),
          reference_(reference),
          column_(column),
          ranks_(ranks),
          missing_(missing_cell<std::int64_t>(allows_none)) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        out.integers.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const PossibleInteger& reference = lane[reference_].at<std::int64_t>(i);
            out.integers[i] = reference.is_single()
                                  ? read_cell(column_, static_cast<std::size_t>(reference.lo), ranks_, missing_)
                                  : without_row(reference, missing_);
        }
        if (column_->upper == nullptr) return;
        for (std::size_t i = 0; i < rows; ++i) {
            const PossibleInteger& reference = lane[reference_].at<std::int64_t>(i);
            if (!reference.is_single()) continue;
            add_last_day(*column_, static_cast<std::size_t>(reference.lo), out.integers[i]);
        }
    }

private:
    StepId reference_;
    const Column* column_;
    const std::vector<std::int64_t>* ranks_;
    PossibleInteger missing_;
};

class DecimalGather final : public Step {
public:
    DecimalGather(int frame, StepId reference, const Column* column, bool allows_none)
        : Step(frame), reference_(reference), column_(column), missing_(missing_cell<double>(allows_none)) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        out.decimals.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const PossibleInteger& reference = lane[reference_].at<std::int64_t>(i);
            out.decimals[i] = reference.is_single()
                                  ? read_cell(column_, static_cast<std::size_t>(reference.lo), missing_)
                                  : without_row(reference, missing_);
        }
    }

private:
    StepId reference_;
    const Column* column_;
    PossibleDecimal missing_;
};

class ConstantVerdict final : public Step {
public:
    ConstantVerdict(int frame, Verdict value) : Step(frame), value_(value) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        out.resize_bits(rows);
        if (value_ == Verdict::undetermined) return;
        auto& bits = value_ == Verdict::met ? out.met : out.not_met;
        for (std::size_t i = 0; i < rows; i += 64) bits[i / 64] = low_bits(std::min<std::size_t>(64, rows - i));
    }

private:
    Verdict value_;
};

template <class T>
class ConstantValue final : public Step {
public:
    ConstantValue(int frame, Possible<T> value) : Step(frame), value_(value) {}

    void run(const Lane&, Register& out) const override {
        out.values<T>().assign(1, value_);
        out.stride = 0;
    }

private:
    Possible<T> value_;
};

}  // namespace

StepPtr make_boolean_column(int frame, const Column* column) {
    return make_range_test(frame, RangeTest<std::int64_t>{column, {1, 1}, {}, true, false});
}
StepPtr make_integer_column(int frame, const Column* column, const std::vector<std::int64_t>* ranks, bool allows_none) {
    return std::make_unique<IntegerColumn>(frame, column, ranks, allows_none);
}
StepPtr make_decimal_column(int frame, const Column* column, bool allows_none) {
    return std::make_unique<DecimalColumn>(frame, column, allows_none);
}
StepPtr make_boolean_gather(int frame, StepId reference, const Column* column) {
    return std::make_unique<BooleanGather>(frame, reference, column);
}
StepPtr make_integer_gather(int frame, StepId reference, const Column* column, const std::vector<std::int64_t>* ranks,
                            bool allows_none) {
    return std::make_unique<IntegerGather>(frame, reference, column, ranks, allows_none);
}
StepPtr make_decimal_gather(int frame, StepId reference, const Column* column, bool allows_none) {
    return std::make_unique<DecimalGather>(frame, reference, column, allows_none);
}
StepPtr make_constant(int frame, Verdict value) {
    return std::make_unique<ConstantVerdict>(frame, value);
}
StepPtr make_constant(int frame, PossibleInteger value) {
    return std::make_unique<ConstantValue<std::int64_t>>(frame, value);
}
StepPtr make_constant(int frame, PossibleDecimal value) {
    return std::make_unique<ConstantValue<double>>(frame, value);
}

}  // namespace cadre::columnar

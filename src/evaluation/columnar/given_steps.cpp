#include "evaluation/columnar/given_steps.hpp"

namespace cadre::columnar {

namespace {

class Given final : public Step {
public:
    Given(int frame, const Column* column) : Step(frame), column_(column) {}

    void run(const Lane& lane, Register& out) const override {
        const Window window = this->window(lane);
        out.resize_bits(window.size());
        for (std::size_t i = 0; i < window.size(); i += 64) {
            const std::size_t count = std::min<std::size_t>(64, window.size() - i);
            const std::uint64_t all = low_bits(count);
            const std::uint64_t given =
                column_->present == nullptr ? all : bits_at(column_->present, window.begin + i, count);
            out.met[i / 64] = given;
            out.not_met[i / 64] = all & ~given;
        }
    }

private:
    const Column* column_;
};

class GivenBehind final : public Step {
public:
    GivenBehind(int frame, StepId reference, const Column* column)
        : Step(frame), reference_(reference), column_(column) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        out.resize_bits(rows);
        for (std::size_t i = 0; i < rows; ++i) out.set(i, given(lane[reference_].at<std::int64_t>(i)));
    }

private:
    Verdict given(const PossibleInteger& reference) const {
        if ((reference.flags & PossibleInteger::may_be_undefined) != 0) return Verdict::undetermined;
        const bool present =
            reference.is_single() && column_ != nullptr && column_->is_present(static_cast<std::size_t>(reference.lo));
        return present ? Verdict::met : Verdict::not_met;
    }

    StepId reference_;
    const Column* column_;
};

}  // namespace

StepPtr make_given(int frame, const Column* column) {
    return std::make_unique<Given>(frame, column);
}
StepPtr make_given_behind(int frame, StepId reference, const Column* column) {
    return std::make_unique<GivenBehind>(frame, reference, column);
}

}  // namespace cadre::columnar

#include "evaluation/columnar/range_tests.hpp"

#include "evaluation/columnar/value_bands.hpp"

#include <algorithm>
#include <utility>

namespace cadre::columnar {

namespace {

/// Which values of a test are met and which are not met: all others, or those of a second range.
template <class T>
struct SettledRanges {
    ValueRange<T> met;
    ValueRange<T> not_met;
    bool complement;
};

/// Clears the bits that are not set from bit `first` of `mask` on.
void keep(const std::uint64_t* mask, std::size_t first, std::size_t count, Register& out) {
    const std::size_t shift = first % 64;
    const std::size_t whole = count / 64;
    mask += first / 64;
    for (std::size_t i = 0; i < whole; ++i) {
        // Of an aligned mask the shift by 63 and by 1 leaves nothing of the next word, which may not be there.
        const std::uint64_t next = shift == 0 ? 0 : mask[i + 1];
        const std::uint64_t bits = (mask[i] >> shift) | ((next << (63 - shift)) << 1);
        out.met[i] &= bits;
        out.not_met[i] &= bits;
    }
    if (count % 64 == 0) return;
    const std::uint64_t bits = bits_at(mask, shift + 64 * whole, count % 64);
    out.met[whole] &= bits;
    out.not_met[whole] &= bits;
}

/// Clears the bits of absent cells, and settles those that are "none".
void keep_present(const Column& column, Window window, bool none_is_not_met, Register& out) {
    if (column.present != nullptr) keep(column.present, window.begin, window.size(), out);
    if (window.size() % 64 != 0) out.not_met.back() &= low_bits(window.size() % 64);
    if (column.none == nullptr) return;
    for (std::size_t i = 0; i < window.size(); i += 64) {
        const std::size_t chunk = std::min<std::size_t>(64, window.size() - i);
        std::uint64_t none = bits_at(column.none, window.begin + i, chunk);
        if (column.present != nullptr) none &= bits_at(column.present, window.begin + i, chunk);
        out.met[i / 64] &= ~none;
        out.not_met[i / 64] &= ~none;
        if (none_is_not_met) out.not_met[i / 64] |= none;
    }
}

template <class T>
class RangeTestStep final : public Step {
public:
    RangeTestStep(int frame, const RangeTest<T>& test) : Step(frame), test_(test) {}

    void run(const Lane& lane, Register& out) const override {
        const Window window = this->window(lane);
        const std::size_t words = words_for(window.size());
        out.met.resize(words);
        out.not_met.resize(words);
        in_range(*test_.column, window.begin, window.size(), test_.met.lo, test_.met.hi, out.met.data());
        if (test_.complement) {
            for (std::size_t i = 0; i < words; ++i) out.not_met[i] = ~out.met[i];
        } else {
            in_range(*test_.column, window.begin, window.size(), test_.not_met.lo, test_.not_met.hi,
                     out.not_met.data());
        }
        keep_present(*test_.column, window, test_.none_is_not_met, out);
    }

private:
    RangeTest<T> test_;
};

/// Settles cells that are any of several days: met, or not met, where all their days are. `first_in` and `last_in` say
/// whether the first and the last day lie in a range; `all` holds every day.
template <class T, class FirstIn, class LastIn>
void test_days(const SettledRanges<T>& ranges, ValueRange<T> all, FirstIn first_in, LastIn last_in, Register& out) {
    std::vector<std::uint64_t> others(out.met.size());
    const auto whole_days_in = [&](ValueRange<T> range, std::vector<std::uint64_t>& bits) {
        first_in(range, bits.data());
        last_in(range, others.data());
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= others[i];
    };
    whole_days_in(ranges.met, out.met);
    if (!ranges.complement) return whole_days_in(ranges.not_met, out.not_met);
    std::fill(out.not_met.begin(), out.not_met.end(), 0);
    std::fill(others.begin(), others.end(), 0);
    if (ranges.met.lo > all.lo) last_in({all.lo, ranges.met.lo - 1}, out.not_met.data());
    if (ranges.met.hi < all.hi) first_in({ranges.met.hi + 1, all.hi}, others.data());
    for (std::size_t i = 0; i < others.size(); ++i) out.not_met[i] |= others[i];
}

/// The same for a column with partial dates.
class DayRangeTestStep final : public Step {
public:
    DayRangeTestStep(int frame, const RangeTest<std::int64_t>& test) : Step(frame), test_(test) {
        last_.storage = test.column->storage;
        last_.size = test.column->size;
        last_.values = test.column->upper;
    }

    void run(const Lane& lane, Register& out) const override {
        constexpr ValueRange<std::int64_t> all{PossibleInteger::minus_infinity, PossibleInteger::infinity};
        const Window window = this->window(lane);
        const auto test_of = [window](const Column& days) {
            return [&days, window](ValueRange<std::int64_t> range, std::uint64_t* bits) {
                in_range(days, window.begin, window.size(), range.lo, range.hi, bits);
            };
        };
        out.met.resize(words_for(window.size()));
        out.not_met.resize(words_for(window.size()));
        test_days(SettledRanges<std::int64_t>{test_.met, test_.not_met, test_.complement}, all, test_of(*test_.column),
                  test_of(last_), out);
        keep_present(*test_.column, window, test_.none_is_not_met, out);
    }

private:
    RangeTest<std::int64_t> test_;
    Column last_;  ///< the last day of each cell
};

using Bands = std::vector<std::uint8_t>;

auto test_of(const Bands& bands) {
    return [&bands](ValueRange<int> range, std::uint64_t* bits) {
        in_range(bands.data(), bands.size(), range.lo, range.hi, bits);
    };
}

/// The same on bands of values.
class BandTestStep final : public Step {
public:
    BandTestStep(int frame, const RangeTest<std::int64_t>& test, std::shared_ptr<const ValueBands> bands, StepId reader)
        : Step(frame),
          column_(test.column),
          none_is_not_met_(test.none_is_not_met),
          bands_(std::move(bands)),
          reader_(reader),
          ranges_{bands_->of(test.met), test.complement ? ValueRange<int>{} : bands_->of(test.not_met),
                  test.complement} {}

    void run(const Lane& lane, Register& out) const override {
        const Window window = this->window(lane);
        if (reader_ < 0) read(window, out);
        const Register& source = reader_ < 0 ? out : lane[reader_];
        out.met.resize(words_for(window.size()));
        out.not_met.resize(words_for(window.size()));
        if (column_->upper == nullptr) {
            test(source.bands, out);
        } else {
            test_days(ranges_, {0, bands_->last()}, test_of(source.bands), test_of(source.last_bands), out);
        }
        keep_present(*column_, window, none_is_not_met_, out);
    }

private:
    void read(Window window, Register& out) const {
        out.bands.resize(window.size());
        bands_->read({column_->as<std::int32_t>() + window.begin, window.size()}, out.bands.data());
        if (column_->upper == nullptr) return;
        out.last_bands.resize(window.size());
        bands_->read({column_->upper + window.begin, window.size()}, out.last_bands.data());
    }

    void test(const Bands& bands, Register& out) const {
        test_of(bands)(ranges_.met, out.met.data());
        if (!ranges_.complement) return test_of(bands)(ranges_.not_met, out.not_met.data());
        for (std::size_t i = 0; i < out.met.size(); ++i) out.not_met[i] = ~out.met[i];
    }

    const Column* column_;
    bool none_is_not_met_;
    std::shared_ptr<const ValueBands> bands_;
    StepId reader_;
    SettledRanges<int> ranges_;
};

}  // namespace

StepPtr make_range_test(int frame, const RangeTest<std::int64_t>& test) {
    if (test.column->upper != nullptr) return std::make_unique<DayRangeTestStep>(frame, test);
    return std::make_unique<RangeTestStep<std::int64_t>>(frame, test);
}
StepPtr make_range_test(int frame, const RangeTest<double>& test) {
    return std::make_unique<RangeTestStep<double>>(frame, test);
}
StepPtr make_band_test(int frame, const RangeTest<std::int64_t>& test, std::shared_ptr<const ValueBands> bands,
                       StepId reader) {
    return std::make_unique<BandTestStep>(frame, test, std::move(bands), reader);
}

}  // namespace cadre::columnar

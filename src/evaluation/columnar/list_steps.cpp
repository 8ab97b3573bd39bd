#include "evaluation/columnar/list_steps.hpp"

#include "evaluation/mean_fold.hpp"
#include "evaluation/member_fold.hpp"

namespace cadre::columnar {

namespace {

/// Where a row's members stand in the window of their frame.
struct Span {
    std::size_t first = 0;
    std::size_t last = 0;
    bool known = false;  ///< the list is given for the row
    bool open = false;
};

Span span_of(const Column* list, Window members, std::size_t row) {
    if (list == nullptr || !list->is_present(row)) return {};
    const auto* offsets = list->offsets();
    return {static_cast<std::size_t>(offsets[row]) - members.begin,
            static_cast<std::size_t>(offsets[row + 1]) - members.begin, true, list->is_open(row)};
}

/// What every list step needs: the rows' frame, the list column, the members' window.
class ListStep : public Step {
public:
    ListStep(const Frame& frame, const Members& members) : Step(frame.parent), list_(frame.list), members_(members) {}

protected:
    const Column* list() const { return list_; }
    Window members(const Lane& lane) const { return lane.windows[static_cast<std::size_t>(members_.frame)]; }
    Span span(const Lane& lane, std::size_t row) const {
        return span_of(list_, members(lane), window(lane).begin + row);
    }
    const Register* belongs(const Lane& lane) const { return members_.belongs < 0 ? nullptr : &lane[members_.belongs]; }

private:
    const Column* list_;
    Members members_;
};

class CountStep : public ListStep {
public:
    using ListStep::ListStep;

protected:
    MemberBits bits(const Lane& lane, const Register& belongs) const {
        const Window rows = window(lane);
        const std::int64_t* offsets = list()->offsets() + rows.begin;
        return {belongs.met.data(), belongs.not_met.data(), offsets, rows.size(), *offsets};
    }

    /// Calls `unknown` for lists that are not given, `open` for those that may have more members.
    template <class Unknown, class Open>
    void each_unsure(Window rows, Unknown unknown, Open open) const {
        if (list()->present == nullptr && list()->open == nullptr) return;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!list()->is_present(rows.begin + i)) {
                unknown(i);
            } else if (list()->is_open(rows.begin + i)) {
                open(i);
            }
        }
    }
};

class Count final : public CountStep {
public:
    using CountStep::CountStep;

    void run(const Lane& lane, Register& out) const override {
        constexpr PossibleInteger any{0, PossibleInteger::infinity, PossibleInteger::in_range};
        const Window rows = window(lane);
        out.integers.assign(rows.size(), any);
        if (list() == nullptr || rows.size() == 0) return;
        if (const Register* belongs = this->belongs(lane)) {
            count_members(bits(lane, *belongs), out.integers.data());
        } else {
            const std::int64_t* offsets = list()->offsets() + rows.begin;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                out.integers[i] = PossibleInteger::exactly(offsets[i + 1] - offsets[i]);
            }
        }
        each_unsure(
            rows, [&](std::size_t i) { out.integers[i] = any; },
            [&](std::size_t i) { out.integers[i].hi = PossibleInteger::infinity; });
    }
};

/// Counts in the form that tests of their size read fastest.
class SmallCount final : public CountStep {
public:
    using CountStep::CountStep;

    void run(const Lane& lane, Register& out) const override {
        const Window rows = window(lane);
        out.least.assign(rows.size(), 0);
        out.most.assign(rows.size(), unbounded_count);
        if (list() == nullptr || rows.size() == 0) return;
        count_members(bits(lane, *belongs(lane)), out.least.data(), out.most.data());
        each_unsure(
            rows,
            [&](std::size_t i) {
                out.least[i] = 0;
                out.most[i] = unbounded_count;
            },
            [&](std::size_t i) { out.most[i] = unbounded_count; });
    }
};

class SmallCountTest final : public Step {
public:
    SmallCountTest(int frame, StepId counts, SmallRange range) : Step(frame), counts_(counts), range_(range) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        const std::uint16_t* least = lane[counts_].least.data();
        const std::uint16_t* most = lane[counts_].most.data();
        out.met.resize(words_for(rows));
        out.not_met.resize(words_for(rows));
        in_range(least, rows, range_.lo, unbounded_count, out.met.data());
        in_range(most, rows, 0, range_.lo - 1, out.not_met.data());
        if (range_.hi == unbounded_count) return;
        std::vector<std::uint64_t> others(words_for(rows));
        in_range(most, rows, 0, range_.hi, others.data());
        for (std::size_t i = 0; i < others.size(); ++i) out.met[i] &= others[i];
        in_range(least, rows, range_.hi + 1, unbounded_count, others.data());
        for (std::size_t i = 0; i < others.size(); ++i) out.not_met[i] |= others[i];
    }

private:
    StepId counts_;
    SmallRange range_;
};

class Some final : public ListStep {
public:
    Some(const Frame& frame, const Members& members, StepId condition)
        : ListStep(frame, members), condition_(condition) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        const Register* belongs = this->belongs(lane);
        out.resize_bits(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const Span span = this->span(lane, i);
            if (!span.known) continue;
            Verdict any = span.open ? Verdict::undetermined : Verdict::not_met;
            any = any || some(lane[condition_], belongs, span);
            out.set(i, any);
        }
    }

private:
    static Verdict some(const Register& condition, const Register* belongs, const Span& span) {
        bool undetermined = false;
        for (std::size_t first = span.first; first < span.last;) {
            const std::size_t chunk = std::min<std::size_t>(64 - first % 64, span.last - first);
            const std::size_t word = first / 64;
            const std::uint64_t mask = low_bits(chunk) << (first % 64);
            std::uint64_t met = condition.met[word];
            std::uint64_t not_met = condition.not_met[word];
            if (belongs != nullptr) {
                met &= belongs->met[word];
                not_met |= belongs->not_met[word];
            }
            if ((met & mask) != 0) return Verdict::met;
            undetermined = undetermined || (~not_met & mask) != 0;
            first += chunk;
        }
        return undetermined ? Verdict::undetermined : Verdict::not_met;
    }

    StepId condition_;
};

template <class T>
class MemberFold final : public ListStep {
public:
    MemberFold(const Frame& frame, const Members& members, Function function, StepId values)
        : ListStep(frame, members), function_(function), values_(values) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        const Register* belongs = this->belongs(lane);
        auto& results = out.values<T>();
        results.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) results[i] = fold(lane[values_], belongs, span(lane, i));
    }

private:
    Possible<T> fold(const Register& values, const Register* belongs, const Span& span) const {
        if (!span.known) return Possible<T>::anything().with(Possible<T>::may_be_undefined);
        operations::MemberFold<T> fold(function_);
        for (std::size_t m = span.first; m < span.last; ++m) {
            const Verdict verdict = belongs == nullptr ? Verdict::met : belongs->verdict(m);
            if (verdict != Verdict::not_met) fold.add_member(values.at<T>(m), verdict == Verdict::met);
        }
        return fold.result(span.open);
    }

    Function function_;
    StepId values_;
};

template <class T>
class MemberMean final : public ListStep {
public:
    MemberMean(const Frame& frame, const Members& members, StepId values) : ListStep(frame, members), values_(values) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        const Register* belongs = this->belongs(lane);
        out.decimals.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) out.decimals[i] = mean(lane[values_], belongs, span(lane, i));
    }

private:
    PossibleDecimal mean(const Register& values, const Register* belongs, const Span& span) const {
        if (!span.known) return PossibleDecimal::anything().with(PossibleDecimal::may_be_undefined);
        operations::MeanFold<T> fold;
        for (std::size_t m = span.first; m < span.last; ++m) {
            const Verdict verdict = belongs == nullptr ? Verdict::met : belongs->verdict(m);
            if (verdict != Verdict::not_met) fold.add_member(values.at<T>(m), verdict == Verdict::met);
        }
        return fold.result(span.open);
    }

    StepId values_;
};

class Repeat final : public Step {
public:
    Repeat(const Frame& members_frame, int frame, TypeKind kind, StepId values)
        : Step(frame), list_(members_frame.list), parent_(members_frame.parent), kind_(kind), values_(values) {}

    void run(const Lane& lane, Register& out) const override {
        const Register& from = lane[values_];
        if (kind_ == TypeKind::boolean) {
            out.resize_bits(window(lane).size());
            return each_member(lane, [&](std::size_t row, std::size_t member) { out.set(member, from.verdict(row)); });
        }
        if (kind_ == TypeKind::decimal) return repeat(lane, from, out.decimals);
        repeat(lane, from, out.integers);
    }

private:
    template <class T>
    void repeat(const Lane& lane, const Register& from, std::vector<Possible<T>>& out) const {
        out.resize(window(lane).size());
        each_member(lane, [&](std::size_t row, std::size_t member) { out[member] = from.at<T>(row); });
    }

    template <class Visit>
    void each_member(const Lane& lane, Visit visit) const {
        const Window rows = lane.windows[static_cast<std::size_t>(parent_)];
        const Window members = window(lane);
        if (list_ == nullptr) return;
        const auto* offsets = list_->offsets() + rows.begin;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (auto m = offsets[row]; m < offsets[row + 1]; ++m)
                visit(row, static_cast<std::size_t>(m) - members.begin);
        }
    }

    const Column* list_;
    int parent_;
    TypeKind kind_;
    StepId values_;
};

}  // namespace

StepPtr make_count(const Frame& members_frame, const Members& members) {
    return std::make_unique<Count>(members_frame, members);
}
StepPtr make_small_count(const Frame& members_frame, const Members& members) {
    return std::make_unique<SmallCount>(members_frame, members);
}
StepPtr make_small_count_test(int frame, StepId counts, SmallRange range) {
    return std::make_unique<SmallCountTest>(frame, counts, range);
}
StepPtr make_some(const Frame& members_frame, const Members& members, StepId condition) {
    return std::make_unique<Some>(members_frame, members, condition);
}
StepPtr make_member_fold(const Frame& members_frame, const Members& members, TypeKind kind, Function function,
                         StepId values) {
    if (kind == TypeKind::decimal)
        return std::make_unique<MemberFold<double>>(members_frame, members, function, values);
    return std::make_unique<MemberFold<std::int64_t>>(members_frame, members, function, values);
}
StepPtr make_member_mean(const Frame& members_frame, const Members& members, TypeKind kind, StepId values) {
    if (kind == TypeKind::decimal) return std::make_unique<MemberMean<double>>(members_frame, members, values);
    return std::make_unique<MemberMean<std::int64_t>>(members_frame, members, values);
}
StepPtr make_repeat(const Frame& members_frame, int frame, TypeKind kind, StepId values) {
    return std::make_unique<Repeat>(members_frame, frame, kind, values);
}

}  // namespace cadre::columnar

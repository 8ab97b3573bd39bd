#include "evaluation/columnar/law_step.hpp"

#include "evaluation/law_versions.hpp"
#include "evaluation/operations.hpp"

#include <utility>

namespace cadre::columnar {

namespace {

/// What the law steps share: the day's register, and which versions it touches.
class LawStep : public Step {
public:
    LawStep(int frame, std::shared_ptr<const Parameter> parameter, StepId day)
        : Step(frame), parameter_(std::move(parameter)), day_(day) {}

protected:
    const Parameter& parameter() const { return *parameter_; }
    /// The versions for a row; none also where the day itself may be none or undefined.
    LawVersions law(const Lane& lane, std::size_t row) const {
        const PossibleInteger& day = lane[day_].at<std::int64_t>(row);
        LawVersions law = law_versions(*parameter_, day);
        law.may_be_none = law.may_be_none || !day.is_plain();
        return law;
    }

private:
    std::shared_ptr<const Parameter> parameter_;
    StepId day_;
};

class LawVerdict final : public LawStep {
public:
    LawVerdict(int frame, std::shared_ptr<const Parameter> parameter, std::vector<Verdict> values, StepId day)
        : LawStep(frame, std::move(parameter), day), values_(std::move(values)) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        out.resize_bits(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const LawVersions law = this->law(lane, i);
            if (law.may_be_none || law.first == law.last) continue;
            Verdict value = values_[law.first];
            for (std::size_t v = law.first + 1; v < law.last; ++v) {
                if (values_[v] != value) value = Verdict::undetermined;
            }
            out.set(i, value);
        }
    }

private:
    std::vector<Verdict> values_;
};

template <class T>
class LawValue final : public LawStep {
public:
    LawValue(int frame, std::shared_ptr<const Parameter> parameter, std::vector<Possible<T>> values, StepId day)
        : LawStep(frame, std::move(parameter), day), values_(std::move(values)) {}

    void run(const Lane& lane, Register& out) const override {
        const std::size_t rows = window(lane).size();
        auto& results = out.values<T>();
        results.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) results[i] = value(law(lane, i));
    }

private:
    Possible<T> value(const LawVersions& law) const {
        if (law.first == law.last) return Possible<T>::undefined();
        Possible<T> value = values_[law.first];
        for (std::size_t v = law.first + 1; v < law.last; ++v) value = joined(value, values_[v]);
        return law.may_be_none ? joined(value, Possible<T>::undefined()) : value;
    }

    Possible<T> joined(const Possible<T>& a, const Possible<T>& b) const {
        if constexpr (std::is_integral_v<T>) {
            if (parameter().type.kind == TypeKind::text) return operations::join_nominal(a, b);
        }
        return hull(a, b);
    }

    std::vector<Possible<T>> values_;
};

template <class T>
std::vector<T> values_of(const std::vector<AbstractValue>& values) {
    std::vector<T> typed;
    for (const AbstractValue& value : values) typed.push_back(std::get<T>(value));
    return typed;
}

}  // namespace

StepPtr make_law_at(int frame, std::shared_ptr<const Parameter> parameter, const std::vector<AbstractValue>& values,
                    StepId day) {
    switch (parameter->type.kind) {
        case TypeKind::boolean:
            return std::make_unique<LawVerdict>(frame, std::move(parameter), values_of<Verdict>(values), day);
        case TypeKind::decimal:
            return std::make_unique<LawValue<double>>(frame, std::move(parameter), values_of<PossibleDecimal>(values),
                                                      day);
        default:
            return std::make_unique<LawValue<std::int64_t>>(frame, std::move(parameter),
                                                            values_of<PossibleInteger>(values), day);
    }
}

}  // namespace cadre::columnar

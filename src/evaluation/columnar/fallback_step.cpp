#include "evaluation/columnar/fallback_step.hpp"

#include <utility>

namespace cadre::columnar {

namespace {

class Fallback final : public Step {
public:
    Fallback(int frame, ExpressionPtr expression, SlotFrames slots, DecisionDays days)
        : Step(frame), expression_(std::move(expression)), slots_(std::move(slots)), days_(days) {}

    void run(const Lane& lane, Register& out) const override {
        const Window window = this->window(lane);
        const std::size_t rows = window.size();
        out.met.assign(words_for(rows), 0);
        out.not_met.assign(words_for(rows), 0);
        out.integers.resize(rows);
        out.decimals.resize(rows);
        lane.reference->set_days(days_.as_of, days_.law_as_of);
        std::vector<std::size_t> path = first_rows(lane);
        for (std::size_t i = 0; i < rows; ++i) {
            bind(lane, window.begin + i, path);
            store(lane.reference->evaluate(*expression_), i, out);
        }
    }

private:
    /// By frame: the row under which the present member stands; moves on as members pass.
    std::vector<std::size_t> first_rows(const Lane& lane) const {
        std::vector<std::size_t> rows;
        for (const Window& window : lane.windows) rows.push_back(window.begin);
        return rows;
    }

    void bind(const Lane& lane, std::size_t row, std::vector<std::size_t>& path) const {
        int frame = this->frame();
        path[static_cast<std::size_t>(frame)] = row;
        while ((*lane.frames)[static_cast<std::size_t>(frame)].parent >= 0) {
            const Frame& members = (*lane.frames)[static_cast<std::size_t>(frame)];
            std::size_t& owner = path[static_cast<std::size_t>(members.parent)];
            const auto member = static_cast<std::int64_t>(path[static_cast<std::size_t>(frame)]);
            while (members.list->offsets()[owner + 1] <= member) ++owner;
            frame = members.parent;
        }
        for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
            if (slots_[slot] < 0) continue;
            const auto bound = path[static_cast<std::size_t>(slots_[slot])];
            lane.reference->bind(static_cast<int>(slot), member_value(lane, slots_[slot], bound));
        }
    }

    static AbstractValue member_value(const Lane& lane, int frame, std::size_t row) {
        return lane.reference->member((*lane.frames)[static_cast<std::size_t>(frame)].table,
                                      static_cast<std::int64_t>(row));
    }

    static void store(const AbstractValue& value, std::size_t row, Register& out) {
        if (const auto* verdict = std::get_if<Verdict>(&value)) out.set(row, *verdict);
        if (const auto* integer = std::get_if<PossibleInteger>(&value)) out.integers[row] = *integer;
        if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) out.decimals[row] = *decimal;
    }

    ExpressionPtr expression_;
    SlotFrames slots_;
    DecisionDays days_;
};

}  // namespace

StepPtr make_fallback(int frame, ExpressionPtr expression, SlotFrames slots, DecisionDays days) {
    return std::make_unique<Fallback>(frame, std::move(expression), std::move(slots), days);
}

}  // namespace cadre::columnar

#pragma once

#include "evaluation/columnar/bit_kernels.hpp"
#include "evaluation/possible.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace cadre::columnar {

using StepId = int;

/// A domain of rows: the judged table (no parent), or the members of a list attribute of another frame.
struct Frame {
    int table = 0;    ///< of the program's schema
    int parent = -1;  ///< frame
    int attribute = -1;
    const Column* list = nullptr;  ///< the parent's list column; null: not given, there are no members
};

/// The rows of a frame that one batch covers, contiguous in the frame's table.
struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
};

/// What a step computed for its frame's window: two bitmaps (boolean steps), a value a row, or small counts.
/// A constant holds one value for all rows.
struct Register {
    std::vector<std::uint64_t> met;
    std::vector<std::uint64_t> not_met;
    std::vector<PossibleInteger> integers;
    std::vector<PossibleDecimal> decimals;
    std::vector<std::uint16_t> least;  ///< small counts: from `least` to `most` members
    std::vector<std::uint16_t> most;
    std::vector<std::uint8_t> bands;  ///< of a column's values, beside the bitmaps of a test of them
    std::vector<std::uint8_t> last_bands;
    std::size_t stride = 1;  ///< 0: constant

    template <class T>
    std::vector<Possible<T>>& values() {
        if constexpr (std::is_same_v<T, double>) {
            return decimals;
        } else {
            return integers;
        }
    }
    template <class T>
    const Possible<T>& at(std::size_t row) const {
        if constexpr (std::is_same_v<T, double>) {
            return decimals[row * stride];
        } else {
            return integers[row * stride];
        }
    }
    Verdict verdict(std::size_t row) const {
        if ((met[row / 64] >> (row % 64)) & 1U) return Verdict::met;
        return (not_met[row / 64] >> (row % 64)) & 1U ? Verdict::not_met : Verdict::undetermined;
    }
    void resize_bits(std::size_t rows) {
        met.assign(words_for(rows), 0);
        not_met.assign(words_for(rows), 0);
    }
    void set(std::size_t row, Verdict verdict) {
        const std::uint64_t bit = std::uint64_t{1} << (row % 64);
        if (verdict == Verdict::met) met[row / 64] |= bit;
        if (verdict == Verdict::not_met) not_met[row / 64] |= bit;
    }
};

/// One thread's working memory for one batch.
struct Lane {
    const std::vector<Frame>* frames = nullptr;
    std::vector<Window> windows;      ///< by frame
    std::vector<Register> registers;  ///< by step
    ReferenceEvaluator* reference = nullptr;

    const Register& operator[](StepId step) const { return registers[static_cast<std::size_t>(step)]; }
};

/// One node of a plan: computes its register for a batch from those of earlier steps.
class Step {
public:
    explicit Step(int frame) : frame_(frame) {}
    virtual ~Step() = default;

    int frame() const { return frame_; }
    Window window(const Lane& lane) const { return lane.windows[static_cast<std::size_t>(frame_)]; }
    virtual void run(const Lane& lane, Register& out) const = 0;

private:
    int frame_;
};

using StepPtr = std::unique_ptr<const Step>;

}  // namespace cadre::columnar

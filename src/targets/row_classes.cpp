#include "targets/row_classes.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <set>

namespace cadre {
namespace {

void append_rows(std::vector<std::size_t>& rows, std::uint64_t chosen, std::size_t word, std::size_t most) {
    for (; chosen != 0 && rows.size() < most; chosen &= chosen - 1) {
        rows.push_back(word * 64 + static_cast<std::size_t>(std::countr_zero(chosen)));
    }
}

}  // namespace

/// The classes of 64 rows, one bit a row.
struct RowClasses::Word {
    std::uint64_t met;
    std::uint64_t not_met;
    std::uint64_t undetermined;
    std::uint64_t maybe_met;
    std::uint64_t maybe_not_met;
    std::uint64_t maybe_undetermined;
};

RowClasses::Word RowClasses::word(std::size_t index) const {
    const std::size_t rows = among_.size() - index * 64;
    const std::uint64_t valid = rows >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << rows) - 1;
    const std::uint64_t in = among_.met()[index];
    const std::uint64_t maybe = valid & ~(in | among_.not_met()[index]);
    const std::uint64_t met = meet_.met()[index];
    const std::uint64_t not_met = meet_.not_met()[index];
    const std::uint64_t open = ~(met | not_met);
    return {in & met, in & not_met, in & open, maybe & met, maybe & not_met, maybe & open};
}

ClassCounts RowClasses::counts() const {
    ClassCounts counts;
    for (std::size_t i = 0; i < among_.met().size(); ++i) {
        const Word rows = word(i);
        counts.met += std::popcount(rows.met);
        counts.not_met += std::popcount(rows.not_met);
        counts.undetermined += std::popcount(rows.undetermined);
        counts.maybe_met += std::popcount(rows.maybe_met);
        counts.maybe_not_met += std::popcount(rows.maybe_not_met);
        counts.maybe_undetermined += std::popcount(rows.maybe_undetermined);
    }
    return counts;
}

ClassRows RowClasses::rows(std::size_t most) const {
    ClassRows rows;
    for (std::size_t i = 0; i < among_.met().size(); ++i) {
        const Word classes = word(i);
        append_rows(rows.met, classes.met, i, most);
        append_rows(rows.not_met, classes.not_met, i, most);
        append_rows(rows.undetermined, classes.undetermined, i, most);
        append_rows(rows.maybe_met, classes.maybe_met, i, most);
        append_rows(rows.maybe_not_met, classes.maybe_not_met, i, most);
        append_rows(rows.maybe_undetermined, classes.maybe_undetermined, i, most);
    }
    return rows;
}

std::vector<RowToVerify> RowClasses::open_rows(const Swings& swings, std::size_t most) const {
    const std::set<Share, std::greater<>> distinct{swings.undetermined, swings.maybe_met, swings.maybe_not_met,
                                                   swings.maybe_undetermined};
    std::vector<RowToVerify> rows;
    for (const Share& swing : distinct) {
        if (swing > Share{0, 1}) append(rows, swings, swing, most);
    }
    return rows;
}

void RowClasses::append(std::vector<RowToVerify>& rows, const Swings& swings, const Share& swing,
                        std::size_t most) const {
    for (std::size_t i = 0; i < among_.met().size() && rows.size() < most; ++i) {
        const Word classes = word(i);
        std::uint64_t chosen = 0;
        if (swings.undetermined == swing) chosen |= classes.undetermined;
        if (swings.maybe_met == swing) chosen |= classes.maybe_met;
        if (swings.maybe_not_met == swing) chosen |= classes.maybe_not_met;
        if (swings.maybe_undetermined == swing) chosen |= classes.maybe_undetermined;
        for (; chosen != 0 && rows.size() < most; chosen &= chosen - 1) {
            const std::size_t row = i * 64 + static_cast<std::size_t>(std::countr_zero(chosen));
            rows.push_back({row, among_[row], meet_[row], swing});
        }
    }
}

}  // namespace cadre

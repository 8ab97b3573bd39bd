#pragma once

#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/targets/assessment.hpp>
#include <cadre/targets/bounds.hpp>
#include <cadre/targets/class_rows.hpp>

#include <vector>

namespace cadre {

/// The pairs of verdicts (in the population, meets the condition) of a table's rows.
class RowClasses {
public:
    /// The columns have the same size and outlive this object.
    RowClasses(const VerdictColumn& among, const VerdictColumn& meet) : among_(among), meet_(meet) {}

    std::size_t size() const { return among_.size(); }
    /// Whether the row is in the population and meets the condition.
    Verdict counts(std::size_t row) const { return among_[row] && meet_[row]; }
    ClassCounts counts() const;
    /// Of each class the first `most` rows.
    ClassRows rows(std::size_t most) const;
    /// Open rows by descending swing, then by row; those of swing 0 are left out, and all after the
    /// first `most`.
    std::vector<RowToVerify> open_rows(const Swings& swings, std::size_t most) const;

private:
    struct Word;
    Word word(std::size_t index) const;
    void append(std::vector<RowToVerify>& rows, const Swings& swings, const Share& swing, std::size_t most) const;

    const VerdictColumn& among_;
    const VerdictColumn& meet_;
};

}  // namespace cadre

#pragma once

#include "planning/selection/part.hpp"
#include "planning/selection/work.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre::selection {

/// Which options are decided, with all that follows from the bounds of single rows; can be taken back.
class Domains {
public:
    enum Decision : std::int8_t { refused = 0, chosen = 1, open = -1 };

    Domains(const Part& part, const RowsOfOptions& rows_of, Work& work);

    Decision operator[](int option) const { return decisions_[at(option)]; }
    bool is_complete() const { return trail_.size() == decisions_.size(); }

    /// Draws the conclusions of all rows; false when one cannot hold any more.
    bool propagate_all();
    /// Decides an open option and draws the conclusions; false when a row cannot hold any more.
    bool decide(int option, bool is_chosen);

    /// How far to take back.
    std::size_t mark() const { return trail_.size(); }
    void take_back(std::size_t mark);

private:
    struct Range {
        std::int64_t least;
        std::int64_t greatest;
        std::int64_t coefficient;  ///< the greatest absolute one
    };

    void set(int option, bool is_chosen);
    void move(int option, bool is_chosen, int sign);
    bool propagate(std::size_t from);
    bool propagate_row(int row);

    const Part& part_;
    const RowsOfOptions& rows_of_;
    Work& work_;
    std::vector<Decision> decisions_;
    std::vector<Range> ranges_;
    std::vector<int> trail_;
};

}  // namespace cadre::selection

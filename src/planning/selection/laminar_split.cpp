#include "planning/selection/laminar_split.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace cadre::selection {
namespace {

/// Colours of rows up to an exchange of both within each connected set: union-find with parities.
class Colouring {
public:
    explicit Colouring(std::size_t size) : parents_(size), parities_(size, 0) {
        std::iota(parents_.begin(), parents_.end(), 0);
    }

    /// A row's set and its colour within it.
    std::pair<int, int> find(int row) const {
        int parity = 0;
        while (parents_[at(row)] != row) {
            parity ^= parities_[at(row)];
            row = parents_[at(row)];
        }
        return {row, parity};
    }
    int colour(int row) const { return find(row).second; }

    void make_different(int row, int other) {
        const auto [root, parity] = find(row);
        const auto [other_root, other_parity] = find(other);
        if (root == other_root) return;
        const bool smaller = sizes_[root] < sizes_[other_root];
        const int child = smaller ? root : other_root;
        const int parent = smaller ? other_root : root;
        parents_[at(child)] = parent;
        parities_[at(child)] = parity ^ other_parity ^ 1;
        sizes_[parent] += sizes_[child] + 1;
    }

private:
    std::vector<int> parents_;
    std::vector<int> parities_;
    std::map<int, int> sizes_;
};

std::vector<int> by_size(const Part& part, std::vector<int> rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [&](int a, int b) { return part.rows[at(a)].terms.size() < part.rows[at(b)].terms.size(); });
    return rows;
}

/// The rows so far that overlap with the row and are not nested with it.
std::vector<int> crossing(const Part& part, int row, const std::vector<std::vector<int>>& rows_of_option) {
    std::map<int, std::size_t> shared;
    const std::vector<Term>& terms = part.rows[at(row)].terms;
    for (const Term& term : terms) {
        for (const int other : rows_of_option[at(term.option)]) ++shared[other];
    }
    std::vector<int> found;
    for (const auto& [other, count] : shared) {
        if (count < std::min(terms.size(), part.rows[at(other)].terms.size())) found.push_back(other);
    }
    return found;
}

bool can_be_coloured(const Colouring& colouring, const std::vector<int>& crossed) {
    std::map<int, int> colours;
    for (const int other : crossed) {
        const auto [root, colour] = colouring.find(other);
        if (colours.try_emplace(root, colour).first->second != colour) return false;
    }
    return true;
}

/// Rows from small to large: the smallest row around an option or a row is the next that holds it.
Family make_family(const Part& part, std::vector<int> rows) {
    Family family{std::move(rows), {}, std::vector<int>(part.scores.size(), -1)};
    family.parents.assign(family.rows.size(), -1);
    std::vector<int> outermost(part.scores.size(), -1);
    for (int place = 0; place < static_cast<int>(family.rows.size()); ++place) {
        for (const Term& term : part.rows[at(family.rows[at(place)])].terms) {
            int& outer = outermost[at(term.option)];
            if (outer < 0) {
                family.innermost[at(term.option)] = place;
            } else {
                family.parents[at(outer)] = place;
            }
            outer = place;
        }
    }
    return family;
}

}  // namespace

LaminarSplit split_laminar(const Part& part) {
    std::vector<int> unit;
    LaminarSplit split;
    for (int row = 0; row < part.row_count(); ++row) (part.rows[at(row)].is_unit() ? unit : split.side).push_back(row);

    Colouring colouring(part.rows.size());
    std::vector<std::vector<int>> rows_of_option(part.scores.size());
    std::vector<int> joined;
    for (const int row : by_size(part, unit)) {
        const std::vector<int> crossed = crossing(part, row, rows_of_option);
        if (!can_be_coloured(colouring, crossed)) {
            split.side.push_back(row);
            continue;
        }
        for (const int other : crossed) colouring.make_different(row, other);
        for (const Term& term : part.rows[at(row)].terms) rows_of_option[at(term.option)].push_back(row);
        joined.push_back(row);
    }
    std::sort(split.side.begin(), split.side.end());

    std::array<std::vector<int>, 2> coloured;
    for (const int row : joined) coloured[at(colouring.colour(row))].push_back(row);
    for (std::size_t i = 0; i < 2; ++i) split.families[i] = make_family(part, std::move(coloured[i]));
    return split;
}

}  // namespace cadre::selection

#include "planning/selection/components.hpp"

#include <algorithm>
#include <numeric>

namespace cadre::selection {
namespace {

class Sets {
public:
    explicit Sets(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0); }

    int find(int item) {
        while (parents_[at(item)] != item) {
            parents_[at(item)] = parents_[at(parents_[at(item)])];
            item = parents_[at(item)];
        }
        return item;
    }
    void join(int a, int b) {
        const int first = find(a);
        const int second = find(b);
        parents_[at(std::max(first, second))] = std::min(first, second);
    }

private:
    std::vector<int> parents_;
};

std::size_t term_count(const Component& component) {
    std::size_t count = 0;
    for (const Row& row : component.part.rows) count += row.terms.size();
    return count;
}

}  // namespace

std::vector<Component> components(const Part& whole) {
    Sets sets(whole.scores.size());
    for (const Row& row : whole.rows) {
        for (const Term& term : row.terms) sets.join(row.terms.front().option, term.option);
    }
    std::vector<Component> parts;
    std::vector<int> part_of(whole.scores.size(), -1);
    std::vector<int> place(whole.scores.size());
    for (int option = 0; option < whole.option_count(); ++option) {
        int& part = part_of[at(sets.find(option))];
        if (part < 0) {
            part = static_cast<int>(parts.size());
            parts.emplace_back();
        }
        Component& component = parts[at(part)];
        place[at(option)] = component.part.option_count();
        component.part.scores.push_back(whole.scores[at(option)]);
        component.options.push_back(option);
    }
    for (const Row& row : whole.rows) {
        Row& moved = parts[at(part_of[at(sets.find(row.terms.front().option))])].part.rows.emplace_back(row);
        for (Term& term : moved.terms) term.option = place[at(term.option)];
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Component& a, const Component& b) { return term_count(a) < term_count(b); });
    return parts;
}

}  // namespace cadre::selection

#include "criteria/entry_order.hpp"

#include <algorithm>
#include <cstdint>

namespace cadre::criteria {
namespace {

enum class State : std::uint8_t { untouched, open, done };

struct Step {
    std::size_t entry;
    std::size_t next_use = 0;
};

}  // namespace

/// Depth first with its own stack: a pack may hold a chain of many thousand definitions.
EntryOrder order_entries(const std::vector<std::vector<std::size_t>>& uses) {
    EntryOrder result;
    std::vector<State> states(uses.size(), State::untouched);
    std::vector<Step> path;
    const auto enter = [&](std::size_t entry) {
        states[entry] = State::open;
        path.push_back({entry});
    };
    for (std::size_t root = 0; root < uses.size(); ++root) {
        if (states[root] == State::untouched) enter(root);
        while (!path.empty()) {
            Step& step = path.back();
            if (step.next_use == uses[step.entry].size()) {
                states[step.entry] = State::done;
                result.order.push_back(step.entry);
                path.pop_back();
                continue;
            }
            const std::size_t used = uses[step.entry][step.next_use++];
            if (states[used] == State::untouched) {
                enter(used);
            } else if (states[used] == State::open) {
                std::vector<std::size_t> cycle;
                auto start =
                    std::find_if(path.begin(), path.end(), [used](const Step& at) { return at.entry == used; });
                for (; start != path.end(); ++start) cycle.push_back(start->entry);
                cycle.push_back(used);
                result.cycles.push_back(std::move(cycle));
            }
        }
    }
    return result;
}

}  // namespace cadre::criteria

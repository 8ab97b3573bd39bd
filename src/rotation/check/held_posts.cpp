#include "rotation/check/held_posts.hpp"

#include <algorithm>

namespace cadre {

HeldPosts::HeldPosts(const Holdings& holdings) : holdings_(holdings) {
    for (std::size_t at = 0; at < holdings.all().size(); ++at) {
        const Holding& holding = holdings.all()[at];
        if (holding.person) {
            of_[*holding.person].push_back(at);
        } else {
            OfAnyone& of_anyone = of_anyone_[holding.post];
            of_anyone.first = std::min(of_anyone.first, holding.from.earliest);
            of_anyone.positions.push_back(at);
        }
    }
}

Verdict HeldPosts::holds(std::size_t person, std::size_t post, DayNumber day,
                         std::optional<std::size_t> but_for) const {
    const bool may_be_theirs = may_be_of_anyone(post, day) || may_be_of_anyone({}, day);
    Verdict found = may_be_theirs ? Verdict::undetermined : Verdict::not_met;
    for (const std::size_t position : of(person)) {
        const Holding& holding = at(position);
        if (holding.post != post || (but_for && holding.taken_by == but_for)) continue;
        found = found || holding.on(day);
    }
    return found;
}

const std::vector<std::size_t>& HeldPosts::of(std::size_t person) const {
    const auto found = of_.find(person);
    return found == of_.end() ? none_ : found->second;
}

const std::vector<std::size_t>& HeldPosts::of_anyone(std::optional<std::size_t> post) const {
    const auto found = of_anyone_.find(post);
    return found == of_anyone_.end() ? none_ : found->second.positions;
}

bool HeldPosts::may_be_of_anyone(std::optional<std::size_t> post, DayNumber day) const {
    const auto found = of_anyone_.find(post);
    return found != of_anyone_.end() && found->second.first <= day;
}

}  // namespace cadre

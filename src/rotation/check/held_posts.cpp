#include "rotation/check/held_posts.hpp"

namespace cadre {

HeldPosts::HeldPosts(const Holdings& holdings) : holdings_(holdings) {
    for (std::size_t at = 0; at < holdings.all().size(); ++at) {
        const Holding& holding = holdings.all()[at];
        if (holding.person) {
            of_[*holding.person].push_back(at);
        } else {
            of_anyone_.insert(holding.post);
        }
    }
}

Verdict HeldPosts::holds(std::size_t person, std::size_t post, DayNumber day,
                         std::optional<std::size_t> but_for) const {
    const bool may_be_theirs = of_anyone_.contains(post) || of_anyone_.contains(std::nullopt);
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

}  // namespace cadre

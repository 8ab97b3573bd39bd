#include "planning/posts_per_person.hpp"

#include <map>

namespace cadre {
namespace {

template <class T>
Verdict same(const std::optional<T>& a, const std::optional<T>& b) {
    if (!a || !b) return Verdict::undetermined;
    return *a == *b ? Verdict::met : Verdict::not_met;
}

}  // namespace

/// Seen from each pool in turn, the pools that count with it are within bounds; one pool sees the true greatest number.
Verdict PostsPerPerson::keeps_to(const PostsPerPersonRule& rule, const Person& person, std::int64_t anonymous) const {
    const std::vector<Place> places = places_of(person);
    const std::int64_t others = person.cadre ? anonymous : anonymous - 1;
    Verdict keeps = Verdict::met;
    for (const Place& place : places) {
        const Verdict verdict = count_with(rule, places, place, others);
        const bool may_be_absent = place.in != Verdict::met && verdict != Verdict::met;
        keeps = keeps && (may_be_absent ? Verdict::undetermined : verdict);
    }
    return keeps;
}

std::vector<PostsPerPerson::Place> PostsPerPerson::places_of(const Person& person) const {
    std::vector<Place> places;
    std::map<std::size_t, std::size_t> known;
    for (const auto& [at, in] : person.members) {
        const auto pool = plan_.members[at].pool;
        if (!pool) {
            places.push_back({pool, in});
            continue;
        }
        const auto [found, fresh] = known.try_emplace(*pool, places.size());
        if (fresh) places.push_back({pool, Verdict::not_met});
        places[found->second].in = places[found->second].in || in;
    }
    return places;
}

Verdict PostsPerPerson::count_with(const PostsPerPersonRule& rule, const std::vector<Place>& places, const Place& one,
                                   std::int64_t anonymous) const {
    std::int64_t least = 1;
    std::int64_t greatest = 1 + anonymous;
    for (const Place& other : places) {
        if (&other == &one) continue;
        const Verdict counts = other.in && together(rule, one, other);
        least += counts == Verdict::met ? 1 : 0;
        greatest += counts != Verdict::not_met ? 1 : 0;
    }
    return judge_bounds({Share{least, 1}, Share{greatest, 1}}, rule.pools);
}

/// A pool that is not known may be any, one counted already among them.
Verdict PostsPerPerson::together(const PostsPerPersonRule& rule, const Place& a, const Place& b) const {
    if (!a.pool || !b.pool) return Verdict::undetermined;
    if (rule.within == PostsPerPersonRule::Within::plan) return Verdict::met;
    const PlanPool& first = plan_.pools[*a.pool];
    const PlanPool& second = plan_.pools[*b.pool];
    return same(tiers_.value(*a.pool), tiers_.value(*b.pool)) && same(first.term_start, second.term_start) &&
           same(first.term_end, second.term_end);
}

}  // namespace cadre

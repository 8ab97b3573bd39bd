#pragma once

#include "planning/people.hpp"
#include "roster/roster_column.hpp"

#include <cadre/planning/pool_policy.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// Counts the pools that people stand in, of one tier and term or of the plan.
class PostsPerPerson {
public:
    PostsPerPerson(const Plan& plan, const Roster& roster) : plan_(plan), tiers_(roster, "pools", "tier") {}

    /// Whether a person stands in as many pools as the rule allows. `anonymous` rows may be that person's.
    Verdict keeps_to(const PostsPerPersonRule& rule, const Person& person, std::int64_t anonymous) const;

private:
    struct Place {
        std::optional<std::size_t> pool;
        Verdict in;
    };
    std::vector<Place> places_of(const Person& person) const;
    Verdict count_with(const PostsPerPersonRule& rule, const std::vector<Place>& places, const Place& one,
                       std::int64_t anonymous) const;
    /// Whether two pools count together.
    Verdict together(const PostsPerPersonRule& rule, const Place& a, const Place& b) const;

    const Plan& plan_;
    RosterColumn tiers_;
};

}  // namespace cadre

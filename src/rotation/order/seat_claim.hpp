#pragma once

#include <cadre/vocabulary/date.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// What a move does to seats.
struct SeatClaim {
    std::size_t move = 0;             ///< its position in the plan
    std::optional<std::size_t> from;  ///< the post of which it leaves a seat
    std::optional<std::size_t> to;    ///< the post of which it takes one
    DayNumber day = 0;                ///< not before
    bool published = false;
};

/// The posts of claims, ascending, with a number each, so that work is in the claims and not in all posts.
class ClaimedPosts {
public:
    explicit ClaimedPosts(const std::vector<SeatClaim>& claims) {
        for (const SeatClaim& claim : claims) {
            if (claim.from) posts_.push_back(*claim.from);
            if (claim.to) posts_.push_back(*claim.to);
        }
        std::sort(posts_.begin(), posts_.end());
        posts_.erase(std::unique(posts_.begin(), posts_.end()), posts_.end());
    }
    std::size_t size() const { return posts_.size(); }
    std::size_t post(std::size_t number) const { return posts_[number]; }
    std::size_t number(std::size_t post) const {
        return static_cast<std::size_t>(std::lower_bound(posts_.begin(), posts_.end(), post) - posts_.begin());
    }

private:
    std::vector<std::size_t> posts_;
};

}  // namespace cadre

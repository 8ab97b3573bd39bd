#pragma once

#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace cadre {

/// The post that each cadre leaves by a move on a day, and what is held besides.
class PresentPosts {
public:
    PresentPosts(const Roster& roster, DayNumber day);

    /// Whether it is known which post a cadre leaves, or that none is left.
    bool is_known(std::size_t cadre) const { return known_[cadre]; }
    /// The row of `posts`; absent: none is left.
    std::optional<std::size_t> of(std::size_t cadre) const { return posts_[cadre]; }
    /// Whether a cadre, having left that post on the day, holds it again later, or may.
    bool may_return(std::size_t cadre) const { return may_return_[cadre]; }
    /// Whether a cadre holds a post, or may, on the day or later.
    bool may_hold(std::size_t cadre, std::size_t post) const { return held_.contains({cadre, post}); }

private:
    std::vector<bool> known_;
    std::vector<std::optional<std::size_t>> posts_;
    std::vector<bool> may_return_;
    std::set<std::pair<std::size_t, std::size_t>> held_;  ///< cadre and post
};

}  // namespace cadre

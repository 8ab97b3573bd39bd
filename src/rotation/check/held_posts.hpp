#pragma once

#include "rotation/holdings.hpp"

#include <cadre/evaluation/verdict.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace cadre {

/// What cadres hold on the days of a plan, by cadre.
class HeldPosts {
public:
    /// The holdings, of which the moves have been carried out, outlive this object.
    explicit HeldPosts(const Holdings& holdings);

    /// Whether a cadre holds a post on a day, as far as holdings say, that of the move `but_for` left out.
    Verdict holds(std::size_t person, std::size_t post, DayNumber day, std::optional<std::size_t> but_for = {}) const;
    /// Whether the cadre may hold posts on a day that the roster does not name.
    bool may_hold_more(std::size_t person, DayNumber day) const { return holdings_.is_unlisted(person, day, day); }
    /// Positions of a cadre's holdings.
    const std::vector<std::size_t>& of(std::size_t person) const;
    /// Positions of holdings of which the cadre is not known, of a post; absent: of one that is not known.
    const std::vector<std::size_t>& of_anyone(std::optional<std::size_t> post) const;
    const Holding& at(std::size_t position) const { return holdings_.all()[position]; }

private:
    const Holdings& holdings_;
    std::map<std::size_t, std::vector<std::size_t>> of_;
    struct OfAnyone {
        DayNumber first = DayBounds::never;  ///< the earliest day of one; none is known to end
        std::vector<std::size_t> positions;
    };

    bool may_be_of_anyone(std::optional<std::size_t> post, DayNumber day) const;

    std::map<std::optional<std::size_t>, OfAnyone> of_anyone_;  ///< by post
    std::vector<std::size_t> none_;
};

}  // namespace cadre

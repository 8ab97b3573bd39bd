#pragma once

#include <cadre/rotation/occupancy.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace cadre {

/// A seat that is vacant from a day on.
struct Seat {
    DayNumber ready = DayBounds::always;
    std::optional<std::size_t> left_by;  ///< position of the move that leaves it

    auto operator<=>(const Seat&) const = default;
};

/// The vacant seats of the posts that a plan touches, and who holds them, while its moves are carried out.
class SeatSupply {
public:
    SeatSupply(const Roster& roster, const RotationPlan& plan);

    bool holds(std::size_t person, std::size_t post) const { return holders_.contains({post, person}); }
    bool knows_seats(std::size_t post) const { return posts_[post].known; }
    /// Vacant seats; negative where so many have to be left before one is vacant.
    std::int64_t vacant(std::size_t post) const;

    /// Takes the seats that are vacant first out, at most so many.
    std::vector<Seat> take_out(std::size_t post, std::size_t most);
    void put_back(std::size_t post, const Seat& seat) { posts_[post].dated.insert(seat); }
    /// How many seats have to be left before one is vacant; they are as good as left.
    std::int64_t pay_debt(std::size_t post, std::int64_t most);

    void leave(std::size_t person, std::size_t post) { holders_.erase({post, person}); }
    void take(std::size_t person, std::size_t post) { holders_.emplace(post, person); }

private:
    struct Post {
        bool known = false;
        std::int64_t vacant = 0;    ///< from the beginning
        std::int64_t debt = 0;      ///< holders beyond the seats
        std::multiset<Seat> dated;  ///< vacant later
    };

    std::vector<Post> posts_;
    std::set<std::pair<std::size_t, std::size_t>> holders_;  ///< post and cadre
};

}  // namespace cadre

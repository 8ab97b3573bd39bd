#pragma once

#include "roster/roster_column.hpp"
#include "rotation/check/held_posts.hpp"
#include "rotation/check/missing_cells.hpp"

#include <cadre/rotation/rotation_plan.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace cadre {

/// Days from one to another.
struct DaysAsked {
    DayNumber from = 0;
    DayNumber to = 0;  ///< excluded
};

/// Who holds a post on one of some days.
struct SeatQuestion {
    std::size_t post = 0;
    DaysAsked days;
    bool asks_acting = false;  ///< also whether they act in it
};

/// Tells which missing cells leave open who holds a post on days: those of holdings that may last on one of them, and
/// of moves that may end these. Once all are filled in it is known.
class PlanGaps {
public:
    /// All outlive this object; the moves have been carried out on the holdings.
    PlanGaps(const Roster& roster, const RotationPlan& plan, const Holdings& holdings, const HeldPosts& held,
             DayNumber before);

    /// Of whether a cadre holds the post, as far as holdings say, that of the move `but_for` left out.
    void add_held(std::size_t person, const SeatQuestion& asked, std::optional<std::size_t> but_for,
                  MissingCells& cells) const;
    /// Of whether a cadre holds a post that the roster does not name, which may be this one.
    void add_unlisted(std::size_t person, const SeatQuestion& asked, MissingCells& cells) const;
    /// Of holdings of which the cadre is not known, which may be of this post.
    void add_of_anyone(const SeatQuestion& asked, MissingCells& cells) const;
    /// Of whether a cadre holds any post that the roster does not name.
    void add_unnamed(std::size_t person, const DaysAsked& days, MissingCells& cells) const;
    /// Of who holds the post, as far as holdings say, from the day before the plan on.
    void add_holders(const SeatQuestion& asked, MissingCells& cells) const;
    /// Of whether one holding lasts, which may be of this post.
    void add_holding(const Holding& holding, const SeatQuestion& asked, MissingCells& cells) const;
    void add_acting(const Holding& holding, MissingCells& cells) const;

private:
    using PostAndCadre = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;  ///< absent: not known

    /// Moves that leave a post.
    struct Leavers {
        DayNumber first = DayBounds::never;  ///< the earliest day that one has or may have
        std::vector<std::size_t> open;       ///< rows with missing cells, as positions in the plan
    };

    void group_leavers();
    /// Of moves that may end what a cadre holds of a post. Returns the earliest day on which one may.
    DayNumber add_leavers(std::size_t person, const SeatQuestion& asked, MissingCells& cells) const;
    void add_leavers_of_anyone(std::optional<std::size_t> post, const DaysAsked& days, MissingCells& cells) const;
    void add_open(const Leavers& leavers, const DaysAsked& days, MissingCells& cells) const;

    void add_post(const Holding& holding, MissingCells& cells) const;
    void add_first_day(const Holding& holding, MissingCells& cells) const;
    void add_of_spell(const Holding& holding, const char* attribute, const RosterColumn& column,
                      MissingCells& cells) const;
    void add_of_move(std::size_t move, const char* attribute, MissingCells& cells) const;

    const RotationPlan& plan_;
    const Holdings& holdings_;
    const HeldPosts& held_;
    RosterColumn post_, from_, to_, acting_;
    std::map<PostAndCadre, Leavers> leavers_;
    std::map<std::size_t, std::vector<std::size_t>> in_;  ///< positions of holdings by post, from `before` on
};

}  // namespace cadre

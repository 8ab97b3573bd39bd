#pragma once

#include <cadre/rotation/occupancy.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre {

/// What the appointments of a roster say of who holds which post, and what moves make of it.
class Holdings {
public:
    explicit Holdings(const Roster& roster);

    /// Carries out moves, in the order of their days; once.
    void carry_out(const std::vector<RotationMove>& moves);

    const std::vector<Holding>& all() const { return all_; }
    std::size_t cadres() const { return may_have_more_.size(); }
    /// Whether a cadre may have appointments that the roster does not list.
    bool may_have_more(std::size_t person) const { return may_have_more_[person]; }
    /// Whether a cadre may hold posts that the roster does not name, at some time from a day to another.
    bool is_unlisted(std::size_t person, DayNumber first, DayNumber last) const;
    std::int64_t unlisted(DayNumber first, DayNumber last) const;

private:
    void add(const Holding& holding);
    void leave(const RotationMove& move, std::size_t at, DayNumber day);
    void take(const RotationMove& move, std::size_t at, const DayBounds& day);
    void loosen(const std::vector<RotationMove>& moves);

    std::vector<Holding> all_;
    std::vector<std::vector<std::size_t>> lasting_;  ///< positions of what each cadre holds and no move has ended yet
    std::vector<std::vector<std::size_t>> unnamed_;  ///< positions of what each cadre holds in posts that are not known
    std::vector<bool> may_have_more_;
};

}  // namespace cadre

#pragma once

#include <cadre/roster/roster_builder.hpp>
#include <cadre/rotation/occupancy.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace cadre::testing {

inline const DayNumber first_plan_day = day_number(Date(2016, 1, 1));

/// A small world of which everything is known, and what of it a roster does not say.
class MoveWorld {
public:
    struct Spell {
        std::size_t person, post;
        DayNumber from, to;
        bool listed = true;
        bool hidden_post = false, hidden_from = false, hidden_to = false;
    };
    struct Hidden {
        bool person = false, from = false, to = false, day = false;
    };

    /// Posts with one or two seats; moves on few days, so that they meet. With `gaps`, cells are hidden.
    MoveWorld(std::mt19937& random, bool gaps) : random_(random), gaps_(gaps), open_(5), seats_(4) {
        for (std::size_t post = 0; post < seats_.size(); ++post) seats_[post] = pick(1, 2);
        for (std::size_t person = 0; person < open_.size(); ++person) add_person(person);
    }

    void add_moves(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            RotationMove move;
            move.person = pick(0, open_.size() - 1);
            move.enters = pick(0, 5) == 0;
            move.leaves = !move.enters && pick(0, 5) == 0;
            if (!move.enters) move.from = present_post(*move.person);
            if (!move.leaves) move.to = pick(0, seats_.size() - 1);
            if (move.from == move.to) continue;
            move.day = first_plan_day + 10 * static_cast<DayNumber>(pick(0, 3));
            moves.push_back(move);
            hidden.push_back({hides(), hides(), hides(), hides()});
        }
    }

    Roster roster() const {
        RosterBuilder builder;
        for (std::size_t post = 0; post < seats_.size(); ++post) {
            builder.add("posts", {{"id", key(post)}, {"seats", static_cast<std::int64_t>(seats_[post])}});
        }
        for (std::size_t person = 0; person < open_.size(); ++person) {
            ListValue spells{{}, open_[person]};
            for (const Spell& spell : spells_) {
                if (spell.person == person && spell.listed) spells.records.push_back(record(spell));
            }
            builder.add("cadres", {{"id", key(person)}, {"appointments", spells}});
        }
        return builder.build();
    }

    /// The plan as the roster's reader sees it.
    RotationPlan plan() const {
        RotationPlan plan;
        for (std::size_t at = 0; at < moves.size(); ++at) {
            RotationMove move = moves[at];
            if (hidden[at].person) move.person.reset();
            if (hidden[at].from) move.from.reset();
            if (hidden[at].to) move.to.reset();
            if (hidden[at].day) move.day.reset();
            plan.moves.push_back(move);
        }
        return plan;
    }

    /// Who really holds a post on a day, found day by day.
    std::set<std::size_t> holders(std::size_t post, DayNumber day) const {
        std::set<std::size_t> found;
        for (const Spell& spell : spells_) {
            if (spell.post != post || spell.from > day || spell.to <= day) continue;
            if (!left(spell.person, post, spell.from, day)) found.insert(spell.person);
        }
        for (const RotationMove& move : moves) {
            if (move.to != post || *move.day > day) continue;
            if (!left(*move.person, post, *move.day, day)) found.insert(*move.person);
        }
        return found;
    }

    std::size_t posts() const { return seats_.size(); }
    std::size_t seats(std::size_t post) const { return seats_[post]; }

    std::vector<RotationMove> moves;  ///< as they really are
    std::vector<Hidden> hidden;

private:
    std::size_t pick(std::size_t from, std::size_t to) {
        return std::uniform_int_distribution<std::size_t>(from, to)(random_);
    }
    bool hides() { return gaps_ && pick(0, 11) == 0; }
    static std::string key(std::size_t at) { return std::string(1, static_cast<char>('a' + at)); }

    void add_person(std::size_t person) {
        open_[person] = hides();
        for (std::size_t i = pick(0, 2); i > 0; --i) {
            const DayNumber from = first_plan_day - static_cast<DayNumber>(pick(0, 400)) + 20;
            const bool ends = pick(0, 2) == 0;
            const DayNumber to = ends ? from + 1 + static_cast<DayNumber>(pick(0, 500)) : DayBounds::never;
            spells_.push_back({person, pick(0, seats_.size() - 1), from, to, !open_[person] || pick(0, 1) == 0, hides(),
                               hides(), hides()});
        }
    }

    std::size_t present_post(std::size_t person) {
        for (const Spell& spell : spells_) {
            if (spell.person == person && pick(0, 2) > 0) return spell.post;
        }
        return pick(0, seats_.size() - 1);
    }

    Record record(const Spell& spell) const {
        Record values;
        if (!spell.hidden_post) values.emplace_back("post", key(spell.post));
        if (!spell.hidden_from) values.emplace_back("from", date_of(spell.from));
        if (!spell.hidden_to) {
            values.emplace_back("to", spell.to == DayBounds::never ? Value(Ongoing{}) : Value(date_of(spell.to)));
        }
        return values;
    }

    /// Whether a move by the day has ended what began on `since`.
    bool left(std::size_t person, std::size_t post, DayNumber since, DayNumber day) const {
        return std::any_of(moves.begin(), moves.end(), [&](const RotationMove& move) {
            return move.person == person && move.from == post && *move.day > since && *move.day <= day;
        });
    }

    std::mt19937& random_;
    bool gaps_;
    std::vector<bool> open_;
    std::vector<std::size_t> seats_;
    std::vector<Spell> spells_;
};

}  // namespace cadre::testing

#pragma once

#include "roster/cell_reading.hpp"
#include "roster/succession_index.hpp"

#include <cstddef>
#include <vector>

namespace cadre {

/// One spell of a continued list: a row of the file and what differs from it.
struct Spell {
    std::size_t source = 0;  ///< row of the file
    std::int32_t unit = unknown_unit;
    DayRange from;
    DayRange to;
    bool continues = false;    ///< it began with a reorganisation: unit, from and kind are set
    bool is_cut = false;       ///< it ended with a reorganisation: to and end_reason are set
    bool end_unknown = false;  ///< whether a reorganisation ended it is not known: neither are to and end_reason
    bool post_ended = false;   ///< the post was one of a unit that the spell left
};

/// A row of the file that may say itself how the post went on.
struct OwnRecord {
    std::size_t row = 0;
    std::size_t predecessor = 0;
    std::int32_t day = 0;
    bool certain = true;
};

/// The spells of one list after continuation.
struct ContinuedList {
    std::vector<Spell> spells;  ///< in the order of the rows, each followed by its continuations
    std::vector<OwnRecord> own_records;
    bool open = false;     ///< further spells may exist
    bool unclear = false;  ///< whether a spell crosses a succession is not known
    bool changed = false;
};

/// Continues spells across the successions of their units.
///
/// A spell that certainly began before a succession and certainly lasted beyond it ends that day and goes on in
/// the successor, unless the file has a spell of the same title that begins that day in a successor: then the
/// file's own record stands.
///
/// Where it is not known whether a spell crosses (its unit was succeeded on an unknown day, or its own ends
/// are missing), there are two possible files: one with the spell as it stands, one with two spells. What both have
/// in common is a first spell whose end is not known, in a list to which others may belong. A spell added, or one
/// left out of a closed list, would let a missing cell decide.
///
/// A spell whose unit is missing stays: it is in no known unit on any day. Only spells of kind "reorganisation" are
/// ever added; rules on moves leave these out.
class SpellContinuation {
public:
    SpellContinuation(const UnitTables& at, const TableDrafts& drafts, const SuccessionIndex& successions);

    bool concerns(std::size_t row) const { return successions_.concerns(number_of(unit_, row)); }
    /// The spells of the rows [first, last) of one cadre.
    ContinuedList run(std::size_t first, std::size_t last) const;

private:
    enum class Meeting { none, unclear, at_the_end, crossing };
    struct Encounter {
        Meeting meeting = Meeting::none;
        const Succession* succession = nullptr;  ///< null for one without a date
    };
    struct Rows {
        std::size_t first;
        std::size_t last;
    };

    void follow(Spell spell, Rows rows, ContinuedList& list) const;
    Spell recorded(std::size_t row) const;
    Encounter encounter(const Spell& spell) const;
    /// The file's own records of how `spell` went on; one that is certain, or all that are possible.
    std::vector<OwnRecord> own_records(const Spell& spell, const Succession& succession, Rows rows) const;
    Spell continued(const Spell& spell, const Succession& succession) const;
    bool post_is_of(std::int32_t unit, std::size_t row) const;

    const SuccessionIndex& successions_;
    const Column& unit_;
    const Column& title_;
    const Column& from_;
    const Column& to_;
    const Column& post_;
    const Column* post_units_ = nullptr;
};

}  // namespace cadre

#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/message.hpp>
#include <cadre/roster/roster.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// What a roster's rows contradict each other in, and a person should look at before results are used.
struct Contradiction {
    enum class Kind {
        rated_twice,    ///< two appraisals of one kind in one year
        not_in_roster,  ///< a trainee who is no row of `cadres`
    };

    Kind kind = Kind::rated_twice;
    std::string table;               ///< "party_members", "trainees"
    std::int64_t row = 0;            ///< of that table
    std::vector<std::int64_t> rows;  ///< rated_twice: the rows of the list's table that repeat a year
    Message message;                 ///< names rows by number, never a person
};

/// Looks through the appraisals of every table and through the trainees, in the order of tables and rows.
/// Of trainees, those rows are named that the import report names. Thread-safe.
CADRE_EXPORT std::vector<Contradiction> find_contradictions(const Roster& roster);

}  // namespace cadre

#pragma once

#include <cadre/export.hpp>
#include <cadre/model/record.hpp>
#include <cadre/model/value.hpp>
#include <cadre/roster/roster.hpp>

#include <memory>
#include <string_view>

namespace cadre {

/// Collects rows by name and builds a roster. Not thread-safe; one builder a thread.
///
///     RosterBuilder builder;
///     builder.add("units", {{"id", "u1"}, {"kind", "ward"}});
///     builder.add("cadres", {{"degree", "master"}, {"unit", "u1"}});
///     Roster roster = builder.build();
class CADRE_EXPORT RosterBuilder {
public:
    explicit RosterBuilder(std::shared_ptr<const Schema> schema = load_vocabulary());
    ~RosterBuilder();

    /// Adds a row to a top-level table and returns its row number. A table with `add_table` and no rows
    /// is given and empty. Throws `Error` (not_found, invalid_argument) for a name or type that the
    /// schema does not have, leaving the builder as it was.
    std::size_t add(std::string_view table, const Record& record);
    std::size_t add(const Cadre& cadre) { return add("cadres", to_record(cadre)); }
    std::size_t add(const Unit& unit) { return add("units", to_record(unit)); }
    std::size_t add(const Post& post) { return add("posts", to_record(post)); }
    void add_table(std::string_view table);
    void set_snapshot(DayNumber day);

    /// Resolves references (also to rows added later) and orders the lists. Throws `Error`
    /// (invalid_argument) on a duplicate key; a dangling reference is missing and reported.
    Roster build() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cadre

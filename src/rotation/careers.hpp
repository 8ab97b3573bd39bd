#pragma once

#include "roster/roster_column.hpp"
#include "rotation/vertex_of.hpp"

#include <cadre/planning/plan.hpp>
#include <cadre/rotation/spell_policy.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// A time in a post.
struct CareerSpell {
    std::int32_t row = 0;      ///< of `cadres.appointments`
    std::int32_t vertex = -1;  ///< -1: not known
    std::int32_t unit = -1;    ///< row of `units`; -1: not known
    std::int32_t kind = -1;    ///< text of the roster; -1: not known
    DayNumber from = 0;
    DayNumber to = ongoing_day;      ///< excluded
    bool ends_known = true;          ///< else `to` is not known
    bool doubtful = false;           ///< it may not be a spell of the policy
    bool by_reorganisation = false;  ///< it continues another one in a reorganised unit
    bool ends_by_reorganisation = false;
};

/// Whether nobody moved: the unit did.
inline bool continues(const CareerSpell& earlier, const CareerSpell& spell) {
    return spell.by_reorganisation || (earlier.ends_by_reorganisation && earlier.to == spell.from);
}

/// The spells of one cadre, in order.
struct Career {
    std::size_t cadre = 0;
    bool is_complete = true;  ///< else there are, or may be, spells that have no known place in the order
    std::vector<CareerSpell> spells;
    std::vector<CareerSpell> unordered;  ///< spells of which the start is not known, by row

    /// What came before a spell; null: nothing did. Absent: that is not known.
    std::optional<const CareerSpell*> before(std::size_t position) const;
};

/// Reads the history of every cadre by a policy.
class Careers {
public:
    /// Throws `Error` (limit_exceeded) for more appointments than a graph has edges.
    Careers(const Roster& roster, Grouping by, const SpellPolicy& policy);

    std::size_t size() const { return cadres_; }
    Career of(std::size_t cadre) const;

    /// Spells that end before they start, in the order of their rows.
    std::vector<PlanFinding> findings() const;
    const VertexOf& vertices() const { return vertex_of_; }
    std::vector<std::string> take_keys() { return vertex_of_.take_keys(); }

private:
    CareerSpell read(std::size_t row, DayNumber from) const;
    bool is_left_out(const CareerSpell& spell) const;
    bool is_doubtful(std::size_t row) const;

    std::size_t cadres_;
    std::size_t rows_;
    SpellPolicy policy_;
    VertexOf vertex_of_;
    RosterColumn list_, post_, unit_, from_, to_, kind_, primary_, acting_, end_reason_;
    std::int32_t reorganisation_;  ///< the roster's text; -1: it has none such
};

}  // namespace cadre

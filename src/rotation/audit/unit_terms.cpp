#include "rotation/audit/unit_terms.hpp"

#include "roster/roster_column.hpp"

#include <algorithm>
#include <utility>

namespace cadre {

UnitTerms::UnitTerms(const Roster& roster) {
    const auto at = roster.schema().find_table("terms");
    const RosterTable* table = at ? roster.table(*at) : nullptr;
    if (table == nullptr) return;
    is_known_ = true;
    const RosterColumn unit(roster, "terms", "unit");
    const RosterColumn from(roster, "terms", "from");
    const RosterColumn to(roster, "terms", "to");
    for (std::size_t row = 0; row < table->rows; ++row) {
        const auto of = unit.value(row);
        if (!of) {
            is_known_ = false;
            return;
        }
        const auto first = from.value(row);
        const auto end = to.value(row);
        if (first && end) {
            by_unit_[*of].push_back({static_cast<DayNumber>(*first), static_cast<DayNumber>(*end)});
        } else {
            unclear_.insert(*of);
        }
    }
    for (auto& [of, terms] : by_unit_) {
        std::sort(terms.begin(), terms.end(), [](const UnitTerm& a, const UnitTerm& b) {
            return std::pair(a.from, a.end) < std::pair(b.from, b.end);
        });
    }
}

const std::vector<UnitTerm>* UnitTerms::of(std::int64_t unit) const {
    if (!is_known_ || unclear_.contains(unit)) return nullptr;
    const auto found = by_unit_.find(unit);
    return found == by_unit_.end() ? &none_ : &found->second;
}

}  // namespace cadre

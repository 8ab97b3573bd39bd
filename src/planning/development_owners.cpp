#include "planning/development_owners.hpp"

#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

constexpr const char* table = "development_actions";

/// The rows that name a cadre outside the roster; none where the report does not list each of them alone.
std::vector<std::size_t> rows_outside(const Roster& roster) {
    const AttributeReport* report = roster.import_report().find(table, "cadre");
    if (report == nullptr || report->rows.size() != static_cast<std::size_t>(report->dangling)) return {};
    if (report->not_understood > 0 || report->duplicated > 0) return {};
    return {report->rows.begin(), report->rows.end()};
}

}  // namespace

DevelopmentOwners::DevelopmentOwners(const Roster& roster) : cadres_(roster, table, "cadre") {
    const auto known = roster.schema().find_table(table);
    given_ = known && roster.table(*known) != nullptr;
    if (!given_) return;
    rows_ = roster.size(table);
    outside_ = rows_outside(roster);
}

std::optional<std::size_t> DevelopmentOwners::cadre(std::size_t row) const {
    const auto found = cadres_.value(row);
    return found ? std::optional(static_cast<std::size_t>(*found)) : std::nullopt;
}

bool DevelopmentOwners::may_be_anybodys(std::size_t row) const {
    return !cadre(row) && !std::binary_search(outside_.begin(), outside_.end(), row);
}

std::vector<PlanFinding> DevelopmentOwners::findings() const {
    std::vector<PlanFinding> found;
    const auto tell = [&](MessageId id, std::size_t first, std::size_t count) {
        if (count > 0) found.push_back({table, first, {id, {static_cast<std::int64_t>(count)}}});
    };
    std::size_t first = 0;
    std::size_t open = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
        if (may_be_anybodys(row) && open++ == 0) first = row;
    }
    tell(texts::plan_development_outside, outside_.empty() ? 0 : outside_.front(), outside_.size());
    tell(texts::plan_development_of_anybody, first, open);
    return found;
}

}  // namespace cadre

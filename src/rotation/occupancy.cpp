#include <cadre/rotation/occupancy.hpp>

#include "roster/roster_column.hpp"
#include "rotation/holdings.hpp"
#include "rotation/known_rows.hpp"
#include "rotation/occupancy_days.hpp"
#include "rotation/seat_counts.hpp"

#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>

namespace cadre {

std::vector<std::optional<std::int64_t>> seats_of(const Roster& roster) {
    const RosterColumn column(roster, "posts", "seats");
    std::vector<std::optional<std::int64_t>> seats(roster.size("posts"));
    for (std::size_t post = 0; post < seats.size(); ++post) {
        seats[post] = column.value(post);
        if (seats[post] && *seats[post] < 0) seats[post].reset();
    }
    return seats;
}

std::vector<PlanFinding> negative_seats(const Roster& roster) {
    const RosterColumn column(roster, "posts", "seats");
    std::vector<PlanFinding> found;
    for (std::size_t post = 0; post < roster.size("posts"); ++post) {
        const auto seats = column.value(post);
        if (!seats || *seats >= 0) continue;
        found.push_back(
            {"posts", post, {texts::rotation_post_negative_seats, {static_cast<std::int64_t>(post), *seats}}});
    }
    return found;
}

PlanDays plan_days(const Roster& roster, const RotationPlan& plan) {
    std::optional<DayNumber> first;
    std::optional<DayNumber> last;
    for (const RotationMove& move : plan.moves) {
        if (!move.day) continue;
        first = std::min(first.value_or(*move.day), *move.day);
        last = std::max(last.value_or(*move.day), *move.day);
    }
    const DayNumber end = last.value_or(roster.snapshot().value_or(0));
    return {first.value_or(end) - 1, end};
}

Verdict Holding::on(DayNumber day) const {
    if (from.earliest > day || to.latest <= day) return Verdict::not_met;
    return from.latest <= day && to.earliest > day ? Verdict::met : Verdict::undetermined;
}

std::vector<std::size_t> Occupancy::holders(std::size_t post, DayNumber day) const {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < holdings.size(); ++at) {
        if (holdings[at].post == post && holdings[at].on(day) != Verdict::not_met) found.push_back(at);
    }
    return found;
}

Occupancy occupancy_of(const Roster& roster, const RotationPlan& plan) {
    require_known_rows(plan, roster);
    Holdings holdings(roster);
    holdings.carry_out(plan.moves);
    Occupancy occupancy;
    const PlanDays days = plan_days(roster, plan);
    occupancy.before = days.before;
    occupancy.last = days.last;
    occupancy.seats = seats_of(roster);
    occupancy.row_findings = negative_seats(roster);
    occupancy.spans = seat_spans(joined(certain_days(holdings.all())),
                                 joined(possible_days(holdings.all(), holdings.cadres())), occupancy.before);
    occupancy.unlisted = holdings.unlisted(occupancy.before, occupancy.last);
    occupancy.holdings = holdings.all();
    return occupancy;
}

}  // namespace cadre

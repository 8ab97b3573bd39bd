#include "rotation/seat_counts.hpp"

#include <algorithm>
#include <tuple>

namespace cadre {
namespace {

/// A holder more or less in a post.
struct Change {
    std::size_t post;
    DayNumber day;
    int certain;
    int possible;
};

void add_changes(std::vector<Change>& changes, const SeatDays& days, DayNumber before, int certain, int possible) {
    const DayNumber from = std::max(days.from, before);
    if (from >= days.to) return;
    changes.push_back({days.post, from, certain, possible});
    if (days.to != DayBounds::never) changes.push_back({days.post, days.to, -certain, -possible});
}

bool same_count(const SeatSpan& a, const SeatSpan& b) {
    return a.post == b.post && a.least == b.least && a.most == b.most;
}

}  // namespace

std::vector<SeatDays> certain_days(const std::vector<Holding>& holdings) {
    std::vector<SeatDays> days;
    for (const Holding& holding : holdings) {
        if (!holding.post || !holding.person || holding.from.latest >= holding.to.earliest) continue;
        days.push_back({*holding.post, *holding.person, holding.from.latest, holding.to.earliest});
    }
    return days;
}

std::vector<SeatDays> possible_days(const std::vector<Holding>& holdings, std::size_t cadres) {
    std::vector<SeatDays> days;
    for (std::size_t at = 0; at < holdings.size(); ++at) {
        const Holding& holding = holdings[at];
        if (!holding.post || holding.from.earliest >= holding.to.latest) continue;
        days.push_back({*holding.post, holding.person.value_or(cadres + at), holding.from.earliest, holding.to.latest});
    }
    return days;
}

std::vector<SeatDays> joined(std::vector<SeatDays> days, int handover) {
    std::sort(days.begin(), days.end());
    std::vector<SeatDays> parts;
    for (const SeatDays& next : days) {
        SeatDays* last = parts.empty() ? nullptr : &parts.back();
        if (last != nullptr && last->post == next.post && last->holder == next.holder && next.from <= last->to) {
            last->to = std::max(last->to, next.to);
        } else {
            parts.push_back(next);
        }
    }
    for (SeatDays& part : parts) {
        if (part.to != DayBounds::never) part.to = static_cast<DayNumber>(std::int64_t{part.to} - handover);
    }
    std::erase_if(parts, [](const SeatDays& part) { return part.from >= part.to; });
    return parts;
}

std::vector<SeatSpan> seat_spans(const std::vector<SeatDays>& certain, const std::vector<SeatDays>& possible,
                                 DayNumber before) {
    std::vector<Change> changes;
    for (const SeatDays& days : certain) add_changes(changes, days, before, 1, 0);
    for (const SeatDays& days : possible) add_changes(changes, days, before, 0, 1);
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return std::tie(a.post, a.day) < std::tie(b.post, b.day); });
    std::vector<SeatSpan> spans;
    SeatSpan now;
    for (std::size_t at = 0; at < changes.size();) {
        const Change& first = changes[at];
        if (spans.empty() || spans.back().post != first.post) {
            now = {first.post, before, DayBounds::never, 0, 0};
            if (first.day > before) spans.push_back(now);
        }
        now.from = first.day;
        for (; at < changes.size() && changes[at].post == now.post && changes[at].day == now.from; ++at) {
            now.least += changes[at].certain;
            now.most += changes[at].possible;
        }
        if (!spans.empty() && same_count(spans.back(), now)) continue;
        if (!spans.empty() && spans.back().post == now.post) spans.back().to = now.from;
        spans.push_back(now);
    }
    return spans;
}

}  // namespace cadre

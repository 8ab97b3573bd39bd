#include "roster/roster_column.hpp"
#include "rotation/check/plan_facts.hpp"
#include "rotation/occupancy_days.hpp"
#include "rotation/seat_counts.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace cadre {
namespace {

/// Looks at the seats of posts from the day before the plan on.
class SeatMatters {
public:
    explicit SeatMatters(const PlanFacts& facts)
        : facts_(facts),
          given_seats_(facts.roster, "posts", "seats"),
          seats_(seats_of(facts.roster)),
          before_(plan_days(facts.roster, facts.plan).before) {}

    PlanCheckFindings find() {
        find_unlisted();
        find_over_filled();
        for (PlanCheckFinding& finding : found_) {
            if (finding.status == PlanCheckStatus::undetermined) finding.missing = missing(finding);
        }
        if (facts_.options.longest_vacancy) find_left_empty();
        return std::move(found_);
    }

private:
    std::vector<SeatSpan> spans(const std::vector<Holding>& certain, const std::vector<Holding>& possible,
                                int handover) const {
        return seat_spans(joined(certain_days(certain), handover),
                          joined(possible_days(possible, facts_.holdings.cadres()), handover), before_);
    }

    PlanCheckFinding& add(PlanMatter matter, PlanCheckStatus status, const SeatSpan& span) {
        PlanCheckFinding finding{.matter = matter, .status = status};
        finding.post = span.post;
        finding.from = span.from;
        if (span.to != DayBounds::never) finding.to = span.to;
        finding.least = span.least;
        finding.most = span.most;
        found_.push_back(finding);
        return found_.back();
    }

    void find_unlisted() {
        PlanCheckFinding finding{.matter = PlanMatter::unlisted_posts, .status = PlanCheckStatus::undetermined};
        for (std::size_t person = 0; person < facts_.holdings.cadres(); ++person) {
            if (facts_.holdings.is_unlisted(person, before_, DayBounds::never)) unlisted_.push_back(person);
        }
        finding.least = std::ssize(unlisted_);
        if (!unlisted_.empty()) found_.push_back(finding);
    }

    bool any_may_be_anywhere() const { return !unlisted_.empty() || !facts_.held.of_anyone({}).empty(); }

    void find_over_filled() {
        const std::vector<Holding>& all = facts_.holdings.all();
        for (const SeatSpan& span : spans(all, all, facts_.options.handover_days)) {
            const auto seats = seats_[span.post];
            const PlanMatter matter = seats ? PlanMatter::over_filled : PlanMatter::seats_unknown;
            if (span.most <= seats.value_or(1)) continue;
            const bool certain = seats && span.least > *seats;
            const auto status = certain ? PlanCheckStatus::violated : PlanCheckStatus::undetermined;
            if (goes_on(span, matter, status)) {
                extend(found_.back(), span);
                continue;
            }
            add(matter, status, span);
        }
    }

    bool goes_on(const SeatSpan& span, PlanMatter matter, PlanCheckStatus status) const {
        if (found_.empty()) return false;
        const PlanCheckFinding& before = found_.back();
        return before.matter == matter && before.status == status && before.post == span.post && before.to == span.from;
    }

    static void extend(PlanCheckFinding& finding, const SeatSpan& span) {
        finding.to.reset();
        if (span.to != DayBounds::never) finding.to = span.to;
        finding.least = std::max(finding.least, span.least);
        finding.most = std::max(finding.most, span.most);
    }

    void find_left_empty() {
        std::set<std::size_t> left;
        for (const RotationMove& move : facts_.plan.moves) {
            if (move.from) left.insert(*move.from);
        }
        const std::vector<SeatSpan> all = filled_spans();
        for (auto first = all.begin(); first != all.end();) {
            const auto end =
                std::find_if(first, all.end(), [&](const SeatSpan& span) { return span.post != first->post; });
            if (left.contains(first->post)) find_vacancies({first, end});
            first = end;
        }
    }

    /// How many fill each post: where it is asked for, without those who act in it.
    std::vector<SeatSpan> filled_spans() const {
        std::vector<Holding> certain = facts_.holdings.all();
        std::vector<Holding> possible = certain;
        if (!facts_.options.acting_fills) {
            std::erase_if(certain, [](const Holding& holding) { return holding.acting != Verdict::not_met; });
            std::erase_if(possible, [](const Holding& holding) { return holding.acting == Verdict::met; });
        }
        return spans(certain, possible, 0);
    }

    /// Of one post, whose spans follow on.
    void find_vacancies(const std::vector<SeatSpan>& spans) {
        const auto seats = seats_[spans.front().post];
        const std::int64_t least_before = std::min(spans.front().least, seats.value_or(1));
        const std::int64_t most_before = std::min(spans.front().most, seats.value_or(DayBounds::never));
        const auto lacks_surely = [&](const SeatSpan& span) {
            return !any_may_be_anywhere() && span.most < least_before;
        };
        const auto may_lack = [&](const SeatSpan& span) { return span.least < most_before; };
        if (add_vacancies(spans, lacks_surely, PlanCheckStatus::violated)) return;
        add_vacancies(spans, may_lack, PlanCheckStatus::undetermined);
    }

    template <class Lacks>
    bool add_vacancies(const std::vector<SeatSpan>& spans, Lacks lacks, PlanCheckStatus status) {
        bool any = false;
        for (std::size_t at = 0; at < spans.size(); ++at) {
            if (!lacks(spans[at])) continue;
            SeatSpan vacancy = spans[at];
            for (; at + 1 < spans.size() && lacks(spans[at + 1]); ++at) {
                vacancy.to = spans[at + 1].to;
                vacancy.least = std::min(vacancy.least, spans[at + 1].least);
                vacancy.most = std::min(vacancy.most, spans[at + 1].most);
            }
            if (std::int64_t{vacancy.to} - vacancy.from <= *facts_.options.longest_vacancy) continue;
            PlanCheckFinding& finding = add(PlanMatter::left_empty, status, vacancy);
            if (status == PlanCheckStatus::undetermined) finding.missing = missing_of_vacancy(finding, spans.front());
            any = true;
        }
        return any;
    }

    std::vector<MissingField> missing(const PlanCheckFinding& finding) const {
        MissingCells cells(facts_.roster);
        switch (finding.matter) {
            case PlanMatter::unlisted_posts: add_unnamed(cells); break;
            case PlanMatter::seats_unknown: add_seats(*finding.post, cells); break;
            default: facts_.gaps.add_holders({*finding.post, days_of(finding, facts_.options.handover_days)}, cells);
        }
        return cells.fields();
    }

    /// A negative number is a row finding, not a missing cell.
    void add_seats(std::size_t post, MissingCells& cells) const {
        if (!given_seats_.value(post)) cells.add("posts", post, "seats");
    }

    static DaysAsked days_of(const PlanCheckFinding& finding, int handover) {
        return {*finding.from, finding.to ? *finding.to + handover : DayBounds::never};
    }

    void add_unnamed(MissingCells& cells) const {
        for (const std::size_t person : unlisted_) {
            if (cells.is_full()) return;
            facts_.gaps.add_unnamed(person, {before_, DayBounds::never}, cells);
        }
    }

    /// `first` begins on the day before the plan.
    std::vector<MissingField> missing_of_vacancy(const PlanCheckFinding& finding, const SeatSpan& first) const {
        MissingCells cells(facts_.roster);
        const std::size_t post = first.post;
        const bool may_be_crowded = first.most > 1 || any_may_be_anywhere();
        if (!seats_[post] && may_be_crowded) add_seats(post, cells);
        const bool asks_acting = !facts_.options.acting_fills;
        for (const DaysAsked& days : {DaysAsked{before_, before_ + 1}, days_of(finding, 0)})
            facts_.gaps.add_holders({post, days, asks_acting}, cells);
        const SeatQuestion from_before{post, {before_, DayBounds::never}, asks_acting};
        for (const std::size_t person : unlisted_) {
            if (cells.is_full()) break;
            facts_.gaps.add_unlisted(person, from_before, cells);
        }
        facts_.gaps.add_of_anyone(from_before, cells);
        return cells.fields();
    }

    const PlanFacts& facts_;
    RosterColumn given_seats_;
    std::vector<std::optional<std::int64_t>> seats_;
    DayNumber before_;                   ///< the day before the plan
    std::vector<std::size_t> unlisted_;  ///< cadres who may hold posts that the roster does not name
    PlanCheckFindings found_;
};

}  // namespace

PlanCheckFindings find_seat_matters(const PlanFacts& facts) {
    if (facts.plan.moves.empty()) return {};
    return SeatMatters(facts).find();
}

}  // namespace cadre

#include "rotation/check/plan_facts.hpp"
#include "rotation/occupancy_days.hpp"
#include "rotation/seat_counts.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace cadre {
namespace {

/// So many cadres with posts that are not named are listed as missing cells.
constexpr std::size_t most_unlisted_named = 100;

/// Looks at the seats of posts from the day before the plan on.
class SeatMatters {
public:
    explicit SeatMatters(const PlanFacts& facts)
        : facts_(facts), seats_(seats_of(facts.roster)), days_(plan_days(facts.roster, facts.plan)) {}

    PlanCheckFindings find() {
        find_unlisted();
        find_over_filled();
        if (facts_.options.longest_vacancy) find_left_empty();
        return std::move(found_);
    }

private:
    std::vector<SeatSpan> spans(const std::vector<Holding>& certain, const std::vector<Holding>& possible,
                                int handover) const {
        return seat_spans(joined(certain_days(certain), handover),
                          joined(possible_days(possible, facts_.holdings.cadres()), handover), days_.before);
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
            if (!facts_.holdings.is_unlisted(person, days_.before, days_.last)) continue;
            ++finding.least;
            if (finding.missing.size() >= most_unlisted_named) continue;
            finding.missing.push_back(field_of(facts_.roster, "cadres", person, "appointments"));
        }
        any_may_be_anywhere_ = finding.least > 0;
        if (finding.least > 0) found_.push_back(finding);
        for (const Holding& holding : facts_.holdings.all()) {
            if (!holding.person && !holding.post) any_may_be_anywhere_ = true;
        }
    }

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
            PlanCheckFinding& finding = add(matter, status, span);
            if (!seats) finding.missing.push_back(field_of(facts_.roster, "posts", span.post, "seats"));
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
        const std::int64_t seats = seats_[spans.front().post].value_or(DayBounds::never);
        const std::int64_t least_before = std::min(spans.front().least, seats);
        const std::int64_t most_before = std::min(spans.front().most, seats);
        const auto lacks_surely = [&](const SeatSpan& span) {
            return !any_may_be_anywhere_ && span.most < least_before;
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
            add(PlanMatter::left_empty, status, vacancy);
            any = true;
        }
        return any;
    }

    const PlanFacts& facts_;
    std::vector<std::optional<std::int64_t>> seats_;
    PlanDays days_;
    bool any_may_be_anywhere_ = false;
    PlanCheckFindings found_;
};

}  // namespace

PlanCheckFindings find_seat_matters(const PlanFacts& facts) {
    if (facts.plan.moves.empty()) return {};
    return SeatMatters(facts).find();
}

}  // namespace cadre

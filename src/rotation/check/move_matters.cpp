#include "rotation/check/plan_facts.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

/// Looks at the moves one by one.
class MoveMatters {
public:
    explicit MoveMatters(const PlanFacts& facts) : facts_(facts) {}

    PlanCheckFindings find() {
        for (at_ = 0; at_ < facts_.plan.moves.size(); ++at_) {
            find_gaps();
            find_contradictions();
            if (!move().person || !move().day) continue;
            if (move().from) check_left();
            if (move().to) {
                check_taken();
                check_concurrent();
            }
        }
        return std::move(found_);
    }

private:
    const RotationMove& move() const { return facts_.plan.moves[at_]; }

    PlanCheckFinding& add(PlanMatter matter, PlanCheckStatus status) {
        found_.push_back({.matter = matter, .status = status, .move = at_, .from = move().day});
        return found_.back();
    }

    void add_gap(PlanMatter matter, const char* attribute) {
        PlanCheckFinding& finding = add(matter, PlanCheckStatus::undetermined);
        if (!move().row) return;
        MissingCells cells(facts_.roster);
        cells.add("planned_moves", *move().row, attribute);
        finding.missing = cells.fields();
    }

    void find_gaps() {
        if (!move().person) add_gap(PlanMatter::cadre_unknown, "cadre");
        if (!move().from && !move().enters) add_gap(PlanMatter::post_unknown, "from");
        if (!move().to && !move().leaves) add_gap(PlanMatter::post_unknown, "to");
        if (!move().day) add_gap(PlanMatter::day_unknown, "day");
    }

    void find_contradictions() {
        if (move().enters && move().leaves) add(PlanMatter::moves_nothing, PlanCheckStatus::violated);
        if (move().from && move().from == move().to)
            add(PlanMatter::same_post, PlanCheckStatus::violated).post = move().to;
        if (!move().person || !move().day) return;
        const auto [first, fresh] = first_of_.try_emplace({*move().person, *move().day}, at_);
        if (!fresh) add(PlanMatter::two_moves_a_day, PlanCheckStatus::violated).other = first->second;
    }

    void check_left() {
        const DayNumber before = *move().day - 1;
        const bool may_hold_more = facts_.held.may_hold_more(*move().person, before);
        Verdict held = facts_.held.holds(*move().person, *move().from, before);
        if (may_hold_more) held = held || Verdict::undetermined;
        if (held == Verdict::met) return;
        PlanCheckFinding& finding = add(PlanMatter::not_held, status(!held));
        finding.post = move().from;
        if (held == Verdict::undetermined) finding.missing = missing_of_left({*move().from, {before, *move().day}});
    }

    std::vector<MissingField> missing_of_left(const SeatQuestion& asked) const {
        MissingCells cells(facts_.roster);
        facts_.gaps.add_held(*move().person, asked, {}, cells);
        facts_.gaps.add_unlisted(*move().person, asked, cells);
        return cells.fields();
    }

    void check_taken() {
        const Verdict held = facts_.held.holds(*move().person, *move().to, *move().day, at_);
        if (held == Verdict::not_met) return;
        PlanCheckFinding& finding = add(PlanMatter::already_held, status(held));
        finding.post = move().to;
        if (held == Verdict::met) return;
        MissingCells cells(facts_.roster);
        facts_.gaps.add_held(*move().person, {*move().to, {*move().day, *move().day + 1}}, at_, cells);
        finding.missing = cells.fields();
    }

    /// Two moves that overlap are told of by the later one.
    void check_concurrent() {
        const Holding* taken = nullptr;
        for (const std::size_t position : facts_.held.of(*move().person)) {
            if (facts_.held.at(position).taken_by == at_) taken = &facts_.held.at(position);
        }
        if (taken == nullptr) return;
        for (const std::size_t position : facts_.held.of(*move().person)) {
            const Holding& other = facts_.held.at(position);
            if (!other.post || other.post == move().to || (other.taken_by && !is_earlier(*other.taken_by))) continue;
            if (!is_compatible(*other.post)) check_beside(*taken, other);
        }
    }

    void check_beside(const Holding& taken, const Holding& other) {
        const Verdict overlaps = overlap(taken, other);
        const Verdict acts = facts_.options.acting_fills ? other.acting : Verdict::not_met;
        const Verdict stands_against = overlaps && !acts;
        if (stands_against == Verdict::not_met) return;
        PlanCheckFinding& finding = add(PlanMatter::not_compatible, status(stands_against));
        finding.post = other.post;
        if (stands_against == Verdict::met) return;
        MissingCells cells(facts_.roster);
        const DaysAsked both{std::max(taken.from.earliest, other.from.earliest),
                             std::min(taken.to.latest, other.to.latest)};
        if (overlaps == Verdict::undetermined) {
            facts_.gaps.add_holding(taken, {*taken.post, both}, cells);
            facts_.gaps.add_holding(other, {*other.post, both}, cells);
        }
        if (acts == Verdict::undetermined) facts_.gaps.add_acting(other, cells);
        finding.missing = cells.fields();
    }

    bool is_earlier(std::size_t other) const {
        const auto day = facts_.plan.moves[other].day.value_or(DayBounds::never);
        return std::pair(day, other) < std::pair(*move().day, at_);
    }

    bool is_compatible(std::size_t post) const {
        const auto& pairs = facts_.options.concurrent_posts;
        return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
            return pair == std::pair(post, *move().to) || pair == std::pair(*move().to, post);
        });
    }

    static Verdict overlap(const Holding& a, const Holding& b) {
        if (std::max(a.from.latest, b.from.latest) < std::min(a.to.earliest, b.to.earliest)) return Verdict::met;
        const bool may = std::max(a.from.earliest, b.from.earliest) < std::min(a.to.latest, b.to.latest);
        return may ? Verdict::undetermined : Verdict::not_met;
    }

    static PlanCheckStatus status(Verdict stands_against) {
        return stands_against == Verdict::met ? PlanCheckStatus::violated : PlanCheckStatus::undetermined;
    }

    const PlanFacts& facts_;
    std::size_t at_ = 0;
    std::map<std::pair<std::size_t, DayNumber>, std::size_t> first_of_;  ///< the first move of each cadre and day
    PlanCheckFindings found_;
};

}  // namespace

PlanCheckFindings find_move_matters(const PlanFacts& facts) {
    return MoveMatters(facts).find();
}

}  // namespace cadre

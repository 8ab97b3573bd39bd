#include <cadre/reports/plan_minutes.hpp>

#include "evaluation/value_text.hpp"
#include "reports/plan_minutes_tables.hpp"
#include "reports/review_head.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace cadre {
namespace {

/// One thing that the meeting looks at: a sentence, and an annex of the same number where there is something to list.
struct Item {
    MessageId title;
    LocalizedText sentence;
    std::string annex;
};

/// In how many memberships, or pools, something is found surely, and in how many more perhaps.
struct Found {
    std::int64_t surely = 0;
    std::int64_t perhaps = 0;
};

Found found_in(const PlanReview& review, std::initializer_list<ReviewMatter> matters) {
    using Place = std::pair<std::size_t, std::optional<std::size_t>>;
    std::set<Place> surely;
    std::set<Place> perhaps;
    for (const ReviewFinding& finding : review.findings) {
        if (std::find(matters.begin(), matters.end(), finding.matter) == matters.end()) continue;
        (finding.verdict == Verdict::met ? surely : perhaps).insert({finding.pool, finding.member});
    }
    Found found{static_cast<std::int64_t>(surely.size()), 0};
    for (const Place& place : perhaps) found.perhaps += surely.contains(place) ? 0 : 1;
    return found;
}

template <class Row, class Test>
std::int64_t count_of(const std::vector<Row>& rows, const Test& test) {
    return std::count_if(rows.begin(), rows.end(), test);
}

class PlanMinutes {
public:
    PlanMinutes(const PlanReview& review, const Pack& pack, Language language)
        : review_(review),
          pack_(pack),
          language_(language),
          policies_(read_pool_policies(pack)),
          tables_(review, pack, language),
          memberships_(review.members + review.possible_members),
          pools_(static_cast<std::int64_t>(review.pools.size())) {}

    std::string write() {
        head();
        const std::vector<Item> items = all_items();
        for (std::size_t i = 0; i < items.size(); ++i) sentence(static_cast<std::int64_t>(i + 1), items[i]);
        line(localized(texts::minutes_closing));
        for (std::size_t i = 0; i < items.size(); ++i) annex(static_cast<std::int64_t>(i + 1), items[i]);
        return std::move(text_);
    }

private:
    void head() {
        line(localized(texts::minutes_title));
        line(localized(texts::minutes_rules, {pack_.title()}));
        if (const LocalizedText source = source_text(pack_.source()); source != LocalizedText{}) {
            line(localized(texts::review_source, {source}));
        }
        line(localized(texts::minutes_days,
                       {date_text(day_number(review_.as_of)), date_text(day_number(review_.law_as_of))}));
        line(compared());
        text_ += '\n';
        line(localized(texts::minutes_covered, {pools_, memberships_, review_.possible_members}));
    }

    LocalizedText compared() const {
        if (!review_.last_day) return localized(texts::minutes_not_compared);
        const bool by_roster = review_.compared_with == ComparedWith::last_roster;
        return localized(by_roster ? texts::minutes_compared_roster : texts::minutes_compared_day,
                         {date_text(day_number(*review_.last_day))});
    }

    std::vector<Item> all_items() const {
        std::vector<Item> items{judged<RemovalRule, EntryRule>(removal()), judged<EntryRule>(additions())};
        if (review_.compared_with != ComparedWith::nothing) {
            items.push_back(judged<EntryRule>(readiness()));
            items.push_back(member_changes());
        }
        items.push_back(judged<DevelopmentRule>(development()));
        items.push_back(judged<ReviewRule>(overdue()));
        items.push_back(departures());
        items.push_back(
            {texts::minutes_check,
             localized(texts::minutes_check_found, {static_cast<std::int64_t>(review_.plan_findings.size())}),
             tables_.rows_to_check()});
        return items;
    }

    /// "0 of 60" would not be true of what no policy asks.
    template <class... Rules>
    Item judged(Item item) const {
        const DayNumber law_as_of = day_number(review_.law_as_of);
        const bool is_asked = std::any_of(policies_.begin(), policies_.end(), [&](const PoolPolicy& policy) {
            return policy.in_force.contains(law_as_of) && (std::holds_alternative<Rules>(policy.rule) || ...);
        });
        if (is_asked) return item;
        return {item.title, localized(texts::minutes_not_judged, {localized(item.title)}), {}};
    }

    Item removal() const {
        const std::initializer_list<ReviewMatter> matters{ReviewMatter::removal, ReviewMatter::entry_not_kept};
        const Found found = found_in(review_, matters);
        return {texts::minutes_removal,
                localized(texts::minutes_removal_found, {found.surely, memberships_, found.perhaps}),
                tables_.findings(matters)};
    }

    Item additions() const {
        const auto some = [](const PoolAdditions& pool) { return pool.cadres > 0; };
        const auto with_room = [&](const PoolAdditions& pool) { return some(pool) && pool.room == Verdict::met; };
        return {texts::minutes_addition,
                localized(texts::minutes_addition_found,
                          {count_of(review_.additions, some), pools_, count_of(review_.additions, with_room)}),
                tables_.additions()};
    }

    Item readiness() const {
        const auto now = [&](Verdict ready) {
            return count_of(review_.readiness, [&](const ReadinessChange& change) { return change.after == ready; });
        };
        return {texts::minutes_readiness,
                localized(texts::minutes_readiness_found,
                          {static_cast<std::int64_t>(review_.readiness.size()), memberships_, now(Verdict::met),
                           now(Verdict::not_met), now(Verdict::undetermined)}),
                tables_.readiness()};
    }

    Item member_changes() const {
        const auto of = [&](MemberChange::Kind kind) {
            return count_of(review_.member_changes, [&](const MemberChange& change) { return change.kind == kind; });
        };
        return {texts::minutes_changes,
                localized(texts::minutes_changes_found, {of(MemberChange::Kind::added), of(MemberChange::Kind::removed),
                                                         of(MemberChange::Kind::status), review_.not_compared}),
                tables_.member_changes()};
    }

    Item development() const {
        const Found found = found_in(review_, {ReviewMatter::no_development});
        return {texts::minutes_development,
                localized(texts::minutes_development_found, {found.surely, memberships_, found.perhaps}),
                tables_.findings({ReviewMatter::no_development})};
    }

    Item overdue() const {
        const Found found = found_in(review_, {ReviewMatter::review_overdue});
        return {texts::minutes_reviews, localized(texts::minutes_reviews_found, {found.surely, pools_, found.perhaps}),
                tables_.findings({ReviewMatter::review_overdue})};
    }

    Item departures() const {
        const auto surely = [](const DecisionDeparture& d) { return d.departs == Verdict::met; };
        const auto bare = [&](const DecisionDeparture& d) { return surely(d) && d.reason.empty(); };
        const std::int64_t departing = count_of(review_.departures, surely);
        return {texts::minutes_decisions,
                localized(texts::minutes_decisions_found,
                          {departing, count_of(review_.departures, bare),
                           static_cast<std::int64_t>(review_.departures.size()) - departing}),
                tables_.departures()};
    }

    void line(const LocalizedText& content) { text_ += content.in(language_) + '\n'; }

    void sentence(std::int64_t number, const Item& item) {
        const bool has_annex = !item.annex.empty();
        line(localized(has_annex ? texts::minutes_item_with_annex : texts::minutes_item, {number, item.sentence}));
    }

    void annex(std::int64_t number, const Item& item) {
        if (item.annex.empty()) return;
        text_ += '\n';
        line(localized(texts::minutes_annex, {number, localized(item.title)}));
        text_ += item.annex;
    }

    const PlanReview& review_;
    const Pack& pack_;
    Language language_;
    std::vector<PoolPolicy> policies_;
    PlanMinutesTables tables_;
    std::int64_t memberships_;
    std::int64_t pools_;
    std::string text_;
};

}  // namespace

std::string plan_minutes_text(const PlanReview& review, const Pack& pack, Language language) {
    return PlanMinutes(review, pack, language).write();
}

}  // namespace cadre

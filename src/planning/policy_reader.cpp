#include "planning/policy_reader.hpp"

#include "targets/threshold_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/targets.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

constexpr std::size_t most_ages = 10;

const PolicyForm& form() {
    static const PolicyForm written{
        "pool_policy",
        {"cadres", "pools", "pool_members"},
        {"pools"},
        {
            {"entry", {"meet", "on_day"}},
            {"removal", {"when", "on", "on_day"}},
            {"members", {"count"}},
            {"ratio", {"share", "base"}},
            {"share", {"meet", "share", "over"}},
            {"age_bands", {"ages", "count", "over"}},
            {"posts_per_person", {"count", "within"}},
            {"higher_post", {}},
            {"ballot", {"step", "share", "base", "quorum"}},
            {"review", {"within"}},
            {"development", {}},
            {"departure", {"day", "stays"}},
        },
        texts::policy_without_tables,
        texts::policy_needs_tables,
        texts::policy_unknown_rule,
    };
    return written;
}

std::string age_condition(const std::string& comparison, Duration age) {
    return "years and months duration(birth_date, as_of) " + comparison + " @\"" + to_iso(age) + '"';
}

}  // namespace

PolicyReader::PolicyReader(const Pack& pack, Diagnostics& diagnostics)
    : entries_(pack, form(), diagnostics),
      cadres_(pack.schema()->find_table("cadres").value_or(-1)),
      pools_(pack.schema()->find_table("pools").value_or(-1)),
      members_(pack.schema()->find_table("pool_members").value_or(-1)) {}

std::vector<PoolPolicy> PolicyReader::read() {
    return entries_.read_policies<PoolPolicy>([this](FieldReader& fields, PoolPolicy& policy) {
        if (const auto pools = fields.optional_text("pools")) {
            policy.pools = entries_.condition(fields, "pools", *pools, pools_);
        }
        const std::string rule = entries_.rule(fields);
        if (!rule.empty()) policy.rule = read_rule(fields, rule);
        return !rule.empty();
    });
}

PoolPolicy::Rule PolicyReader::read_rule(FieldReader& fields, std::string_view rule) {
    if (rule == "entry") return read_entry(fields);
    if (rule == "removal") return read_removal(fields);
    if (rule == "members") return MembersRule{count(fields)};
    if (rule == "ratio") return read_ratio(fields);
    if (rule == "share") return read_share(fields);
    if (rule == "age_bands") return read_age_bands(fields);
    if (rule == "posts_per_person") return read_posts_per_person(fields);
    if (rule == "higher_post") return HigherPostRule{};
    if (rule == "ballot") return read_ballot(fields);
    if (rule == "review") return read_review(fields);
    if (rule == "development") return DevelopmentRule{};
    return read_departure(fields);
}

EntryRule PolicyReader::read_entry(FieldReader& fields) {
    return {entries_.required_condition(fields, "meet", cadres_), day(fields)};
}

RemovalRule PolicyReader::read_removal(FieldReader& fields) {
    const int table = second(fields, "on", "cadres", "pool_members") ? members_ : cadres_;
    return {entries_.required_condition(fields, "when", table), table, day(fields)};
}

RatioRule PolicyReader::read_ratio(FieldReader& fields) {
    const bool incumbents = second(fields, "base", "seats", "incumbents");
    return {share(fields, true), incumbents ? RatioRule::Base::incumbents : RatioRule::Base::seats};
}

ShareRule PolicyReader::read_share(FieldReader& fields) {
    return {entries_.required_condition(fields, "meet", cadres_), share(fields, false), scope(fields)};
}

AgeBandsRule PolicyReader::read_age_bands(FieldReader& fields) {
    AgeBandsRule rule;
    for (const std::string& text : fields.texts("ages")) rule.ages.push_back(entries_.months(fields, "ages", text));
    const auto ascending = [](Duration a, Duration b) { return a.count < b.count; };
    const bool distinct = std::adjacent_find(rule.ages.begin(), rule.ages.end(), [](Duration a, Duration b) {
                              return a.count >= b.count;
                          }) == rule.ages.end();
    if (rule.ages.empty() || rule.ages.size() > most_ages || !distinct ||
        !std::is_sorted(rule.ages.begin(), rule.ages.end(), ascending)) {
        fields.report(fields.place("ages"), {texts::policy_ages, {std::int64_t{most_ages}}},
                      Message{texts::policy_ages_example, {}});
        rule.ages.clear();
    }
    for (std::size_t band = 0; band <= rule.ages.size() && !rule.ages.empty(); ++band) {
        std::string text;
        if (band > 0) text = age_condition(">=", rule.ages[band - 1]);
        if (band > 0 && band < rule.ages.size()) text += " and ";
        if (band < rule.ages.size()) text += age_condition("<", rule.ages[band]);
        rule.bands.push_back(entries_.condition(fields, "ages", text, cadres_));
    }
    rule.members = count(fields);
    rule.scope = scope(fields);
    return rule;
}

PostsPerPersonRule PolicyReader::read_posts_per_person(FieldReader& fields) {
    const bool plan = second(fields, "within", "tier", "plan");
    return {count(fields), plan ? PostsPerPersonRule::Within::plan : PostsPerPersonRule::Within::tier};
}

BallotRule PolicyReader::read_ballot(FieldReader& fields) {
    BallotRule rule;
    rule.step = fields.text("step");
    rule.share = share(fields, false);
    if (second(fields, "base", "summoned", "present")) rule.base = BallotRule::Base::present;
    rule.quorum = optional_share(fields, "quorum", false);
    return rule;
}

ReviewRule PolicyReader::read_review(FieldReader& fields) {
    const std::string text = fields.text("within");
    return {text.empty() ? Duration{} : entries_.months(fields, "within", text)};
}

DepartureRule PolicyReader::read_departure(FieldReader& fields) {
    DepartureRule rule;
    if ((fields.node().find("day") != nullptr) == (fields.node().find("stays") != nullptr)) {
        fields.report(fields.node().place(), {texts::policy_departure_keys, {}});
        return rule;
    }
    if (fields.node().find("stays") != nullptr) {
        rule.stays = entries_.required_condition(fields, "stays", cadres_);
        return rule;
    }
    const std::string text = fields.text("day");
    if (text.empty()) return rule;
    rule.day = entries_.pack().parse(text, cadres_, fields.place("day"), entries_.diagnostics());
    if (rule.day && rule.day->type.kind != TypeKind::date) {
        fields.report(fields.place("day"), {texts::policy_day_is_no_date, {}});
    }
    return rule;
}

std::optional<Threshold> PolicyReader::optional_share(FieldReader& fields, std::string_view key, bool over_whole) {
    const auto text = fields.optional_text(key);
    if (!text) return std::nullopt;
    const auto threshold = read_share_threshold(*text);
    if (!threshold) {
        fields.report(fields.place(key), {texts::target_share_syntax, {*text}},
                      Message{texts::target_share_example, {}});
    } else if (!over_whole && threshold->value > Share{1, 1}) {
        fields.report(fields.place(key), {texts::target_over_100, {*text}}, Message{texts::target_share_example, {}});
    } else if (!over_whole && !threshold->accepts(threshold->asks_for_more() ? Share{1, 1} : Share{0, 1})) {
        fields.report(fields.place(key), {texts::target_unreachable, {*text}});
    }
    return threshold;
}

Threshold PolicyReader::share(FieldReader& fields, bool over_whole) {
    if (fields.text("share").empty()) return {};
    return optional_share(fields, "share", over_whole).value_or(Threshold{});
}

Threshold PolicyReader::count(FieldReader& fields) {
    const std::string text = fields.text("count");
    if (text.empty()) return {};
    const auto threshold = read_count_threshold(text);
    if (!threshold) {
        fields.report(fields.place("count"), {texts::target_count_syntax, {text}},
                      Message{texts::target_count_example, {}});
    } else if (!threshold->asks_for_more() && !threshold->accepts({0, 1})) {
        fields.report(fields.place("count"), {texts::target_unreachable, {text}});
    }
    return threshold.value_or(Threshold{});
}

PolicyDay PolicyReader::day(FieldReader& fields) {
    return second(fields, "on_day", "as_of", "term_start") ? PolicyDay::term_start : PolicyDay::as_of;
}

PolicyScope PolicyReader::scope(FieldReader& fields) {
    return second(fields, "over", "pool", "plan") ? PolicyScope::plan : PolicyScope::pool;
}

bool PolicyReader::second(FieldReader& fields, std::string_view key, std::string_view first, std::string_view second) {
    const auto text = fields.optional_text(key);
    if (!text || *text == first) return false;
    if (*text == second) return true;
    fields.report(fields.place(key), {texts::policy_unknown_choice, {*text, std::string(key)}},
                  Message{texts::policy_choices, {std::string(first), std::string(second)}});
    return false;
}

}  // namespace cadre

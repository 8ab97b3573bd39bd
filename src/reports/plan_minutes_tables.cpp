#include "reports/plan_minutes_tables.hpp"

#include "evaluation/value_text.hpp"
#include "reports/missing_cells_text.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t title_width = 44;
constexpr std::size_t most_rows_named = 12;

MessageId finding_word(const ReviewFinding& finding) {
    if (finding.verdict == Verdict::undetermined) return texts::minutes_undetermined;
    switch (finding.matter) {
        case ReviewMatter::removal: return texts::minutes_ground;
        case ReviewMatter::entry_not_kept: return texts::minutes_entry_not_kept;
        case ReviewMatter::no_development: return texts::minutes_no_development;
        case ReviewMatter::review_overdue: return texts::minutes_overdue;
    }
    return texts::minutes_undetermined;
}

MessageId readiness_word(Verdict ready) {
    if (ready == Verdict::undetermined) return texts::minutes_undetermined;
    return ready == Verdict::met ? texts::minutes_ready : texts::minutes_not_ready;
}

MessageId room_word(Verdict room) {
    if (room == Verdict::undetermined) return texts::minutes_undetermined;
    return room == Verdict::met ? texts::minutes_room : texts::minutes_no_room;
}

MessageId choice_word(ReviewChoice choice) {
    switch (choice) {
        case ReviewChoice::keep: return texts::minutes_keep;
        case ReviewChoice::remove: return texts::minutes_remove;
        case ReviewChoice::add: return texts::minutes_add;
        case ReviewChoice::not_add: return texts::minutes_not_add;
    }
    return texts::minutes_keep;
}

std::string first_rows(const std::vector<std::size_t>& rows, std::int64_t all) {
    std::string text;
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows_named); ++i) {
        text += (i == 0 ? "" : ", ") + std::to_string(rows[i]);
    }
    return all > static_cast<std::int64_t>(most_rows_named) ? text + ", …" : text;
}

}  // namespace

std::string PlanMinutesTables::findings(std::initializer_list<ReviewMatter> matters) const {
    TextTable table(title_width);
    table.add_row(heads({texts::minutes_column_rule, texts::minutes_column_pool, texts::minutes_column_row,
                         texts::minutes_column_finding, texts::minutes_column_since, texts::minutes_column_basis,
                         texts::minutes_column_missing}));
    bool any = false;
    for (const ReviewFinding& finding : review_.findings) {
        if (std::find(matters.begin(), matters.end(), finding.matter) == matters.end()) continue;
        table.add_row(cells(finding));
        any = true;
    }
    return any ? table.to_text() : std::string();
}

PlanMinutesTables::Cells PlanMinutesTables::cells(const ReviewFinding& finding) const {
    return {title(finding.policy),
            review_.pools[finding.pool],
            row(finding.member),
            word(finding_word(finding)),
            day(finding.since),
            citation_text(review_.policies[finding.policy].citation).in(language_),
            missing_cells_text(finding.missing, language_)};
}

std::string PlanMinutesTables::additions() const {
    TextTable table(title_width);
    table.add_row(heads({texts::minutes_column_pool, texts::minutes_column_cadres, texts::minutes_column_room,
                         texts::minutes_column_rows, texts::minutes_column_size_rule}));
    bool any = false;
    for (const PoolAdditions& pool : review_.additions) {
        if (pool.cadres == 0) continue;
        table.add_row({review_.pools[pool.pool], std::to_string(pool.cadres), word(room_word(pool.room)),
                       first_rows(pool.rows, pool.cadres), pool.size_policy ? title(*pool.size_policy) : ""});
        any = true;
    }
    return any ? table.to_text() : std::string();
}

std::string PlanMinutesTables::readiness() const {
    if (review_.readiness.empty()) return {};
    TextTable table(title_width);
    table.add_row(heads({texts::minutes_column_changed_rule, texts::minutes_column_pool, texts::minutes_column_row,
                         texts::minutes_column_before, texts::minutes_column_now, texts::minutes_column_since}));
    for (const ReadinessChange& member : review_.readiness) {
        for (const PolicyChange& change : member.policies) {
            table.add_row({title(change.policy), review_.pools[member.pool], row(member.member),
                           word(readiness_word(member.before)), word(readiness_word(member.after)), day(change.since)});
        }
    }
    return table.to_text();
}

std::string PlanMinutesTables::member_changes() const {
    if (review_.member_changes.empty()) return {};
    TextTable table(title_width);
    table.add_row(heads({texts::minutes_column_pool, texts::minutes_column_row, texts::minutes_column_row_before,
                         texts::minutes_column_change}));
    for (const MemberChange& member : review_.member_changes) {
        table.add_row({member.pool, row(member.member), row(member.member_before), change(member)});
    }
    return table.to_text();
}

std::string PlanMinutesTables::change(const MemberChange& change) const {
    LocalizedText text;
    switch (change.kind) {
        case MemberChange::Kind::added: text = localized(texts::minutes_added); break;
        case MemberChange::Kind::removed: text = localized(texts::minutes_removed); break;
        case MemberChange::Kind::status:
            text = localized(texts::minutes_status, {status(change.status_before), status(change.status)});
            break;
    }
    if (change.verdict == Verdict::met) return text.in(language_);
    return localized(texts::word_with, {text, localized(texts::minutes_undetermined)}).in(language_);
}

std::string PlanMinutesTables::departures() const {
    if (review_.departures.empty()) return {};
    TextTable table(title_width);
    table.add_row(heads({texts::minutes_column_rule, texts::minutes_column_pool, texts::minutes_column_cadre,
                         texts::minutes_column_decision, texts::minutes_column_departs, texts::minutes_column_day,
                         texts::minutes_column_reason}));
    for (const DecisionDeparture& decision : review_.departures) {
        const bool surely = decision.departs == Verdict::met;
        table.add_row({titles(decision.policies), review_.pools[decision.pool], std::to_string(decision.person),
                       word(choice_word(decision.choice)),
                       word(surely ? texts::minutes_departs : texts::minutes_undetermined), day(decision.decided),
                       decision.reason.empty() ? word(texts::minutes_no_reason) : decision.reason});
    }
    return table.to_text();
}

std::string PlanMinutesTables::rows_to_check() const {
    std::string text;
    for (const PlanFinding& finding : review_.plan_findings) text += "- " + finding.message.text(language_) + '\n';
    return text;
}

PlanMinutesTables::Cells PlanMinutesTables::heads(std::initializer_list<MessageId> columns) const {
    Cells cells;
    for (const MessageId column : columns) cells.push_back(word(column));
    return cells;
}

std::string PlanMinutesTables::word(MessageId id) const {
    return localized(id).in(language_);
}

std::string PlanMinutesTables::row(std::optional<std::size_t> row) const {
    return row ? std::to_string(*row) : "–";
}

std::string PlanMinutesTables::day(std::optional<DayNumber> day) const {
    return day ? date_text(*day).in(language_) : "–";
}

std::string PlanMinutesTables::title(std::size_t policy) const {
    return review_.policies[policy].title.in(language_);
}

std::string PlanMinutesTables::titles(const std::vector<std::size_t>& policies) const {
    if (policies.empty()) return word(texts::minutes_no_ground);
    std::string text;
    for (const std::size_t policy : policies) text += (text.empty() ? "" : "; ") + title(policy);
    return text;
}

std::string PlanMinutesTables::status(const std::string& code) const {
    const Schema& schema = *pack_.schema();
    const auto scale = schema.find_scale("planning_status");
    const auto found = scale ? schema.scale(*scale).find(code) : std::nullopt;
    if (!found) return word(texts::minutes_status_open);
    return schema.scale(*scale).codes[static_cast<std::size_t>(*found)].label.in(language_);
}

}  // namespace cadre

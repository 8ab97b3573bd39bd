#include <cadre/reports/rotation_audit_text.hpp>

#include "evaluation/value_text.hpp"
#include "reports/audit_words.hpp"
#include "reports/missing_cells_text.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t row_width = 16;

/// Writes one audit in one language.
class RotationAuditText {
public:
    RotationAuditText(const Audit& audit, Language language) : audit_(audit), language_(language) {}

    std::string write() {
        head();
        std::size_t first = 0;
        for (std::size_t policy = 0; policy < audit_.policies.size(); ++policy) {
            const auto is_of_later = [&](const AuditFinding& finding) { return finding.policy > policy; };
            const auto begin = audit_.findings.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = std::find_if(begin, audit_.findings.end(), is_of_later);
            const auto count = static_cast<std::size_t>(end - begin);
            add_policy(audit_.policies[policy]);
            if (count > 0) add_findings(first, count);
            first += count;
        }
        if (!audit_.row_findings.empty()) line("\n" + word(texts::audit_rows_to_check));
        for (const PlanFinding& finding : audit_.row_findings) line("- " + finding.message.text(language_));
        line("\n" + word(texts::findings_for_review));
        return std::move(text_);
    }

private:
    using Cells = std::vector<std::string>;

    void line(const std::string& content) { text_ += content + '\n'; }
    std::string word(MessageId id) const { return localized(id).in(language_); }

    void head() {
        line(localized(texts::audit_title,
                       {date_text(day_number(audit_.as_of)), date_text(day_number(audit_.law_as_of))})
                 .in(language_));
        if (audit_.span.since) {
            line(localized(texts::audit_since_day, {date_text(day_number(*audit_.span.since))}).in(language_));
        }
        if (audit_.span.due_within.count > 0) {
            line(localized(texts::audit_due_span, {describe(audit_.span.due_within)}).in(language_));
        }
        if (audit_.policies.empty()) line(word(texts::audit_no_policies));
    }

    void add_policy(const AuditPolicy& policy) {
        line("\n" + policy.title.in(language_) + " [" + citation_text(policy.citation).in(language_) + ']');
        line(localized(texts::audit_counts, {policy.violated, policy.due, policy.exempt, policy.undetermined})
                 .in(language_));
    }

    void add_findings(std::size_t first, std::size_t count) {
        std::vector<Cells> rows;
        const std::size_t listed = std::min(count, most_findings_listed);
        for (std::size_t i = first; i < first + listed; ++i) rows.push_back(cells(audit_.findings[i]));
        add_table(rows);
        if (count == listed) return;
        line(localized(texts::audit_more, {static_cast<std::int64_t>(count - listed)}).in(language_));
    }

    /// Columns in which no row says anything are left out.
    void add_table(const std::vector<Cells>& rows) {
        const Cells all = heads();
        std::vector<std::size_t> told;
        for (std::size_t column = 0; column < all.size(); ++column) {
            const auto tells = [&](const Cells& row) { return !row[column].empty(); };
            if (std::any_of(rows.begin(), rows.end(), tells)) told.push_back(column);
        }
        TextTable table(row_width);
        const auto add_row = [&](const Cells& row) {
            Cells cells;
            for (const std::size_t column : told) cells.push_back(row[column].empty() ? "–" : row[column]);
            table.add_row(std::move(cells));
        };
        add_row(all);
        for (const Cells& row : rows) add_row(row);
        text_ += table.to_text();
    }

    Cells heads() const {
        Cells heads;
        for (const MessageId id :
             {texts::audit_column_cadre, texts::audit_column_spell, texts::plan_column_post,
              texts::audit_column_held_since, texts::audit_column_earlier, texts::audit_column_period,
              texts::audit_column_status, texts::audit_column_review_from, texts::audit_column_ends,
              texts::audit_column_missing}) {
            heads.push_back(word(id));
        }
        return heads;
    }

    Cells cells(const AuditFinding& finding) const {
        return {std::to_string(finding.cadre),
                row_text(finding.spell),
                finding.held,
                day_text(finding.held_since),
                row_text(finding.earlier),
                finding.period ? describe(*finding.period).in(language_) : "",
                word(word_of(finding.status)),
                day_text(finding.begins),
                day_text(finding.ends),
                missing_text(finding)};
    }

    static std::string row_text(std::optional<std::size_t> row) { return row ? std::to_string(*row) : ""; }
    std::string day_text(std::optional<DayNumber> day) const { return day ? date_text(*day).in(language_) : ""; }

    std::string missing_text(const AuditFinding& finding) const {
        if (finding.status != AuditStatus::undetermined) return {};
        if (finding.missing.empty()) return word(texts::audit_not_named);
        return missing_cells_text(finding.missing, language_);
    }

    const Audit& audit_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string rotation_audit_text(const Audit& audit, Language language) {
    return RotationAuditText(audit, language).write();
}

}  // namespace cadre

#include "evaluation/value_text.hpp"
#include "reports/missing_cells_text.hpp"
#include "reports/plan_words.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/reports/rotation_audit_text.hpp>
#include <cadre/reports/rotation_plan_text.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

constexpr std::size_t first_width = 16;

MessageId word_of(PlanCheckStatus status) {
    switch (status) {
        case PlanCheckStatus::violated: return texts::audit_violated;
        case PlanCheckStatus::exempt: return texts::audit_exempt;
        default: return texts::verdict_undetermined;
    }
}

/// Of those that are said without further words.
MessageId word_of(PlanMatter matter) {
    switch (matter) {
        case PlanMatter::cadre_unknown: return texts::plan_cadre_unknown;
        case PlanMatter::post_unknown: return texts::plan_post_unknown;
        case PlanMatter::day_unknown: return texts::plan_day_unknown;
        case PlanMatter::moves_nothing: return texts::plan_moves_nothing;
        case PlanMatter::same_post: return texts::plan_same_post;
        case PlanMatter::not_held: return texts::plan_not_held;
        case PlanMatter::already_held: return texts::plan_already_held;
        case PlanMatter::over_filled: return texts::plan_over_filled;
        case PlanMatter::left_empty: return texts::plan_left_empty;
        case PlanMatter::seats_unknown: return texts::plan_seats_unknown;
        default: return texts::plan_empty;
    }
}

MessageId word_of(Verdict passes) {
    switch (passes) {
        case Verdict::met: return texts::plan_passes;
        case Verdict::not_met: return texts::plan_does_not_pass;
        default: return texts::plan_is_open;
    }
}

/// Writes one check in one language.
class RotationCheckText {
public:
    RotationCheckText(const PlanCheck& check, const RotationPlan& plan, const Roster& roster, Language language)
        : check_(check), words_(plan, roster, language), moves_(plan.moves.size()) {}

    std::string write() {
        line(words_.word(texts::plan_check_title, {static_cast<std::int64_t>(moves_)}));
        line(words_.word(word_of(check_.passes())));
        std::vector<const PlanCheckFinding*> of_moves;
        std::vector<const PlanCheckFinding*> others;
        for (const PlanCheckFinding& finding : check_.findings) {
            (finding.move ? of_moves : others).push_back(&finding);
        }
        add_table(texts::plan_of_moves, of_moves, &RotationCheckText::move_row, move_heads());
        add_table(texts::plan_of_seats, others, &RotationCheckText::other_row, other_heads());
        if (!check_.row_findings.empty()) line("\n" + words_.word(texts::audit_rows_to_check));
        for (const PlanFinding& finding : check_.row_findings) line("- " + finding.message.text(words_.language()));
        line("\n" + words_.word(texts::findings_for_review));
        return std::move(text_);
    }

private:
    using Cells = std::vector<std::string>;
    using Row = Cells (RotationCheckText::*)(const PlanCheckFinding&) const;

    void line(const std::string& content) { text_ += content + '\n'; }

    void add_table(MessageId title, const std::vector<const PlanCheckFinding*>& findings, Row row, Cells heads) {
        if (findings.empty()) return;
        line("\n" + words_.word(title, {static_cast<std::int64_t>(findings.size())}));
        TextTable table(first_width);
        table.add_row(std::move(heads));
        const std::size_t listed = std::min(findings.size(), most_findings_listed);
        for (std::size_t i = 0; i < listed; ++i) table.add_row((this->*row)(*findings[i]));
        text_ += table.to_text();
        if (listed == findings.size()) return;
        line(words_.word(texts::audit_more, {static_cast<std::int64_t>(findings.size() - listed)}));
    }

    Cells move_heads() const {
        Cells heads = words_.move_heads();
        for (const MessageId id : {texts::plan_column_day, texts::audit_column_status, texts::plan_column_why,
                                   texts::audit_column_missing}) {
            heads.push_back(words_.word(id));
        }
        return heads;
    }

    Cells move_row(const PlanCheckFinding& finding) const {
        Cells cells = words_.move_cells(*finding.move);
        cells.insert(cells.end(),
                     {words_.day(finding.from), words_.word(word_of(finding.status)), why(finding), missing(finding)});
        return cells;
    }

    Cells other_heads() const {
        Cells heads;
        for (const MessageId id :
             {texts::plan_column_post, texts::audit_column_begins, texts::audit_column_ends, texts::plan_column_holders,
              texts::audit_column_status, texts::plan_column_why, texts::audit_column_missing}) {
            heads.push_back(words_.word(id));
        }
        return heads;
    }

    Cells other_row(const PlanCheckFinding& finding) const {
        return {words_.post(finding.post),
                words_.day(finding.from),
                words_.day(finding.to),
                holders(finding),
                words_.word(word_of(finding.status)),
                why(finding),
                missing(finding)};
    }

    static std::string holders(const PlanCheckFinding& finding) {
        if (!finding.post) return "–";
        const std::string least = std::to_string(finding.least);
        return finding.least == finding.most ? least : least + "–" + std::to_string(finding.most);
    }

    std::string why(const PlanCheckFinding& finding) const {
        if (finding.rule) return rule_text(finding);
        switch (finding.matter) {
            case PlanMatter::two_moves_a_day: return words_.word(texts::plan_two_moves, {words_.move(*finding.other)});
            case PlanMatter::not_compatible:
                return words_.word(texts::plan_not_compatible, {words_.post(finding.post)});
            case PlanMatter::published_changed:
                return words_.word(texts::plan_published_changed, {static_cast<std::int64_t>(*finding.other)});
            case PlanMatter::unlisted_posts: return words_.word(texts::plan_unlisted, {finding.least});
            default: return words_.word(word_of(finding.matter));
        }
    }

    std::string rule_text(const PlanCheckFinding& finding) const {
        const RotationPolicy& rule = check_.rules[*finding.rule];
        const std::string clause = citation_text(rule.citation).in(words_.language());
        const std::string text = rule.title.in(words_.language()) + " [" + clause + ']';
        if (!finding.to) return text;
        return text + "; " + words_.word(texts::plan_stay_until, {date_text(*finding.to)});
    }

    std::string missing(const PlanCheckFinding& finding) const {
        if (finding.status != PlanCheckStatus::undetermined) return {};
        if (finding.missing.empty()) return words_.word(texts::plan_not_named);
        return missing_cells_text(finding.missing, words_.language());
    }

    const PlanCheck& check_;
    PlanWords words_;
    std::size_t moves_;
    std::string text_;
};

}  // namespace

std::string rotation_check_text(const PlanCheck& check, const RotationPlan& plan, const Roster& roster,
                                Language language) {
    return RotationCheckText(check, plan, roster, language).write();
}

}  // namespace cadre

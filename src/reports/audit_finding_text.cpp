#include <cadre/reports/audit_finding_text.hpp>

#include "evaluation/value_text.hpp"
#include "reports/audit_words.hpp"
#include "reports/missing_text.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <utility>
#include <vector>

namespace cadre {

std::string audit_finding_text(const Audit& audit, std::size_t finding, Language language) {
    const AuditFinding& found = audit.findings.at(finding);
    const AuditPolicy& policy = audit.policies[found.policy];
    std::string text = policy.title.in(language) + " [" + citation_text(policy.citation).in(language) + "]\n";
    const auto line = [&](MessageId id, std::vector<Argument> arguments) {
        text += localized(id, std::move(arguments)).in(language) + '\n';
    };
    const auto row = [](std::size_t at) { return static_cast<std::int64_t>(at); };
    line(texts::audit_finding_cadre, {row(found.cadre), date_text(day_number(audit.as_of)),
                                      date_text(day_number(audit.law_as_of)), localized(word_of(found.status))});
    if (found.spell) line(texts::audit_finding_spell, {row(*found.spell)});
    if (found.earlier) line(texts::audit_finding_earlier, {row(*found.earlier)});
    const bool is_later = found.begins && *found.begins > day_number(audit.as_of);
    const MessageId begins = is_later ? texts::audit_finding_would_begin : texts::audit_finding_begins;
    if (found.begins) line(begins, {date_text(*found.begins)});
    if (found.ends) line(texts::audit_finding_ends, {date_text(*found.ends)});
    if (found.status == AuditStatus::undetermined) {
        const bool is_named = !found.missing.empty();
        line(texts::audit_finding_missing,
             {is_named ? missing_text(found.missing) : localized(texts::audit_not_named)});
    }
    line(texts::findings_for_review, {});
    return text;
}

}  // namespace cadre

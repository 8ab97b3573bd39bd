#include "evaluation/value_text.hpp"
#include "reports/missing_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/reports.hpp>
#include <cadre/reports/planning_text.hpp>

namespace cadre {
namespace {

class ReadinessText {
public:
    ReadinessText(const Readiness& readiness, Language language) : readiness_(readiness), language_(language) {}

    std::string text() {
        line(texts::readiness_title,
             {static_cast<std::int64_t>(readiness_.row), static_cast<std::int64_t>(readiness_.pool)});
        line(texts::review_days, {date_text(readiness_.as_of), date_text(readiness_.law_as_of)});
        add_answer();
        if (!readiness_.reasons.empty()) line(texts::readiness_reasons);
        for (const EntryReason& reason : readiness_.reasons) {
            text_ += "- ";
            line(texts::readiness_reason, {reason.title, reason.policy, citation_text(reason.citation), why(reason)});
        }
        for (const Remedies& remedies : readiness_.remedies) add_remedies(remedies);
        return std::move(text_);
    }

private:
    void line(MessageId id, std::vector<Argument> arguments = {}) {
        text_ += localized(id, std::move(arguments)).in(language_) + '\n';
    }

    void add_answer() {
        switch (readiness_.ready) {
            case Ready::now: return line(texts::readiness_now);
            case Ready::later:
                return line(readiness_.day_is_certain ? texts::readiness_later : texts::readiness_later_at_latest,
                            {date_text(*readiness_.day)});
            case Ready::after_remedies: return line(texts::readiness_after_remedies);
            case Ready::not_known: return line(texts::readiness_not_known);
            case Ready::not_in_sight: return line(texts::readiness_not_in_sight);
        }
    }

    static LocalizedText why(const EntryReason& reason) {
        const bool open = reason.verdict == Verdict::undetermined;
        LocalizedText text = localized(open ? texts::verdict_undetermined : texts::verdict_not_met);
        text = reason.day ? localized(texts::readiness_on_day, {text, date_text(*reason.day)})
                          : localized(texts::readiness_day_unknown, {text});
        if (reason.applies != Verdict::met) text = localized(texts::readiness_perhaps_for_pool, {text});
        if (reason.missing.empty()) return text;
        return localized(texts::readiness_waiting, {text, missing_text(reason.missing)});
    }

    void add_remedies(const Remedies& remedies) { text_ += '\n' + remedies.to_text(language_); }

    const Readiness& readiness_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string readiness_text(const Readiness& readiness, Language language) {
    return ReadinessText(readiness, language).text();
}

}  // namespace cadre

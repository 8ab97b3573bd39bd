#include "reports/audit_words.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/rotation.hpp>

namespace cadre {

MessageId word_of(AuditStatus status) {
    switch (status) {
        case AuditStatus::violated: return texts::audit_violated;
        case AuditStatus::due: return texts::audit_status_due;
        case AuditStatus::exempt: return texts::audit_exempt;
        default: return texts::verdict_undetermined;
    }
}

}  // namespace cadre

#include "reports/missing_text.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre {

LocalizedText missing_text(const std::vector<MissingField>& fields) {
    LocalizedText text;
    for (const MissingField& field : fields) {
        const bool is_protected = field.attribute.empty();
        const LocalizedText one =
            is_protected ? field.meaning
                         : localized(texts::proposal_field, {field.meaning, field.table, field.row, field.attribute});
        text.vi += (text.vi.empty() ? "" : "; ") + one.vi;
        text.en += (text.en.empty() ? "" : "; ") + one.en;
    }
    return fields.empty() ? localized(texts::proposal_no_field) : text;
}

}  // namespace cadre

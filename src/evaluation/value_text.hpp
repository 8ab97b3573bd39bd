#pragma once

#include "evaluation/reference/abstract_value.hpp"
#include "evaluation/roster_binding.hpp"
#include "evaluation/text_ids.hpp"

#include <cadre/evaluation/verdict.hpp>
#include <cadre/messages/message.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>

#include <vector>

namespace cadre {

/// A message in both languages.
LocalizedText localized(MessageId id, std::vector<Argument> arguments = {});

/// The text with a small first letter, for use within a sentence; acronyms stay as they are.
LocalizedText within_sentence(const LocalizedText& text);

/// "31/12/2015" and "2015-12-31"; "đến nay" and "ongoing" for the stored open end of a spell.
LocalizedText date_text(std::int64_t day);

/// Any day from `first` to `last`: "9/1965" and "1965-09" for a whole month, "1965" for a whole year.
LocalizedText date_text(std::int64_t first, std::int64_t last);

/// "đạt", "met", …
LocalizedText verdict_text(Verdict verdict);

/// Document and clause, and a remark where the clause was verified from a summary only.
LocalizedText citation_text(const Citation& citation);

/// Puts values into words by their type: labels of levels and codes, days, durations. Free text is
/// quoted; rows of tables are named by their number.
class ValueText {
public:
    /// Both outlive this object.
    ValueText(const RosterBinding& binding, const TextIds& texts) : binding_(binding), texts_(texts) {}

    LocalizedText operator()(const Type& type, const AbstractValue& value) const;
    /// The label of the code at a position of its scale.
    LocalizedText code(int scale, std::int64_t position) const;

private:
    LocalizedText list(const Type& type, const PossibleList& list) const;
    template <class T>
    LocalizedText possible(const Type& type, const Possible<T>& value) const;
    template <class T>
    LocalizedText range(const Type& type, const Possible<T>& value) const;
    LocalizedText end(const Type& type, std::int64_t value) const;
    LocalizedText end(const Type& type, double value) const;
    LocalizedText levels(int scale, std::int64_t rank) const;
    LocalizedText text(int domain, std::int64_t id) const;

    const RosterBinding& binding_;
    const TextIds& texts_;
};

}  // namespace cadre

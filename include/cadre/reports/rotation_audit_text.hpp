#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/rotation/audit.hpp>

#include <string>

namespace cadre {

/// An audit of rotation as plain text: for each policy with its clause how many findings there are, and a table of the
/// first `most_findings_listed` with rows, posts, days, periods and the data that is missing. Names people by row only.
/// Thread-safe.
CADRE_EXPORT std::string rotation_audit_text(const Audit& audit, Language language);

/// So many findings of one policy are listed; all are counted.
inline constexpr std::size_t most_findings_listed = 100;

}  // namespace cadre

#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/rotation/audit.hpp>

#include <cstddef>
#include <string>

namespace cadre {

/// One finding of an audit, by position, as plain text: the rule with its clause, since when and until when it is
/// broken, and every cell that would decide an undetermined one. Names people by row only. Thread-safe.
CADRE_EXPORT std::string audit_finding_text(const Audit& audit, std::size_t finding, Language language);

}  // namespace cadre

#pragma once

#include <cadre/messages/message.hpp>
#include <cadre/rotation/audit.hpp>

namespace cadre {

/// "review required", "due", …
MessageId word_of(AuditStatus status);

}  // namespace cadre

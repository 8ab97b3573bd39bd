#pragma once

#include <cadre/evaluation/timeline.hpp>
#include <cadre/messages/message.hpp>

#include <string>

namespace cadre {

/// Which row and criterion, which days, and by which law and facts they are judged; lines.
std::string timeline_head(const Timeline& timeline, Language language);

/// "data are missing", …; empty where the span is decided.
LocalizedText because_text(OpenBecause because);

/// "2015-01-01 to before 2018-05-02: met"
LocalizedText span_text(const TimelineSpan& span);

}  // namespace cadre

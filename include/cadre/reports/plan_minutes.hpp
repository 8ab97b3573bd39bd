#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/planning/plan_review.hpp>

#include <string>

namespace cadre {

/// A yearly review of planning pools as the minutes of the meeting that has to look at it, in plain text: the document,
/// the days, what was found in sentences, then an annex table for each: removal, addition, readiness, changes of
/// members, development, overdue reviews, decisions that depart, and rows to check. `pack` is the one of the review.
///
///     plan_minutes_text(review_plan(pack, roster, options, last), pack, Language::vi);
///
/// People are named by row number only. Thread-safe.
CADRE_EXPORT std::string plan_minutes_text(const PlanReview& review, const Pack& pack, Language language);

}  // namespace cadre

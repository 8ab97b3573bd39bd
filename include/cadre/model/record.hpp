#pragma once

#include <cadre/export.hpp>
#include <cadre/model/cadre.hpp>
#include <cadre/model/development_action.hpp>
#include <cadre/model/planned_move.hpp>
#include <cadre/model/pool.hpp>
#include <cadre/model/post.hpp>
#include <cadre/model/post_equivalence.hpp>
#include <cadre/model/review_decision.hpp>
#include <cadre/model/term.hpp>
#include <cadre/model/unit.hpp>
#include <cadre/model/value.hpp>

namespace cadre {

/// The set facts of a model value by attribute name, as `RosterBuilder::add` takes them; what is missing
/// is left out.
CADRE_EXPORT Record to_record(const Cadre& cadre);
CADRE_EXPORT Record to_record(const Unit& unit);
CADRE_EXPORT Record to_record(const Post& post);
CADRE_EXPORT Record to_record(const Appointment& appointment);
CADRE_EXPORT Record to_record(const Appraisal& appraisal);
CADRE_EXPORT Record to_record(const Qualification& qualification);
CADRE_EXPORT Record to_record(const Discipline& discipline);
CADRE_EXPORT Record to_record(const Training& training);
CADRE_EXPORT Record to_record(const Planning& planning);
CADRE_EXPORT Record to_record(const Deferral& deferral);
CADRE_EXPORT Record to_record(const Relative& relative);
CADRE_EXPORT Record to_record(const Pool& pool);
CADRE_EXPORT Record to_record(const PoolMember& member);
CADRE_EXPORT Record to_record(const Ballot& ballot);
CADRE_EXPORT Record to_record(const PostEquivalence& equivalence);
CADRE_EXPORT Record to_record(const DevelopmentAction& action);
CADRE_EXPORT Record to_record(const ReviewDecision& decision);
CADRE_EXPORT Record to_record(const Term& term);
CADRE_EXPORT Record to_record(const PlannedMove& move);

}  // namespace cadre

#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/planning/composition.hpp>
#include <cadre/planning/readiness.hpp>
#include <cadre/planning/screening.hpp>

#include <string>

namespace cadre {

/// The composition as plain text for people: a table of the clauses by pool, whom they exclude, by sex, and what a
/// person should look at. Pools are named by key, people never. Thread-safe.
CADRE_EXPORT std::string composition_text(const Composition& composition, Language language);

/// The screening as plain text for people: how many may enter each pool, members and newcomers apart, then the entry
/// policies with whom they exclude, by sex. Thread-safe.
CADRE_EXPORT std::string screening_text(const Screening& screening, Language language);

/// How ready one cadre is for one pool, as plain text for people: whether and when one may enter, the policies that
/// stand in the way with the cells that they wait for, and the changes that would do. Names rows, never a person.
/// Thread-safe.
CADRE_EXPORT std::string readiness_text(const Readiness& readiness, Language language);

}  // namespace cadre

#pragma once

#include <cadre/planning/plan.hpp>
#include <cadre/targets/bounds.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace cadre {

/// One who is in a population of members, or may be: a cadre, or whoever a row without a known cadre means.
struct Person {
    std::optional<std::size_t> cadre;
    Verdict in = Verdict::undetermined;
    Verdict incumbent = Verdict::undetermined;
    std::vector<std::pair<std::size_t, Verdict>> members;  ///< positions in the plan, and whether each is in
};

/// The people behind members, each once, in the order of their first rows. Whoever a row without a cadre means may be
/// another of them: such rows are certainly one more person only where nobody else is certain.
std::vector<Person> people_among(const Plan& plan, const std::vector<std::size_t>& members,
                                 const std::function<Verdict(const PlanMember&)>& is_in);

/// The positions of the members of each pool, with those whose pool is not known at the end.
std::vector<std::vector<std::size_t>> members_by_pool(const Plan& plan);

/// Whether a member among those of a pool is in it: one whose pool is not known may be.
Verdict in_known_pool(const PlanMember& member);

/// The answers of people whose rows may give several: `strong` where a row that certainly counts gives it.
std::vector<Verdict> answers_of(const std::vector<Person>& people, Verdict strong,
                                const std::function<Verdict(std::size_t)>& of_member);

/// Leaves open the answers that turn `strong` if a row without a cadre means another of the people, too.
void doubt_answers(const std::vector<Person>& people, Verdict strong, std::vector<Verdict>& answers);

/// Counts one more pair of verdicts.
void add(ClassCounts& counts, Verdict in, Verdict meets);

}  // namespace cadre

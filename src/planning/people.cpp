#include "planning/people.hpp"

#include "planning/row_answers.hpp"

#include <algorithm>
#include <map>

namespace cadre {
namespace {

std::vector<Person> grouped(const Plan& plan, const std::vector<std::size_t>& members,
                            const std::function<Verdict(const PlanMember&)>& is_in) {
    std::vector<Person> people;
    std::map<std::size_t, std::size_t> positions;
    for (const std::size_t at : members) {
        const PlanMember& member = plan.members[at];
        const Verdict in = is_in(member);
        if (in == Verdict::not_met) continue;
        std::size_t position = people.size();
        if (member.person) position = positions.try_emplace(*member.person, position).first->second;
        if (position == people.size()) people.push_back({member.person, Verdict::not_met, Verdict::undetermined, {}});
        Person& person = people[position];
        person.in = person.in || in;
        person.members.emplace_back(at, in);
    }
    return people;
}

Verdict combined(const Person& person, Verdict strong, const std::function<Verdict(std::size_t)>& of_member) {
    RowAnswers answers(strong);
    for (const auto& [at, in] : person.members) answers.add(in, of_member(at));
    return answers.together();
}

/// Of rows without a cadre the first stays certain where no cadre is.
void doubt_anonymous(std::vector<Person>& people) {
    bool anybody = std::any_of(people.begin(), people.end(),
                               [](const Person& person) { return person.cadre && person.in == Verdict::met; });
    for (Person& person : people) {
        if (person.cadre || person.in != Verdict::met) continue;
        if (anybody) person.in = Verdict::undetermined;
        anybody = true;
    }
}

}  // namespace

std::vector<Person> people_among(const Plan& plan, const std::vector<std::size_t>& members,
                                 const std::function<Verdict(const PlanMember&)>& is_in) {
    std::vector<Person> people = grouped(plan, members, is_in);
    const std::vector<Verdict> incumbents =
        answers_of(people, Verdict::met, [&](std::size_t at) { return plan.members[at].incumbent; });
    for (std::size_t i = 0; i < people.size(); ++i) people[i].incumbent = incumbents[i];
    doubt_anonymous(people);
    return people;
}

std::vector<std::vector<std::size_t>> members_by_pool(const Plan& plan) {
    std::vector<std::vector<std::size_t>> members(plan.pools.size());
    for (std::size_t at = 0; at < plan.members.size(); ++at) {
        if (const auto pool = plan.members[at].pool) members[*pool].push_back(at);
    }
    for (std::vector<std::size_t>& of_pool : members) {
        of_pool.insert(of_pool.end(), plan.unplaced.begin(), plan.unplaced.end());
    }
    return members;
}

Verdict in_known_pool(const PlanMember& member) {
    return member.pool ? member.planned : member.planned && Verdict::undetermined;
}

std::vector<Verdict> answers_of(const std::vector<Person>& people, Verdict strong,
                                const std::function<Verdict(std::size_t)>& of_member) {
    std::vector<Verdict> answers;
    for (const Person& person : people) answers.push_back(combined(person, strong, of_member));
    doubt_answers(people, strong, answers);
    return answers;
}

void doubt_answers(const std::vector<Person>& people, Verdict strong, std::vector<Verdict>& answers) {
    bool anybody = false;
    bool anonymous = false;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const bool may_be_strong = answers[i] != !strong;
        anybody = anybody || may_be_strong;
        anonymous = anonymous || (may_be_strong && !people[i].cadre);
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        const bool may_share = people[i].cadre ? anonymous : anybody;
        if (answers[i] == !strong && may_share) answers[i] = Verdict::undetermined;
    }
}

void add(ClassCounts& counts, Verdict in, Verdict meets) {
    if (in == Verdict::not_met) return;
    const bool certain = in == Verdict::met;
    switch (meets) {
        case Verdict::met: ++(certain ? counts.met : counts.maybe_met); break;
        case Verdict::not_met: ++(certain ? counts.not_met : counts.maybe_not_met); break;
        case Verdict::undetermined: ++(certain ? counts.undetermined : counts.maybe_undetermined); break;
    }
}

}  // namespace cadre

#include "reports/rotation_words.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/reports.hpp>

namespace cadre {
namespace {

template <class Name>
void check_names(const char* list, const std::vector<Name>& names, std::size_t named) {
    if (names.empty() || names.size() == named) return;
    throw Error(ErrorCode::invalid_argument, Message{texts::rotation_names,
                                                     {std::string(list), static_cast<std::int64_t>(names.size()),
                                                      static_cast<std::int64_t>(named)}});
}

}  // namespace

RotationWords::RotationWords(const RotationProblem& problem, const RotationNames& names, Language language)
    : problem_(problem), names_(names), language_(language) {
    check_names("cadres", names.cadres, problem.cadres.size());
    check_names("posts", names.posts, problem.seats.size());
    check_names("rules", names.rules, problem.rules.size());
    check_names("goals", names.goals, problem.goals.size());
}

std::string RotationWords::in_words(MessageId id, std::vector<Argument> arguments) const {
    return Message{id, std::move(arguments)}.text(language_);
}

std::string RotationWords::cadre(std::size_t cadre) const {
    const std::size_t number = names_.cadres.empty() ? cadre : names_.cadres[cadre];
    return in_words(names_.cadres.empty() ? texts::rotation_cadre : texts::proposal_member,
                    {static_cast<std::int64_t>(number)});
}

std::string RotationWords::post(std::size_t post) const {
    if (!names_.posts.empty()) return names_.posts[post];
    return in_words(texts::rotation_post, {static_cast<std::int64_t>(post)});
}

std::string RotationWords::rule(std::size_t rule) const {
    return names_.rules.empty() ? problem_.rules[rule] : names_.rules[rule].in(language_);
}

std::string RotationWords::goal(std::size_t goal) const {
    return names_.goals.empty() ? problem_.goals[goal].id : names_.goals[goal].in(language_);
}

std::string RotationWords::left(std::size_t cadre) const {
    const auto& present = problem_.cadres[cadre].present;
    return present ? post(*present) : "–";
}

std::string RotationWords::move(std::size_t option) const {
    const RotationOption& taken = problem_.options[option];
    return cadre(taken.cadre) + ": " + left(taken.cadre) + " → " + post(taken.post);
}

std::string RotationWords::costs(const std::vector<std::size_t>& goals, const std::vector<std::int64_t>& costs) const {
    std::string text;
    for (const std::size_t at : goals) text += (text.empty() ? "" : "; ") + goal(at) + ' ' + std::to_string(costs[at]);
    return text;
}

std::string RotationWords::cost_changes(const std::vector<std::int64_t>& from,
                                        const std::vector<std::int64_t>& to) const {
    std::string text;
    for (std::size_t at = 0; at < to.size(); ++at) {
        const std::int64_t change = to[at] - from[at];
        if (change == 0) continue;
        text += (text.empty() ? "" : "; ") + goal(at) + (change > 0 ? " +" : " ") + std::to_string(change);
    }
    return text;
}

}  // namespace cadre

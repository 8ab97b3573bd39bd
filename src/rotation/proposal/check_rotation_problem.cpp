#include <cadre/error.hpp>
#include <cadre/matching/bipartite_graph.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/rotation/rotation_problem.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

std::int64_t number(std::size_t position) {
    return static_cast<std::int64_t>(position);
}

[[noreturn]] void refuse(MessageId id, std::vector<Argument> arguments, ErrorCode code = ErrorCode::invalid_argument) {
    throw Error(code, Message{id, std::move(arguments)});
}

void check_sizes(const RotationProblem& problem) {
    const std::pair<const char*, std::size_t> sizes[] = {
        {"cadres", problem.cadres.size()}, {"seats", problem.seats.size()}, {"options", problem.options.size()}};
    for (const auto& [list, size] : sizes) {
        if (size > static_cast<std::size_t>(BipartiteGraph::most_vertices))
            refuse(texts::rotation_too_many, {std::string(list), number(size)}, ErrorCode::limit_exceeded);
    }
}

void check_position(const char* list, std::size_t at, const char* of, std::size_t position, std::size_t size) {
    if (position >= size)
        refuse(texts::rotation_position_outside,
               {std::string(list), number(at), std::string(of), number(position), number(size)});
}

void check_options(const RotationProblem& problem) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    pairs.reserve(problem.options.size());
    for (std::size_t at = 0; at < problem.options.size(); ++at) {
        const RotationOption& option = problem.options[at];
        check_position("options", at, "cadres", option.cadre, problem.cadres.size());
        check_position("options", at, "seats", option.post, problem.seats.size());
        pairs.emplace_back(option.cadre, option.post);
    }
    std::sort(pairs.begin(), pairs.end());
    const auto twice = std::adjacent_find(pairs.begin(), pairs.end());
    if (twice != pairs.end()) refuse(texts::rotation_option_twice, {number(twice->first), number(twice->second)});
}

void check_pins(const RotationProblem& problem) {
    std::vector<bool> pinned(problem.cadres.size());
    for (std::size_t at = 0; at < problem.pinned.size(); ++at) {
        check_position("pinned", at, "options", problem.pinned[at], problem.options.size());
        const std::size_t cadre = problem.options[problem.pinned[at]].cadre;
        if (pinned[cadre]) refuse(texts::rotation_two_pins, {number(cadre)});
        pinned[cadre] = true;
    }
}

void check_refused(const RotationProblem& problem) {
    for (std::size_t at = 0; at < problem.refused.size(); ++at) {
        const RefusedOption& refused = problem.refused[at];
        check_position("refused", at, "cadres", refused.option.cadre, problem.cadres.size());
        check_position("refused", at, "seats", refused.option.post, problem.seats.size());
        for (const std::size_t rule : refused.rules) check_position("refused", at, "rules", rule, problem.rules.size());
    }
}

}  // namespace

void check_rotation_problem(const RotationProblem& problem) {
    check_sizes(problem);
    for (std::size_t at = 0; at < problem.cadres.size(); ++at) {
        const auto& present = problem.cadres[at].present;
        if (present) check_position("cadres", at, "seats", *present, problem.seats.size());
    }
    for (std::size_t at = 0; at < problem.seats.size(); ++at) {
        if (problem.seats[at] < 0) refuse(texts::rotation_negative_seats, {number(at), problem.seats[at]});
    }
    check_options(problem);
    for (const RotationGoal& goal : problem.goals) {
        if (goal.costs.size() != problem.options.size())
            refuse(texts::rotation_goal_length, {goal.id, number(goal.costs.size()), number(problem.options.size())});
    }
    check_pins(problem);
    check_refused(problem);
}

}  // namespace cadre

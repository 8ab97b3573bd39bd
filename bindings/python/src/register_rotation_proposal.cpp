#include "convert.hpp"
#include "proposed_rotation.hpp"
#include "register.hpp"

#include <cadre/reports/rotation_regret_text.hpp>
#include <cadre/rotation/bounded_rotation.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cadre::python {
namespace {

/// A plan of short chains and cycles with the problem that it answers.
struct ProposedCircuits {
    RotationProblem problem;
    BoundedRotation bounded;
};

std::size_t position_of(const std::vector<std::string>& ids, const std::string& id, const char* what) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) throw py::value_error("there is no " + std::string(what) + " \"" + id + '"');
    return static_cast<std::size_t>(found - ids.begin());
}

RotationProblem make_problem(const std::vector<std::string>& goals, std::vector<std::string> rules) {
    RotationProblem problem;
    for (const std::string& goal : goals) {
        const auto is_goal = [&](const RotationGoal& other) { return other.id == goal; };
        if (std::any_of(problem.goals.begin(), problem.goals.end(), is_goal))
            throw py::value_error("there are two goals \"" + goal + "\"; give one another id");
        problem.goals.push_back({goal, {}});
    }
    problem.rules = std::move(rules);
    return problem;
}

std::size_t add_option(RotationProblem& problem, std::size_t cadre, std::size_t post,
                       const std::vector<std::int64_t>& costs, bool published) {
    if (costs.size() != problem.goals.size()) throw py::value_error("costs must be of the same length as goals");
    const std::size_t option = problem.options.size();
    problem.options.push_back({cadre, post});
    for (std::size_t goal = 0; goal < costs.size(); ++goal) problem.goals[goal].costs.push_back(costs[goal]);
    if (published) problem.pinned.push_back(option);
    return option;
}

void refuse(RotationProblem& problem, std::size_t cadre, std::size_t post, const std::vector<std::string>& rules) {
    RefusedOption refused{{cadre, post}, {}};
    for (const std::string& rule : rules) refused.rules.push_back(position_of(problem.rules, rule, "rule"));
    std::sort(refused.rules.begin(), refused.rules.end());
    problem.refused.push_back(std::move(refused));
}

/// Rows of `cadres` and keys of posts where the problem was made from a roster, else positions.
class Names {
public:
    explicit Names(const RotationNames& names) : names_(names) {}

    std::size_t cadre(std::size_t cadre) const { return names_.cadres.empty() ? cadre : names_.cadres[cadre]; }
    py::object post(std::size_t post) const {
        return names_.posts.empty() ? py::object(py::int_(post)) : py::object(py::str(names_.posts[post]));
    }
    py::object post(const std::optional<std::size_t>& at) const { return at ? post(*at) : py::object(py::none()); }

private:
    const RotationNames& names_;
};

py::dict costs_of(const RotationProblem& problem, const std::vector<std::int64_t>& costs) {
    py::dict values;
    for (std::size_t goal = 0; goal < costs.size(); ++goal) values[py::str(problem.goals[goal].id)] = costs[goal];
    return values;
}

py::dict costs_of(const RotationProblem& problem, std::size_t option) {
    py::dict values;
    for (const RotationGoal& goal : problem.goals) values[py::str(goal.id)] = goal.costs[option];
    return values;
}

py::dict to_dict(const RotationProblem& problem, const Names& names, std::size_t cadre,
                 const std::optional<std::size_t>& option) {
    const RotationCandidate& candidate = problem.cadres[cadre];
    py::dict row;
    row["cadre"] = names.cadre(cadre);
    row["required"] = candidate.required;
    row["present"] = names.post(candidate.present);
    row["post"] = option ? names.post(problem.options[*option].post) : py::object(py::none());
    row["moves"] = option && !problem.stays(problem.options[*option]);
    row["costs"] = option ? py::object(costs_of(problem, *option)) : py::object(py::none());
    return row;
}

py::list rows_of(const ProposedRotation& found) {
    const Names names(found.names());
    py::list rows;
    const auto& options = found.proposal().options;
    for (std::size_t cadre = 0; cadre < options.size(); ++cadre)
        rows.append(to_dict(found.problem(), names, cadre, options[cadre]));
    return rows;
}

py::object regret_of(const ProposedRotation& found, const std::optional<RotationRegret>& regret) {
    if (!regret) return py::none();
    const Names names(found.names());
    py::list changes;
    for (const RotationChange& change : regret->changes)
        changes.append(to_dict(found.problem(), names, change.cadre, change.option));
    py::dict values;
    values["settled_lost"] = regret->settled_lost;
    values["required_lost"] = regret->required_lost;
    values["placed_lost"] = regret->placed_lost;
    values["costs"] = costs_of(found.problem(), regret->costs);
    values["changes"] = changes;
    return values;
}

/// The position of a cadre given by row, of a post given by key, where the problem has such names.
std::size_t cadre_of(const ProposedRotation& found, std::size_t cadre) {
    const auto& rows = found.names().cadres;
    if (rows.empty()) return cadre;
    const auto at = std::find(rows.begin(), rows.end(), cadre);
    if (at == rows.end()) throw py::value_error("the cadre in row " + std::to_string(cadre) + " is no candidate");
    return static_cast<std::size_t>(at - rows.begin());
}

std::size_t post_of(const ProposedRotation& found, const py::object& post) {
    const auto& keys = found.names().posts;
    if (keys.empty()) return to_row(cast_as<py::ssize_t>(post, "post must be a position"));
    return position_of(keys, cast_as<std::string>(post, "post must be a key of the table `posts`"), "post");
}

py::object why(ProposedRotation& found, std::size_t cadre) {
    return regret_of(found, found.regrets().why(cadre_of(found, cadre)));
}

std::size_t option_of(const ProposedRotation& found, std::size_t cadre, const py::object& post) {
    const RotationOption wanted{cadre_of(found, cadre), post_of(found, post)};
    const auto& options = found.problem().options;
    const auto option = std::find(options.begin(), options.end(), wanted);
    if (option == options.end()) throw py::value_error("the cadre has no such option; see refused");
    return static_cast<std::size_t>(option - options.begin());
}

py::object why_not(ProposedRotation& found, std::size_t cadre, const py::object& post) {
    return regret_of(found, found.regrets().why_not(option_of(found, cadre, post)));
}

std::string text_of_why(ProposedRotation& found, std::size_t cadre, const std::string& lang) {
    const std::size_t position = cadre_of(found, cadre);
    return why_text(found.problem(), found.proposal(), position, found.regrets().why(position), to_language(lang),
                    found.names());
}

std::string text_of_why_not(ProposedRotation& found, std::size_t cadre, const py::object& post,
                            const std::string& lang) {
    const std::size_t option = option_of(found, cadre, post);
    return why_not_text(found.problem(), found.proposal(), option, found.regrets().why_not(option), to_language(lang),
                        found.names());
}

std::vector<ProposedRotation> best_of(const ProposedRotation& found, std::size_t count) {
    std::vector<ProposedRotation> plans;
    for (RotationProposal& plan : best_rotations(found.problem(), found.proposal(), count))
        plans.emplace_back(found.problem(), std::move(plan), found.names());
    return plans;
}

py::list refused_of(const ProposedRotation& found) {
    const Names names(found.names());
    py::list rows;
    for (const RefusedOption& refused : found.problem().refused) {
        py::list rules;
        for (const std::size_t rule : refused.rules) rules.append(found.problem().rules[rule]);
        py::dict row;
        row["cadre"] = names.cadre(refused.option.cadre);
        row["post"] = names.post(refused.option.post);
        row["rules"] = rules;
        rows.append(row);
    }
    return rows;
}

/// By cadre: the rules that refuse options.
using RefusingRules = std::vector<std::set<std::size_t>>;

RefusingRules refusing_rules(const RotationProblem& problem) {
    RefusingRules refusing(problem.cadres.size());
    for (const RefusedOption& refused : problem.refused)
        refusing[refused.option.cadre].insert(refused.rules.begin(), refused.rules.end());
    return refusing;
}

py::list refusing_of(const RotationProblem& problem, const RefusingRules& refusing, const RotationShortage& shortage) {
    std::set<std::size_t> rules;
    for (const std::size_t cadre : shortage.cadres) rules.insert(refusing[cadre].begin(), refusing[cadre].end());
    py::list ids;
    for (const std::size_t rule : rules) ids.append(problem.rules[rule]);
    return ids;
}

py::list circuits_of(const ProposedCircuits& found) {
    const RotationNames positions;
    const Names names(positions);
    py::list rows;
    for (std::size_t circuit = 0; circuit < found.bounded.circuits.size(); ++circuit) {
        for (const std::size_t option : found.bounded.circuits[circuit].options) {
            py::dict row;
            row["circuit"] = circuit;
            row["is_cycle"] = found.bounded.circuits[circuit].is_cycle;
            row.attr("update")(to_dict(found.problem, names, found.problem.options[option].cadre, option));
            rows.append(row);
        }
    }
    return rows;
}

void register_problem(py::module_& module) {
    py::class_<RotationProblem>(module, "RotationProblem", "Who may move where, and what counts; all by position.")
        .def(py::init(&make_problem), py::arg("goals") = std::vector<std::string>(), py::kw_only(),
             py::arg("rules") = std::vector<std::string>(),
             "Goals by id, the first counts first; rules are those that may refuse options.")
        .def(
            "add_post",
            [](RotationProblem& problem, std::int32_t seats) {
                problem.seats.push_back(seats);
                return problem.seats.size() - 1;
            },
            py::arg("seats") = 1, "Adds a post and returns its position.")
        .def(
            "add_cadre",
            [](RotationProblem& problem, std::optional<std::size_t> present, bool required) {
                problem.cadres.push_back({required, present});
                return problem.cadres.size() - 1;
            },
            py::arg("present") = py::none(), py::kw_only(), py::arg("required") = false,
            "Adds a cadre, who holds the post present, and returns the position.")
        .def("add_option", &add_option, py::arg("cadre"), py::arg("post"),
             py::arg("costs") = std::vector<std::int64_t>(), py::kw_only(), py::arg("published") = false,
             "The cadre may take the post, or keep the present one; costs are whole numbers, one a goal. A published\n"
             "option has to stay.")
        .def("refuse", &refuse, py::arg("cadre"), py::arg("post"), py::arg("rules"),
             "The cadre might take the post but for these rules.");
}

void register_answer(py::module_& module) {
    py::class_<ProposedRotation> proposal(module, "RotationProposal", "The best moves, and what proves them.");
    proposal.attr("most_moves_compared") = most_moves_compared;
    proposal.def_property_readonly("placed", [](const ProposedRotation& p) { return p.proposal().placed; })
        .def_property_readonly("required_placed",
                               [](const ProposedRotation& p) { return p.proposal().required_placed; })
        .def_property_readonly(
            "costs", [](const ProposedRotation& p) { return costs_of(p.problem(), p.proposal().costs); },
            "The sum by goal.")
        .def_property_readonly(
            "prices", [](const ProposedRotation& p) { return p.proposal().prices; },
            "The certificate: by stage of goals, the price of a seat at each post.")
        .def_property_readonly(
            "shortages",
            [](const ProposedRotation& p) { return rows_of_shortages(p.problem(), p.names(), p.proposal().shortages); },
            "Who gets no post and why: dicts of cadres who compete for posts with fewer seats, of waivers: how many\n"
            "more would get one if a rule were waived for them, and of the rules that refuse them options.")
        .def_property_readonly("refused", &refused_of, "The options that rules refuse.")
        .def(
            "verify", [](const ProposedRotation& p) { return verify_rotation(p.problem(), p.proposal()); },
            "Whether the prices prove that no plan is better. Plans of `best` other than the first have none.")
        .def("why", &why, py::arg("cadre"),
             "What is lost by the best plan in which the cadre has not the post proposed: a dict of settled_lost,\n"
             "required_lost, placed_lost, costs by goal and changes. None where no post is proposed.")
        .def("why_not", &why_not, py::arg("cadre"), py::arg("post"),
             "What is lost by the best plan in which the cadre has this post; None where there is none.")
        .def("why_text", &text_of_why, py::arg("cadre"), py::arg("lang") = "en", "What `why` tells, in words.")
        .def("why_not_text", &text_of_why_not, py::arg("cadre"), py::arg("post"), py::arg("lang") = "en",
             "What `why_not` tells, in words.")
        .def("best", &best_of, py::arg("count"), "The best plans that differ, this one first.")
        .def(
            "to_dicts", &rows_of,
            "One dict a cadre: the present post, the one proposed (None: none), whether that is a move, and its costs\n"
            "by goal (None where no post is proposed).")
        .def(
            "to_text",
            [](const ProposedRotation& p, const std::string& lang) {
                return rotation_proposal_text(p.problem(), p.proposal(), to_language(lang), p.names());
            },
            py::arg("lang") = "en");
}

void register_circuits(py::module_& module) {
    py::class_<ProposedCircuits>(module, "BoundedRotation", "A plan of short chains and cycles.")
        .def_property_readonly(
            "proven", [](const ProposedCircuits& c) { return c.bounded.proven; },
            "Whether it is proven that no plan of chains and cycles that short is better.")
        .def_property_readonly("required_placed",
                               [](const ProposedCircuits& c) { return c.bounded.plan.required_placed; })
        .def_property_readonly("costs",
                               [](const ProposedCircuits& c) { return costs_of(c.problem, c.bounded.plan.costs); })
        .def_property_readonly(
            "unbounded", [](const ProposedCircuits& c) { return ProposedRotation(c.problem, c.bounded.unbounded); },
            "The best plan of any length: no bounded one is better.")
        .def("to_dicts", &circuits_of, "One dict a move, with the number of its chain or cycle.")
        .def(
            "to_text",
            [](const ProposedCircuits& c, const std::string& lang) {
                return bounded_rotation_text(c.problem, c.bounded, to_language(lang));
            },
            py::arg("lang") = "en");
}

}  // namespace

py::list rows_of_shortages(const RotationProblem& problem, const RotationNames& names,
                           const std::vector<RotationShortage>& shortages) {
    const Names named(names);
    const RefusingRules refusing = refusing_rules(problem);
    py::list rows;
    for (const RotationShortage& shortage : shortages) {
        py::list cadres;
        for (const std::size_t cadre : shortage.cadres) cadres.append(named.cadre(cadre));
        py::list posts;
        for (const std::size_t post : shortage.posts) posts.append(named.post(post));
        py::dict waivers;
        for (const RotationWaiver& waiver : shortage.waivers)
            waivers[py::str(problem.rules[waiver.rule])] = waiver.freed;
        py::dict row;
        row["required"] = shortage.required;
        row["cadres"] = cadres;
        row["posts"] = posts;
        row["seats"] = shortage.seats;
        row["short_by"] = shortage.short_by();
        row["waivers"] = waivers;
        row["refusing"] = refusing_of(problem, refusing, shortage);
        rows.append(row);
    }
    return rows;
}

void register_rotation_proposal(py::module_& module) {
    register_problem(module);
    register_answer(module);
    register_circuits(module);
    module.def(
        "propose_rotation",
        [](const RotationProblem& problem) {
            const py::gil_scoped_release unlocked;
            return ProposedRotation(problem, propose_rotation(problem));
        },
        py::arg("problem"),
        "The moves that place the most required cadres, then the most in all, then at the lowest costs, goal by goal.");
    module.def(
        "propose_bounded_rotation",
        [](const RotationProblem& problem, std::size_t longest, std::int64_t work) {
            const py::gil_scoped_release unlocked;
            return ProposedCircuits{problem, propose_bounded_rotation(problem, {longest, work})};
        },
        py::arg("problem"), py::kw_only(), py::arg("longest") = BoundedRotationOptions{}.longest,
        py::arg("work_limit") = BoundedRotationOptions{}.work,
        "The best plan of chains and cycles of at most `longest` moves. work_limit counts steps; cadre.Error below 0.");
}

}  // namespace cadre::python

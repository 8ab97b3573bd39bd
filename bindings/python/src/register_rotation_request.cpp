#include "convert.hpp"
#include "plan_finding.hpp"
#include "proposed_rotation.hpp"
#include "register.hpp"
#include "roster_plan.hpp"

#include <cadre/reports/rotation_draft_text.hpp>
#include <cadre/reports/rotation_option_text.hpp>
#include <cadre/rotation/option_explanation.hpp>
#include <cadre/rotation/rotation_request.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace cadre::python {
namespace {

/// A draft with what it was made from.
struct RosterDraft {
    Pack pack;
    Roster roster;
    RotationRequest request;
    RotationDraft draft;
};

/// An explanation with what it names.
struct ExplainedOption {
    Roster roster;
    RotationDraft draft;
    OptionExplanation explanation;
};

/// Texts, or pairs of a text and the points that count at most.
std::vector<RotationFitness> to_fitness(const py::dict& asked) {
    constexpr auto form = "fitness: a text, or a pair of a text and the most points (an integer of 64 bits)";
    std::vector<RotationFitness> fitness;
    for (const auto& [id, value] : asked) {
        RotationFitness one;
        one.id = cast_as<std::string>(id, "fitness: ids must be str");
        if (py::isinstance<py::tuple>(value)) {
            std::tie(one.value, one.most) = cast_as<std::pair<std::string, std::int64_t>>(value, form);
        } else {
            one.value = cast_as<std::string>(value, form);
        }
        fitness.push_back(std::move(one));
    }
    return fitness;
}

std::vector<DirectionPrice> to_prices(const py::dict& asked) {
    std::vector<DirectionPrice> prices;
    for (const auto& [direction, price] : asked) {
        prices.push_back({cast_as<std::string>(direction, "directions: codes must be str"),
                          cast_as<std::int64_t>(price, "directions: prices must be int, of 64 bits")});
    }
    return prices;
}

RosterDraft propose(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                    std::string must_move, std::vector<std::size_t> must_rows, std::string may_move, std::string posts,
                    const py::dict& fitness, const py::dict& directions, bool keep_plan, std::string kind,
                    std::size_t open_listed, bool strict_snapshot, int threads) {
    RotationRequest request;
    request.evaluation = to_options(as_of, law_as_of, strict_snapshot, threads);
    request.must_move = std::move(must_move);
    request.must_rows = std::move(must_rows);
    request.may_move = std::move(may_move);
    request.posts = std::move(posts);
    request.fitness = to_fitness(fitness);
    request.directions = to_prices(directions);
    request.kind = std::move(kind);
    request.open_listed = open_listed;
    const py::gil_scoped_release unlocked;
    if (keep_plan) request.plan = read_rotation_plan(roster);
    RotationDraft draft = propose_rotation(pack, roster, request);
    return {pack, roster, std::move(request), std::move(draft)};
}

py::dict from_mover(const OpenMover& open) {
    py::dict row;
    row["cadre"] = open.cadre;
    row["has_to"] = open.has_to;
    row["missing"] = list_of(open.fields, from_missing);
    return row;
}

py::dict from_post(const OpenPost& open) {
    py::dict row;
    row["post"] = open.key;
    row["missing"] = list_of(open.fields, from_missing);
    return row;
}

py::dict from_option(const OpenOption& open) {
    py::dict row;
    row["cadre"] = open.cadre;
    row["post"] = open.post_key;
    row["missing"] = list_of(open.fields, from_missing);
    return row;
}

py::dict from_rule(const RotationRule& rule) {
    py::dict row;
    put_clause(row, rule.id, rule.title, rule.citation);
    return row;
}

py::dict considered_in(const RotationDraft& draft) {
    const RotationProblem& problem = draft.problem;
    std::set<std::size_t> posts;
    for (const auto& post : draft.posts) {
        if (post) posts.insert(*post);
    }
    py::dict counts;
    counts["cadres"] = problem.cadres.size();
    counts["required"] = std::count_if(problem.cadres.begin(), problem.cadres.end(),
                                       [](const RotationCandidate& cadre) { return cadre.required; });
    counts["posts"] = posts.size();
    counts["options"] = problem.options.size() - problem.cadres.size();
    counts["refused"] = problem.refused.size();
    return counts;
}

py::list moves_of(const RosterDraft& of) {
    const RotationDraft& draft = of.draft;
    std::map<std::size_t, std::string> keys;
    for (std::size_t post = 0; post < draft.posts.size(); ++post) {
        if (draft.posts[post]) keys[*draft.posts[post]] = draft.post_keys[post];
    }
    py::list rows;
    for (const RotationMove& move : rotation_plan(draft).moves) {
        py::dict row;
        row["cadre"] = move.person;
        row["from"] = move.from ? py::object(py::str(keys.at(*move.from))) : py::object(py::none());
        row["to"] = keys.at(*move.to);
        row["day"] = from_day(move.day);
        row["kind"] = move.kind;
        row["published"] = move.published;
        rows.append(row);
    }
    return rows;
}

ExplainedOption explain(const RosterDraft& of, py::ssize_t cadre, py::ssize_t post, const std::string& audience) {
    const std::size_t cadre_row = to_row(cadre);
    const std::size_t post_row = to_row(post);
    const Audience reader = to_audience(audience);
    const py::gil_scoped_release unlocked;
    return {of.roster, of.draft, explain_option(of.pack, of.roster, of.request, of.draft, cadre_row, post_row, reader)};
}

void register_explained_option(py::module_& module) {
    py::class_<ExplainedOption>(module, "OptionExplanation", "Why a cadre gets a post in a proposal, or does not.")
        .def_property_readonly(
            "status", [](const ExplainedOption& e) { return to_code(e.explanation.status); },
            "\"proposed\", \"possible\", \"refused\", \"undetermined\", \"not_asked_for\", \"present_unknown\",\n"
            "\"held\", \"not_offered\" or \"no_seat\".")
        .def_property_readonly(
            "reasons", [](const ExplainedOption& e) { return e.explanation.reasons; },
            "Of the rules that refuse the move or may, or of the conditions asked for that stand against it.")
        .def(
            "to_text",
            [](const ExplainedOption& e, const std::string& lang) {
                return rotation_option_text(e.explanation, e.draft, e.roster, to_language(lang));
            },
            py::arg("lang") = "en");
}

}  // namespace

void register_rotation_request(py::module_& module) {
    register_explained_option(module);
    py::class_<RosterDraft>(module, "RotationDraft", "A proposal of moves from a roster.")
        .def_property_readonly("as_of", [](const RosterDraft& d) { return from_day(d.draft.as_of); })
        .def_property_readonly("law_as_of", [](const RosterDraft& d) { return from_day(d.draft.law_as_of); })
        .def_property_readonly(
            "considered", [](const RosterDraft& d) { return considered_in(d.draft); },
            "How many cadres, among them required ones, and posts were looked at, how many moves\n"
            "were options, and how many rules refused.")
        .def_property_readonly(
            "rules", [](const RosterDraft& d) { return list_of(d.draft.rules, from_rule); },
            "The rules that may refuse options, each with its clause.")
        .def_property_readonly(
            "proposal",
            [](const RosterDraft& d) {
                return ProposedRotation(d.draft.problem, d.draft.proposal, rotation_names(d.draft));
            },
            "Everybody considered, by row of `cadres` and key of the post, with why, why_not, best and verify.")
        .def_property_readonly(
            "problem", [](const RosterDraft& d) { return d.draft.problem; },
            "The problem that the proposal solves; its positions are those of cadres, posts and post_keys.")
        .def_property_readonly(
            "cadres", [](const RosterDraft& d) { return d.draft.cadres; },
            "Rows of `cadres`, by position in the problem.")
        .def_property_readonly(
            "posts", [](const RosterDraft& d) { return d.draft.posts; },
            "Rows of `posts`, by position in the problem. The last one, None, is held by who comes from outside.")
        .def_property_readonly(
            "post_keys", [](const RosterDraft& d) { return d.draft.post_keys; },
            "Keys of posts, by position in the problem; \"–\" for the last one.")
        .def_property_readonly(
            "shortages",
            [](const RosterDraft& d) {
                return rows_of_shortages(d.draft.problem, rotation_names(d.draft), d.draft.shortages);
            },
            "Of those who have to move, who competes for which posts, and what waivers would free.")
        .def_property_readonly("open_mover_count", [](const RosterDraft& d) { return d.draft.open_mover_count; })
        .def_property_readonly(
            "open_movers", [](const RosterDraft& d) { return list_of(d.draft.open_movers, from_mover); },
            "The first of whom it is not known whether they have to, or may, move.")
        .def_property_readonly("open_post_count", [](const RosterDraft& d) { return d.draft.open_post_count; })
        .def_property_readonly(
            "open_posts", [](const RosterDraft& d) { return list_of(d.draft.open_posts, from_post); },
            "The first posts of which it is not known whether they may be taken.")
        .def_property_readonly("open_option_count", [](const RosterDraft& d) { return d.draft.open_option_count; })
        .def_property_readonly(
            "open_options", [](const RosterDraft& d) { return list_of(d.draft.open_options, from_option); },
            "The first moves that might be options if the missing cells were filled in.")
        .def_property_readonly("findings", [](const RosterDraft& d) { return list_of(d.draft.findings, from_finding); })
        .def_property_readonly(
            "plan",
            [](const RosterDraft& d) {
                return RosterPlan{d.roster, rotation_plan(d.draft)};
            },
            "The moves as a plan, to be checked and put in order.")
        .def("explain", &explain, py::kw_only(), py::arg("cadre"), py::arg("post"), py::arg("audience") = "subject",
             "Why the cadre in a row of `cadres` gets the post in a row of `posts`, or does not.\n"
             "IndexError for negative rows; cadre.Error for those that are not there.")
        .def("to_dicts", &moves_of, "One dict a move, in the form of the table `planned_moves`.")
        .def(
            "to_text",
            [](const RosterDraft& d, const std::string& lang) {
                return rotation_draft_text(d.draft, to_language(lang));
            },
            py::arg("lang") = "en");

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def(
        "propose_rotation", &propose, py::arg("roster"), py::kw_only(), py::arg("as_of"),
        py::arg("law_as_of") = py::none(), py::arg("must_move") = "", py::arg("must_rows") = std::vector<std::size_t>(),
        py::arg("may_move") = "", py::arg("posts") = "", py::arg("fitness") = py::dict(),
        py::arg("directions") = py::dict(), py::arg("keep_plan") = false, py::arg("kind") = RotationRequest{}.kind,
        py::arg("open_listed") = RotationRequest{}.open_listed, py::arg("strict_snapshot") = false,
        py::arg("threads") = 1,
        "Proposes moves on the day as_of that no rule of the pack stands against: the most of those who have to,\n"
        "then the best by the goals. must_move and may_move are conditions on cadres, must_rows adds rows of them,\n"
        "posts is a condition on those that may be taken. fitness gives points by goal, an expression on cadres\n"
        "with proposed_post (or a pair of it and the most that counts); directions gives prices by code.\n"
        "keep_plan keeps to the moves of the table `planned_moves`: the published ones, and others where that\n"
        "costs nothing. kind is the code of the appointments, published ones keep theirs; open_listed of each kind\n"
        "of what is open are listed.\n"
        "TypeError for wishes of another form; cadre.Error for conditions, codes and rows that are wrong.");
}

}  // namespace cadre::python

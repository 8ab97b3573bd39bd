#include "convert.hpp"
#include "plan_finding.hpp"
#include "register.hpp"
#include "rotation_options.hpp"

#include <cadre/rotation/betweenness.hpp>
#include <cadre/rotation/components.hpp>
#include <cadre/rotation/cycles.hpp>
#include <cadre/rotation/directions.hpp>
#include <cadre/rotation/flow.hpp>
#include <cadre/rotation/moves.hpp>
#include <cadre/rotation/reciprocity.hpp>
#include <cadre/rotation/rotation_graph.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <pybind11/stl.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre::python {
namespace {

/// Moves with the roster that they are of, whose units give their directions.
struct RosterMoves {
    Roster roster;
    Moves moves;
};

py::object row_or_none(std::int32_t row) {
    return row < 0 ? py::object(py::none()) : py::object(py::int_(row));
}

py::dict to_dict(const Moves& moves, const Move& move) {
    py::dict row;
    row["source"] = moves.vertices[static_cast<std::size_t>(move.from)];
    row["target"] = moves.vertices[static_cast<std::size_t>(move.to)];
    row["day"] = from_day(move.day);
    row["cadre"] = row_or_none(move.cadre);
    row["left"] = row_or_none(move.left);
    row["taken"] = row_or_none(move.taken);
    row["kind"] = move.kind < 0 ? py::object(py::none()) : py::cast(moves.kinds[static_cast<std::size_t>(move.kind)]);
    return row;
}

py::list dicts_of_moves(const RosterMoves& found) {
    py::list rows;
    for (const Move& move : found.moves.moves) rows.append(to_dict(found.moves, move));
    return rows;
}

py::list directions_of(const RosterMoves& found) {
    py::list rows;
    for (const MoveDirections& directions : move_directions(found.roster, found.moves)) {
        py::dict row;
        for (std::size_t i = 0; i < direction_count; ++i) {
            row[py::str(direction_id(static_cast<Direction>(i)))] = from_verdict(directions.form[i]);
        }
        for (std::size_t i = 0; i < programme_direction_count; ++i) {
            row[py::str(direction_id(static_cast<ProgrammeDirection>(i)))] = from_verdict(directions.programme[i]);
        }
        rows.append(row);
    }
    return rows;
}

py::list rows_of(const Eigen::MatrixXd& matrix) {
    py::list rows;
    for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
        const Eigen::VectorXd values = matrix.row(row);
        rows.append(std::vector<double>(values.begin(), values.end()));
    }
    return rows;
}

py::dict flow_of(const RosterMoves& found) {
    const FlowMatrix flow = flow_matrix(found.moves);
    const auto stationary = stationary_distribution(flow.counts);
    py::dict values;
    values["groups"] = flow.groups;
    values["counts"] = rows_of(flow.counts);
    values["uncertain"] = flow.uncertain;
    values["stationary"] =
        stationary ? py::cast(std::vector<double>(stationary->begin(), stationary->end())) : py::object(py::none());
    return values;
}

RosterMoves moves_of(const Roster& roster, const std::string& by, bool acting, bool secondary, bool reversed,
                     std::optional<std::int32_t> longest_gap, const py::object& start, const py::object& end) {
    const MoveOptions options = to_move_options(by, acting, secondary, reversed, longest_gap, start, end);
    const py::gil_scoped_release unlocked;
    return {roster, find_moves(roster, options)};
}

RosterMoves planned_moves_of(const Roster& roster, const std::string& by) {
    return {roster, moves_of_plan(roster, read_rotation_plan(roster), to_grouping(by))};
}

void register_moves(py::module_& module) {
    py::class_<RosterMoves>(module, "Moves", "Moves of cadres between the vertices of a grouping.")
        .def_property_readonly(
            "vertices", [](const RosterMoves& m) { return m.moves.vertices; }, "The key, code or text of each vertex.")
        .def_property_readonly(
            "uncertain", [](const RosterMoves& m) { return m.moves.uncertain; },
            "Pairs of spells, or rows of a plan, that may be a move.")
        .def_property_readonly(
            "open_histories", [](const RosterMoves& m) { return m.moves.open_histories; },
            "Cadres who have, or may have, spells of an unknown place in the order.")
        .def_property_readonly(
            "findings", [](const RosterMoves& m) { return list_of<py::dict>(m.moves.findings, from_finding); },
            "Spells that end before they start, and rows of a plan that cannot be right.")
        .def("__len__", [](const RosterMoves& m) { return m.moves.moves.size(); })
        .def(
            "graph", [](const RosterMoves& m) { return move_graph(m.moves); },
            "The graph whose edge numbers are the positions of the moves.")
        .def(
            "flow", &flow_of,
            "A dict: counts from each group (row) to each (column), groups, uncertain, and the stationary distribution "
            "or None.")
        .def("directions", &directions_of,
             "One dict a move: the verdict of each direction of form 11-BTCTW and of Programme 01-CTr/TU (2011).")
        .def("to_dicts", &dicts_of_moves, "One dict a move, as in pandas.DataFrame(moves.to_dicts()).");
}

RotationGraph graph_from_edges(std::int64_t vertex_count, const std::vector<std::int32_t>& sources,
                               const std::vector<std::int32_t>& targets) {
    if (sources.size() != targets.size()) throw py::value_error("sources and targets must have the same length");
    std::vector<RotationEdge> edges;
    edges.reserve(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) edges.push_back({sources[i], targets[i]});
    return RotationGraph(vertex_count, edges);
}

std::vector<std::pair<std::int32_t, std::int32_t>> edges_of(const RotationGraph& graph) {
    std::vector<std::pair<std::int32_t, std::int32_t>> edges;
    for (std::int32_t edge = 0; edge < graph.edge_count(); ++edge) {
        edges.emplace_back(graph.source(edge), graph.target(edge));
    }
    return edges;
}

py::dict betweenness_of(const RotationGraph& graph, std::int32_t samples, std::uint64_t seed, double confidence) {
    const Betweenness found = betweenness(graph, {.samples = samples, .seed = seed, .confidence = confidence});
    py::dict values;
    values["shares"] = found.shares;
    values["starts"] = found.starts;
    values["error_bound"] = found.error_bound;
    return values;
}

py::dict reciprocity_of(const RotationGraph& graph) {
    const Reciprocity found = reciprocity(graph);
    py::dict values;
    values["pairs"] = from_share(found.pairs);
    values["moves"] = from_share(found.moves);
    return values;
}

py::tuple cycles_of(const RotationGraph& graph, std::int32_t length, std::size_t limit) {
    const Cycles found = find_cycles(graph, {.length = length, .cycles = limit});
    return py::make_tuple(found.cycles, found.is_complete);
}

void register_graph(py::module_& module) {
    py::class_<RotationGraph>(module, "RotationGraph",
                              "An immutable directed multigraph; edges are numbered by source, "
                              "then target, then as given.")
        .def(py::init(&graph_from_edges), py::arg("vertices"), py::arg("sources"), py::arg("targets"),
             "A graph of a number of vertices, and of edges as two sequences of vertices.")
        .def_property_readonly("vertex_count", &RotationGraph::vertex_count)
        .def_property_readonly("edge_count", &RotationGraph::edge_count)
        .def_property_readonly("edges", &edges_of, "The pair of vertices of each edge.")
        .def(
            "strong_components", [](const RotationGraph& g) { return strong_components(g).of; },
            "The strong component of each vertex, numbered in topological order.")
        .def(
            "weak_components", [](const RotationGraph& g) { return weak_components(g).of; },
            "The weak component of each vertex.")
        .def(
            "condensation", [](const RotationGraph& g) { return condensation(g, strong_components(g)); },
            "A vertex for each strong component.")
        .def("topological_order", &topological_order, "The vertices by strong component.")
        .def("articulation_vertices", &articulation_vertices,
             "Vertices without which their weak component falls apart.")
        .def("betweenness", &betweenness_of, py::kw_only(), py::arg("samples") = BetweennessOptions{}.samples,
             py::arg("seed") = BetweennessOptions{}.seed, py::arg("confidence") = BetweennessOptions{}.confidence,
             "A dict: shares of the vertices (sampled above 5,000 vertices), starts, error_bound.")
        .def("reciprocity", &reciprocity_of, "A dict: the shares of pairs and of moves that have one back, or None.")
        .def("cycles", &cycles_of, py::kw_only(), py::arg("length") = CycleLimits{}.length,
             py::arg("limit") = CycleLimits{}.cycles,
             "The cycles of at most so many vertices, and whether these are all.");
}

}  // namespace

void register_rotation_graph(py::module_& module) {
    register_graph(module);
    register_moves(module);

    auto roster = py::reinterpret_borrow<py::class_<Roster>>(module.attr("Roster"));
    roster.def(
        "moves", &moves_of, py::arg("by") = "unit", py::kw_only(), py::arg("acting") = true,
        py::arg("secondary") = false, py::arg("reversed") = false, py::arg("longest_gap") = py::none(),
        py::arg("start") = py::none(), py::arg("end") = py::none(),
        "The moves in the appointments by post, unit, tier, sector, locality or field; days from start (included) to\n"
        "end (excluded). acting, secondary and reversed: whether acting spells, those that are not primary and those\n"
        "that end before they start count; longest_gap: the most days between two spells that make a move (None:\n"
        "any). ValueError for another grouping and for what is no day; cadre.Error for a negative longest_gap.");
    roster.def("planned_moves", &planned_moves_of, py::arg("by") = "post", "The moves of the table planned_moves.");
}

}  // namespace cadre::python

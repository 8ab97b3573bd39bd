"""Rotation graphs from Python: moves, analysis, measures, the form, and other tools' graphs."""

from __future__ import annotations

import datetime
import subprocess
import sys
from fractions import Fraction

import cadre
import pytest


@pytest.fixture
def roster() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    for key, tier in [("a", "city"), ('b "x"', "district")]:
        builder.add("units", {"id": key, "tier": tier, "sector": "party", "parent": cadre.NONE})
        builder.add("posts", {"id": key, "unit": key})
    moved = datetime.date(2015, 6, 1)
    spells = [("a", datetime.date(2010, 1, 1), moved), ('b "x"', moved, cadre.ONGOING)]
    appointments = [
        {"post": post, "from": start, "to": end, "kind": "rotation", "primary": True, "acting": False}
        for post, start, end in spells
    ]
    builder.add("cadres", {"id": "x", "sex": "female", "appointments": appointments})
    return builder.build()


def test_moves_are_the_edges_of_their_graph(roster):
    moves = roster.moves()
    assert len(moves) == 1
    assert moves.uncertain == 0
    assert moves.graph().edges == [(0, 1)]
    assert moves.to_dicts()[0]["source"] == "a"
    assert moves.directions()[0]["province_to_district"] == "met"
    assert moves.flow()["counts"] == [[0, 1], [0, 0]]
    with pytest.raises(ValueError, match="by must be"):
        roster.moves(by="age")
    for measured in (roster.moves, roster.closedness):
        with pytest.raises(cadre.Error, match="`longest_gap` is -1 days: give 0 or more"):
            measured(longest_gap=-1)


def test_a_graph_of_edge_arrays_is_analysed():
    graph = cadre.RotationGraph(4, [0, 1, 1, 2], [1, 0, 2, 3])
    assert graph.strong_components() == [0, 0, 1, 2]
    assert graph.weak_components() == [0, 0, 0, 0]
    assert graph.condensation().edges == [(0, 1), (1, 2)]
    assert graph.topological_order() == [0, 1, 2, 3]
    assert graph.articulation_vertices() == [1, 2]
    assert graph.reciprocity() == {"pairs": Fraction(1, 2), "moves": Fraction(1, 2)}
    assert graph.cycles(length=2) == ([[0, 1]], True)
    assert graph.betweenness()["error_bound"] == 0
    with pytest.raises(ValueError, match="same length"):
        cadre.RotationGraph(2, [0], [])
    with pytest.raises(cadre.Error):
        cadre.RotationGraph(2, [0], [2])


def test_measures_of_a_roster(roster):
    inside = roster.closedness()[1]
    assert (inside["inside"], inside["outside"], inside["least"]) == (0, 1, 0)
    times = roster.dwell_times(as_of="2015-12-31")
    assert (times["count"], times["censored"]) == (2, 1)
    assert roster.mobility(first="2014-01-01", second="2016-01-01")["immobility"] == 0
    form = roster.rotation_form("2015-01-01", as_of="2015-12-31")
    assert form.number == "11-BTCTW"
    assert form.to_dicts()[0]["province_to_district"] == (1, 1)
    assert form.to_dicts()[3]["province_total"] is None


def test_dot_text_is_escaped(roster):
    text = cadre.networks.to_dot(roster.moves())
    assert '1 [label="b \\"x\\""];' in text
    assert "0 -> 1 [label=1];" in text


def test_networkx_there_and_back(roster, tmp_path):
    networkx = pytest.importorskip("networkx")
    network = cadre.networks.to_networkx(roster.moves())
    assert network.nodes[0]["key"] == "a"
    assert network.edges[0, 1, 0]["day"] == "2015-06-01"
    graph, nodes, edges = cadre.networks.from_networkx(network)
    assert (graph.edges, nodes) == ([(0, 1)], [0, 1])
    assert edges == [{"day": "2015-06-01", "cadre": 0, "kind": "rotation"}]
    cadre.networks.to_graphml(roster.moves(), tmp_path / "moves.graphml")
    graph, nodes, edges = cadre.networks.from_graphml(tmp_path / "moves.graphml")
    assert (graph.edges, nodes) == ([(0, 1)], ["0", "1"])
    assert edges == [{"day": "2015-06-01", "cadre": 0, "kind": "rotation"}]
    with pytest.raises(ValueError, match="directed"):
        cadre.networks.from_networkx(networkx.Graph())


def test_attributes_are_those_of_the_edge_with_the_number():
    networkx = pytest.importorskip("networkx")
    network = networkx.MultiDiGraph()
    network.add_nodes_from("abc")
    for start, end, day in [("b", "c", 1), ("a", "c", 2), ("a", "b", 3), ("a", "c", 4)]:
        network.add_edge(start, end, day=day)
    graph, nodes, edges = cadre.networks.from_networkx(network)
    assert nodes == ["a", "b", "c"]
    assert graph.edges == [(0, 1), (0, 2), (0, 2), (1, 2)]
    assert [edge["day"] for edge in edges] == [3, 2, 4, 1]


def test_without_networkx_the_error_says_what_to_install(roster, monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ImportError, match=r"pip install 'cadre\[networks\]'"):
        cadre.networks.to_networkx(roster.moves())
    assert cadre.networks.to_dot(roster.moves())


def test_the_package_has_its_networks():
    program = "import cadre; cadre.networks.to_dot; cadre.highs.solve_selection; import sys; "
    optional = "assert not {'networkx', 'highspy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program + optional], check=True)

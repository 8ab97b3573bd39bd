"""Rotation graphs for other tools: NetworkX, GraphML, DOT.

    network = cadre.networks.to_networkx(roster.moves(by="sector"))

Only `to_dot` works without the package networkx (pip install cadre[networks]).
"""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterator
from typing import Any

from cadre._cadre import Moves, RotationGraph


def to_networkx(source: Moves | RotationGraph) -> Any:
    """A networkx.MultiDiGraph with a node a vertex and an edge a move, by number.

    Of moves, nodes have the attribute `key`, and edges have `day`, `cadre` (its row) and `kind` where these are known.
    """
    import networkx

    network = networkx.MultiDiGraph()
    for vertex, key in enumerate(_keys(source)):
        network.add_node(vertex, **({} if key is None else {"key": key}))
    for number, (start, end, attributes) in enumerate(_edges(source)):
        network.add_edge(start, end, key=number, **attributes)
    return network


def from_networkx(network: Any) -> tuple[RotationGraph, list[Hashable]]:
    """The graph of a directed NetworkX graph, and its node of each vertex. An undirected one is a ValueError."""
    if not network.is_directed():
        raise ValueError("a rotation graph is directed: give a DiGraph or MultiDiGraph")
    nodes = list(network.nodes)
    number = {node: vertex for vertex, node in enumerate(nodes)}
    edges = [(number[start], number[end]) for start, end in network.edges()]
    return RotationGraph(len(nodes), [start for start, _ in edges], [end for _, end in edges]), nodes


def to_graphml(source: Moves | RotationGraph, path: str | os.PathLike[str]) -> None:
    """Writes a GraphML file by NetworkX."""
    import networkx

    networkx.write_graphml(to_networkx(source), path)


def to_dot(source: Moves | RotationGraph) -> str:
    """The text of a DOT file: a node a vertex, labelled with its key, and an edge a pair, labelled with its moves."""
    counts: dict[tuple[int, int], int] = {}
    for start, end, _ in _edges(source):
        counts[start, end] = counts.get((start, end), 0) + 1
    lines = ["digraph rotation {"]
    lines += [f"    {vertex} [label={_quoted(key or str(vertex))}];" for vertex, key in enumerate(_keys(source))]
    lines += [f"    {start} -> {end} [label={count}];" for (start, end), count in counts.items()]
    return "\n".join([*lines, "}", ""])


def _keys(source: Moves | RotationGraph) -> list[str] | list[None]:
    return source.vertices if isinstance(source, Moves) else [None] * source.vertex_count


def _edges(source: Moves | RotationGraph) -> Iterator[tuple[int, int, dict[str, Any]]]:
    if isinstance(source, RotationGraph):
        yield from ((start, end, {}) for start, end in source.edges)
        return
    for (start, end), move in zip(source.graph().edges, source.to_dicts(), strict=True):
        attributes = {"day": move["day"].isoformat(), "cadre": move["cadre"], "kind": move["kind"]}
        yield start, end, {name: value for name, value in attributes.items() if value is not None}


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

"""Rotation graphs for other tools: NetworkX, GraphML, DOT.

    network = cadre.networks.to_networkx(roster.moves(by="sector"))

Only `to_dot` and `from_networkx` work without the package networkx (pip install cadre[networks]); others raise an
ImportError that says so.
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
    network = _networkx().MultiDiGraph()
    for vertex, key in enumerate(_keys(source)):
        network.add_node(vertex, **({} if key is None else {"key": key}))
    for number, (start, end, attributes) in enumerate(_edges(source)):
        network.add_edge(start, end, key=number, **attributes)
    return network


def from_networkx(network: Any) -> tuple[RotationGraph, list[Hashable], list[dict[str, Any]]]:
    """The graph of a directed NetworkX graph, its node of each vertex, and the attributes of each edge, by number.

    Edges of `to_networkx` have the attributes `day`, `cadre` and `kind`. An undirected graph is a ValueError.
    """
    if not network.is_directed():
        raise ValueError("a rotation graph is directed: give a DiGraph or MultiDiGraph")
    nodes = list(network.nodes)
    number = {node: vertex for vertex, node in enumerate(nodes)}
    edges = [(number[start], number[end], dict(attributes)) for start, end, attributes in network.edges(data=True)]
    edges.sort(key=lambda edge: edge[:2])  # as the graph numbers them
    graph = RotationGraph(len(nodes), [start for start, _, _ in edges], [end for _, end, _ in edges])
    return graph, nodes, [attributes for _, _, attributes in edges]


def to_graphml(source: Moves | RotationGraph, path: str | os.PathLike[str]) -> None:
    """Writes a GraphML file by NetworkX."""
    _networkx().write_graphml(to_networkx(source), path)


def from_graphml(path: str | os.PathLike[str]) -> tuple[RotationGraph, list[Hashable], list[dict[str, Any]]]:
    """Reads a GraphML file by NetworkX, as `from_networkx` does."""
    return from_networkx(_networkx().read_graphml(path, edge_key_type=str, force_multigraph=True))


def to_dot(source: Moves | RotationGraph) -> str:
    """The text of a DOT file: a node a vertex, labelled with its key, and an edge a pair, labelled with its moves."""
    counts: dict[tuple[int, int], int] = {}
    for start, end, _ in _edges(source):
        counts[start, end] = counts.get((start, end), 0) + 1
    lines = ["digraph rotation {"]
    lines += [f"    {vertex} [label={_quoted(key or str(vertex))}];" for vertex, key in enumerate(_keys(source))]
    lines += [f"    {start} -> {end} [label={count}];" for (start, end), count in counts.items()]
    return "\n".join([*lines, "}", ""])


def _networkx() -> Any:
    try:
        import networkx
    except ImportError as error:
        raise ImportError("this needs the package networkx: run  pip install 'cadre[networks]'") from error
    return networkx


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

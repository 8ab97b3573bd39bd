"""Checks that a file includes only its own layer and those before it, and that no two headers define one type name.

    check_layering.py ROOT

The layers and what each may use are the `cadre_layer(...)` lines of ROOT/CMakeLists.txt. Every offence is printed
as file:line; the exit status is 1 if there is one.
"""

import itertools
import re
import sys
from pathlib import Path

LAYER = re.compile(r"^cadre_layer\((\w+)([^)]*)\)", re.MULTILINE)
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{")
TYPE = re.compile(r"^(?:class|struct|enum class) (?:CADRE_EXPORT )?(\w+)\b(?!::)[^;]*$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Headers outside the folders: error.hpp is a message that is thrown, cadre.hpp is everything.
ROOT_LAYERS = {"cadre/error.hpp": "messages"}
ROOT_FREE = {"cadre/export.hpp", "cadre/version.hpp"}
UMBRELLA = "cadre/cadre.hpp"

PRIVATE_LIBRARIES = re.compile(r"^(toml\+\+/|toml\.hpp|utf8proc\.h|nlohmann/)")
UNWANTED = {"boost/date_time/gregorian/gregorian.hpp": "gregorian_types.hpp compiles four times as fast"}


def read_layers(cmake: str) -> dict[str, set[str]]:
    layers = {}
    for name, rest in LAYER.findall(cmake):
        uses = re.search(r"USES([\w\s]*?)(?:SOURCES|$)", rest)
        layers[name] = {name, *(uses.group(1).split() if uses else [])}
    return layers


def layer_of(include: str) -> str | None:
    """The layer of "cadre/<layer>/x.hpp" or "<layer>/x.hpp"; None for a header that belongs to none."""
    if include in ROOT_LAYERS:
        return ROOT_LAYERS[include]
    parts = include.removeprefix("cadre/").split("/")
    return parts[0] if len(parts) > 1 else None


def offences(root: Path, layers: dict[str, set[str]]):
    for base in (root / "include", root / "src"):
        for file in sorted(base.rglob("*")):
            if file.suffix not in {".hpp", ".cpp", ".h", ".def"}:
                continue
            name = file.relative_to(base).as_posix()
            own = layer_of(name)
            if own is not None and own not in layers:
                yield file, 1, f"'{own}' is no layer of CMakeLists.txt"
                continue
            for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                found = INCLUDE.match(text)
                if found and (reason := objection(name, own, found.group(1), found.group(2), layers)):
                    yield file, number, reason


def second_definitions(root: Path):
    """Two classes of one name are one to the linker, which keeps the functions of either."""
    seen: dict[str, Path] = {}
    for file in sorted([*(root / "include").rglob("*.hpp"), *(root / "src").rglob("*.hpp")]):
        namespace = ""
        for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if found := NAMESPACE.match(text):
                namespace = found.group(1)
            elif found := TYPE.match(text):
                name = f"{namespace}::{found.group(1)}"
                if seen.setdefault(name, file) != file:
                    yield file, number, f"{name} is defined in {seen[name].relative_to(root)}, too"


def objection(name: str, own: str | None, quote: str, include: str, layers: dict[str, set[str]]) -> str | None:
    public = name.startswith("cadre/")
    if include in UNWANTED:
        return f"{include}: {UNWANTED[include]}"
    if public and PRIVATE_LIBRARIES.match(include):
        return f"a public header includes {include}, which is private to the library"
    if ".." in include.split("/"):
        return f"{include}: write the path from the layer on"

    used = layer_of(include)
    is_ours = include.startswith("cadre/") or (quote == '"' and used in layers)
    if not is_ours:
        return None
    if public and not include.startswith("cadre/"):
        return f"a public header includes {include}, which is not installed"
    if include in ROOT_FREE or name == UMBRELLA:
        return None
    if include == UMBRELLA:
        return "cadre.hpp is for users of the library"
    if own is None:
        return f"{name} stands before all layers but includes {include}"
    if used not in layers[own]:
        return f"layer {own} includes {include}, but may use only {', '.join(sorted(layers[own]))}"
    return None


def main() -> int:
    root = Path(sys.argv[1])
    layers = read_layers((root / "CMakeLists.txt").read_text(encoding="utf-8"))
    count = 0
    for file, line, reason in itertools.chain(offences(root, layers), second_definitions(root)):
        count += 1
        print(f"{file.relative_to(root)}:{line}: {reason}")
    print(f"{len(layers)} layers, {count} offences")
    return 1 if count or not layers else 0


if __name__ == "__main__":
    sys.exit(main())

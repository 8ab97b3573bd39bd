"""The layering check finds what it is there to find."""

import tempfile
import unittest
from pathlib import Path

from check_layering import offences, read_layers, second_definitions

CMAKE = """
cadre_layer(low)
cadre_layer(middle USES low SOURCES ${generated})
cadre_layer(high   USES low middle)
"""


def check(files: dict[str, str], find=lambda root: offences(root, read_layers(CMAKE))) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return [f"{file.relative_to(root)}:{line}" for file, line, _ in find(root)]


class CheckLayering(unittest.TestCase):
    def test_layers_are_read_from_cmake(self):
        self.assertEqual(
            read_layers(CMAKE), {"low": {"low"}, "middle": {"low", "middle"}, "high": {"low", "middle", "high"}}
        )

    def test_own_and_earlier_layers_are_allowed(self):
        text = '#include <cadre/low/a.hpp>\n#include "middle/b.hpp"\n#include <vector>\n#include <cadre/export.hpp>\n'
        self.assertEqual(check({"src/middle/a.cpp": text, "src/high/a.cpp": text}), [])

    def test_a_later_layer_is_not(self):
        self.assertEqual(
            check({"include/cadre/low/a.hpp": "#pragma once\n#include <cadre/high/b.hpp>\n"}),
            ["include/cadre/low/a.hpp:2"],
        )
        self.assertEqual(check({"src/low/a.cpp": '#include "middle/b.hpp"\n'}), ["src/low/a.cpp:1"])

    def test_public_headers_include_only_what_is_installed(self):
        for include in ('"low/a.hpp"', "<utf8proc.h>", "<toml++/toml.h>", '"../low/a.hpp"'):
            self.assertEqual(
                check({"include/cadre/low/a.hpp": f"#include {include}\n"}), ["include/cadre/low/a.hpp:1"], include
            )

    def test_only_the_umbrella_stands_above_the_layers(self):
        text = "#include <cadre/high/a.hpp>\n"
        self.assertEqual(
            check({"include/cadre/cadre.hpp": text, "include/cadre/version.hpp": text}),
            ["include/cadre/version.hpp:1"],
        )
        self.assertEqual(check({"src/high/a.cpp": "#include <cadre/cadre.hpp>\n"}), ["src/high/a.cpp:1"])

    def test_a_type_is_defined_in_one_header(self):
        text = "namespace cadre {\nclass Forward;\nstruct Twice {\n};\n}\n"
        other = "namespace cadre::low {\nstruct Twice {\n};\n}\n"
        files = {"include/cadre/low/a.hpp": text, "src/low/b.hpp": other}
        self.assertEqual(check(files, second_definitions), [])
        self.assertEqual(check(files | {"src/high/c.hpp": text}, second_definitions), ["src/high/c.hpp:3"])

    def test_an_unknown_folder_is_reported(self):
        self.assertEqual(check({"src/utils/a.cpp": ""}), ["src/utils/a.cpp:1"])


if __name__ == "__main__":
    unittest.main()

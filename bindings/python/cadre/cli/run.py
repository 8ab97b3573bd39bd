"""The command line as a whole.

Exit status: 0 done, 1 a case failed, 2 bad input, with every diagnostic on standard error. Results go to standard
output or to the file that --output names, and only whole: nothing is written when a later part fails.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import cadre
from cadre.cli.parser import build_parser
from cadre.cli.refusals import CaseFailure, Refusal, error_lines, labelled, refusal
from cadre.cli.texts import text
from cadre.sheets import SheetError

DONE = 0
CASES_FAILED = 1
BAD_INPUT = 2


def main(arguments: list[str] | None = None) -> int:
    options = build_parser().parse_args(arguments)
    write_utf8()
    try:
        output = options.run(options)
        if getattr(options, "output", None) is not None:
            write_file(options.output, output, options.lang)
            return DONE
    except cadre.Error as error:
        return fail(error_lines(error, options.lang))
    except SheetError as error:
        return fail([labelled(text(error.key, options.lang, **error.values), options.lang)])
    except Refusal as refusal:
        return fail(refusal.lines)
    except CaseFailure as failure:
        deliver(str(failure))
        return CASES_FAILED
    return deliver(output)


def write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def fail(lines: list[str]) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return BAD_INPUT


def write_file(path: Path, output: str, lang: str) -> None:
    """Writes the file whole or leaves what was there: a reader never sees half of it."""
    draft = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        try:
            draft.write_bytes(output.encode())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise refusal("unwritable", lang, path=path, reason=error.strerror or error) from None


def deliver(output: str) -> int:
    try:
        sys.stdout.write(output)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; keep the interpreter from complaining when it flushes again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE

"""The command line: cadre review, explain, needs, diff, check, test, packs.

Exit status: 0 done, 1 a case failed, 2 bad input, with every diagnostic on standard error. Results go to standard
output or to the file that --output names, and only whole: nothing is written when a later part fails.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cadre
from cadre.cli_texts import text
from cadre.sheets import SheetError, read_roster

DONE = 0
CASES_FAILED = 1
BAD_INPUT = 2


class Refusal(Exception):
    """What goes to standard error, line by line, in the user's language."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(*lines)
        self.lines = lines


class CaseFailure(Exception):
    """The whole output of `cadre test` where a case failed."""


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


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cadre", description="Personnel regulations as cited, computable rules.")
    parser.add_argument("--version", action="version", version=f"cadre {cadre.__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    add_review(commands)
    add_explain(commands)
    add_diff(commands)
    add_needs(commands)
    add_check(commands)
    add_test(commands)
    add_packs(commands)
    return parser


def add_review(commands: Any) -> None:
    command = commands.add_parser("review", help="import a roster, judge every criterion, assess the targets")
    add_roster(command)
    add_language(command)
    command.add_argument("--format", choices=["text", "json", "html"], default="text")
    command.add_argument("--output", type=Path, metavar="FILE", help="write to this file (default: standard output)")
    command.add_argument("--threads", default="1", metavar="N", help="0: all of the machine's (default: 1)")
    command.set_defaults(run=review)


def add_explain(commands: Any) -> None:
    command = commands.add_parser("explain", help="explain one verdict")
    add_roster(command)
    add_language(command)
    command.add_argument("--criterion", required=True, metavar="ID")
    command.add_argument("--row", required=True, metavar="N", help="row of the criterion's table, counted from 0")
    command.add_argument("--format", choices=["text", "markdown", "html", "json"], default="text")
    command.add_argument("--output", type=Path, metavar="FILE", help="write to this file (default: standard output)")
    command.add_argument(
        "--audience",
        choices=["subject", "unit", "department"],
        default="subject",
        help="subject: no sensitive attribute; unit: no values; department: all (default: subject)",
    )
    command.add_argument("--remedies", action="store_true", help="also say what would have to change to meet it")
    command.set_defaults(run=explain)


def add_diff(commands: Any) -> None:
    command = commands.add_parser("diff", help="what changes for a roster from one pack, or one day's law, to another")
    command.add_argument("before", metavar="PACK_A", help="id of a shipped pack, or a file")
    command.add_argument("after", metavar="PACK_B")
    command.add_argument(
        "--roster", type=Path, required=True, help="CSV, Parquet or XLSX file, or a folder of them, a table a file"
    )
    add_decision(command)
    command.add_argument("--law-after", metavar="DATE", help="the day whose law applies to PACK_B (default: as PACK_A)")
    add_language(command)
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.set_defaults(run=diff)


def add_needs(commands: Any) -> None:
    command = commands.add_parser("needs", help="count what the rows need to meet one criterion")
    add_roster(command)
    add_language(command)
    command.add_argument("--criterion", required=True, metavar="ID")
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.add_argument("--threads", default="1", metavar="N", help="0: all of the machine's (default: 1)")
    command.set_defaults(run=needs)


def add_check(commands: Any) -> None:
    command = commands.add_parser("check", help="check rule packs and print every diagnostic")
    command.add_argument("packs", nargs="+", metavar="PACK", help="id of a shipped pack, or a file")
    command.add_argument("--strict", action="store_true", help="a warning is bad input, too")
    add_language(command)
    command.set_defaults(run=check)


def add_test(commands: Any) -> None:
    command = commands.add_parser("test", help="run the cases of rule packs and case files")
    command.add_argument("sources", nargs="+", metavar="PACK|CASEFILE", help="id of a shipped pack, or a file")
    add_language(command)
    command.set_defaults(run=test)


def add_packs(commands: Any) -> None:
    command = commands.add_parser("packs", help="list the packs that the library ships")
    add_language(command)
    command.set_defaults(run=list_packs)


def add_roster(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "roster", type=Path, metavar="ROSTER", help="CSV, Parquet or XLSX file, or a folder of them, a table a file"
    )
    command.add_argument("--pack", required=True, metavar="PACK", help="id of a shipped pack, or a file")
    add_decision(command)


def add_decision(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of", required=True, metavar="DATE", help="the day on which facts are judged: 2015-12-31")
    command.add_argument("--law-as-of", metavar="DATE", help="the day whose law applies (default: --as-of)")
    command.add_argument(
        "--strict-snapshot",
        action="store_true",
        help="undated facts are not known on days before the roster's snapshot",
    )
    command.add_argument("--mapping", metavar="FILE", help="TOML file that says which column feeds which attribute")


def add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", choices=["vi", "en"], default="en", help="language of all output (default: en)")


# ---- commands: each returns all that it prints ----


def review(options: argparse.Namespace) -> str:
    decision = read_decision(options)
    threads = read_number("--threads", options.threads, options.lang)
    pack = cadre.load_pack(options.pack)
    roster = read(options)
    assessment = pack.assess(roster, **decision, threads=threads)
    if options.format == "html":
        return assessment.to_html(roster, options.lang, mapping=options.mapping)
    table = pack.evaluate(roster, **decision, threads=threads)
    contradictions = roster.contradictions()
    programme = (pack.measure(roster, **decision), pack.deliverables(as_of=decision["as_of"]))
    if options.format == "json":
        values = review_values(pack, roster, table, assessment, options) | programme_values(programme, options.lang)
        values["contradictions"] = [contradiction_values(found, options.lang) for found in contradictions]
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    parts = [review_text(pack, roster, table, assessment, options.lang)]
    parts += [part.to_text(options.lang) for part in programme if len(part)]
    parts += ["\n".join(found[options.lang] for found in contradictions)] if contradictions else []
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def explain(options: argparse.Namespace) -> str:
    decision = read_decision(options)
    row = read_number("--row", options.row, options.lang)
    pack = cadre.load_pack(options.pack)
    if options.remedies and (options.format != "text" or options.audience == "unit"):
        raise refusal("remedies_as_text", options.lang)
    roster = read(options)
    explanation = pack.explain(options.criterion, roster, row=row, audience=options.audience, **decision)
    if options.format == "json":
        return explanation.to_json()
    written = {"text": explanation.to_text, "markdown": explanation.to_markdown, "html": explanation.to_html}
    output = written[options.format](options.lang).rstrip("\n") + "\n"
    if options.remedies:
        output += "\n" + pack.remedies(options.criterion, roster, row=row, **decision).to_text(options.lang)
    return output


def needs(options: argparse.Namespace) -> str:
    decision = read_decision(options)
    threads = read_number("--threads", options.threads, options.lang)
    pack = cadre.load_pack(options.pack)
    found = pack.needs(options.criterion, read(options), **decision, threads=threads)
    if options.format == "json":
        return json.dumps(needs_values(found, options), ensure_ascii=False, indent=2, default=str) + "\n"
    return found.to_text(options.lang)


def diff(options: argparse.Namespace) -> str:
    decision = read_decision(options)
    if options.law_after is not None:
        decision["law_after"] = read_day("--law-after", options.law_after, options.lang)
    before, after = cadre.load_pack(options.before), cadre.load_pack(options.after)
    difference = cadre.diff(before, after, read(options), **decision)
    if options.format == "text":
        return difference.to_text(options.lang)
    values = {
        "before": before.id,
        "after": after.id,
        "as_of": str(decision["as_of"]),
        "law_as_of": str(decision.get("law_as_of", decision["as_of"])),
        "criteria": [changed_values(criterion) for criterion in difference.criteria(options.lang)],
        "entries": [entry_values(entry) for entry in difference.entries(options.lang)],
    }
    values["law_after"] = str(decision.get("law_after", values["law_as_of"]))
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def check(options: argparse.Namespace) -> str:
    """Checks all packs before it says which of them are sound."""
    sound: list[str] = []
    failures: list[str] = []
    for source in options.packs:
        try:
            sound.append(check_pack(source, options))
        except cadre.Error as error:
            failures.extend(error_lines(error, options.lang))
        except Refusal as refusal:
            failures.extend(refusal.lines)
    if failures:
        raise Refusal(failures)
    return "".join(sound)


def check_pack(source: str, options: argparse.Namespace) -> str:
    lang = options.lang
    pack = cadre.load_pack(source)
    targets = pack.targets()
    # These are read only to be checked, too.
    pack.indicators()
    pack.deliverables(as_of=datetime.date.max)
    lines = [warning.to_text(lang) for warning in [*pack.warnings, *cadre.load_cases(source).warnings()]]
    if lines and options.strict:
        raise Refusal(lines)
    lines.append(text("pack_sound", lang, pack=pack.id, criteria=len(pack.criteria), targets=len(targets)))
    return "".join(f"{line}\n" for line in lines)


def test(options: argparse.Namespace) -> str:
    """Reads all files before it runs a case."""
    files: list[cadre.CaseFile] = []
    failures: list[str] = []
    for source in options.sources:
        try:
            files.append(cadre.load_cases(source))
        except cadre.Error as error:
            failures.extend(error_lines(error, options.lang))
    if failures:
        raise Refusal(failures)
    reports = [file.run() for file in files]
    output = "\n".join(report.to_text(options.lang) for report in reports)
    if not all(report.passed for report in reports):
        raise CaseFailure(output)
    return output


def list_packs(options: argparse.Namespace) -> str:
    """Each pack with its title, then the criteria and targets that it states itself."""
    return "\n".join(pack_summary(cadre.load_pack(pack_id), options.lang) for pack_id in cadre.shipped_packs())


def pack_summary(pack: cadre.Pack, lang: str) -> str:
    lines = [f"{pack.id}: {pack.title(lang)}"]
    lines += [stated(criterion, days_text(criterion.in_force), lang) for criterion in pack.criteria]
    lines += [stated(target, "", lang) for target in pack.targets()]
    return "".join(f"{line}\n" for line in lines)


def stated(entry: cadre.Criterion | cadre.Target, days: str, lang: str) -> str:
    return f"  {entry.title(lang)} [{citation_text(entry.citation, lang)}]{days}"


def days_text(in_force: tuple[datetime.date | None, datetime.date | None]) -> str:
    """The first and the last day of force; the interval itself is half-open."""
    start, end = in_force
    if start is None and end is None:
        return ""
    last = "" if end is None else str(end - datetime.timedelta(days=1))
    return f" {start or ''}–{last}"


# ---- input ----


def read(options: argparse.Namespace) -> cadre.Roster:
    require("pyarrow", options.lang)
    if has_xlsx(options.roster):
        require("openpyxl", options.lang)
    return cadre.Roster.from_arrow(read_roster(options.roster, progress_in(options.lang)), options.mapping)


def has_xlsx(source: Path) -> bool:
    files = source.iterdir() if source.is_dir() else [source]
    return any(path.suffix.lower() == ".xlsx" for path in files)


def require(module: str, lang: str) -> None:
    if find_spec(module) is None:
        raise refusal(f"no_{module}", lang)


def read_decision(options: argparse.Namespace) -> dict[str, Any]:
    """What a decision depends on besides roster and pack."""
    decision: dict[str, Any] = {
        "as_of": read_day("--as-of", options.as_of, options.lang),
        "strict_snapshot": options.strict_snapshot,
    }
    if options.law_as_of is not None:
        decision["law_as_of"] = read_day("--law-as-of", options.law_as_of, options.lang)
    return decision


def read_day(option: str, value: str, lang: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise refusal("bad_date", lang, option=option, value=value) from None


def read_number(option: str, value: str, lang: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise refusal("bad_number", lang, option=option, value=value)
    return int(value)


def progress_in(lang: str) -> Any:
    """Wraps rows in a progress bar on standard error, where that is a terminal and tqdm is installed."""
    if not sys.stderr.isatty() or find_spec("tqdm") is None:
        return lambda rows, _: rows
    from tqdm import tqdm

    def progress(rows: Iterable[Any], name: str) -> Iterable[Any]:
        return tqdm(rows, desc=text("reading", lang, name=name), unit="", leave=False, delay=0.5, file=sys.stderr)

    return progress


# ---- output ----


def review_text(
    pack: cadre.Pack, roster: cadre.Roster, table: cadre.VerdictTable, assessment: cadre.Assessment, lang: str
) -> str:
    parts = [roster.import_report.to_text(lang), criteria_text(pack, table, lang)]
    if len(assessment):
        parts.append(assessment.to_text(lang))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def criteria_text(pack: cadre.Pack, table: cadre.VerdictTable, lang: str) -> str:
    head = [text(key, lang) for key in ("criterion", "met", "not_met", "undetermined", "clause")]
    rows = [head]
    for criterion in pack.criteria:
        rows.append([criterion.title(lang), *numbers_of(table[criterion.id]), clause_text(criterion, table, lang)])
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    return "\n".join(criterion_line(row, widths) for row in rows)


def numbers_of(column: cadre.VerdictColumn) -> list[str]:
    counts = column.counts
    numbers = (counts.met, counts.not_met, counts.undetermined)
    return [str(number) if column.in_force else "–" for number in numbers]


def clause_text(criterion: cadre.Criterion, table: cadre.VerdictTable, lang: str) -> str:
    clause = citation_text(criterion.citation, lang)
    return clause if table[criterion.id].in_force else f"{clause} ({text('not_in_force', lang)})"


def criterion_line(row: list[str], widths: list[int]) -> str:
    numbers = "  ".join(f"{cell:>{width}}" for cell, width in zip(row[1:4], widths[1:], strict=True))
    return f"{row[0]:<{widths[0]}}  {numbers}  {row[4]}".rstrip()


def citation_text(citation: cadre.Citation, lang: str) -> str:
    """Document and clause, and the mark where only a summary was read."""
    return str(citation) if citation.mark == "text" else f"{citation} [{text('summary_mark', lang)}]"


def review_values(
    pack: cadre.Pack,
    roster: cadre.Roster,
    table: cadre.VerdictTable,
    assessment: cadre.Assessment,
    options: argparse.Namespace,
) -> dict[str, Any]:
    lang = options.lang
    return {
        "pack": {"id": pack.id, "title": pack.title(lang)},
        "as_of": str(assessment.as_of),
        "law_as_of": str(assessment.law_as_of),
        "strict_snapshot": options.strict_snapshot,
        "snapshot": optional_text(roster.snapshot),
        "rows": {name: roster.size(name) for name in roster.tables},
        "import_report": import_values(roster.import_report),
        "criteria": [criterion_values(criterion, table, lang) for criterion in pack.criteria],
        "targets": [target_values(target, lang) for target in assessment],
    }


def needs_values(found: cadre.Needs, options: argparse.Namespace) -> dict[str, Any]:
    counts = found.counts
    return {
        "criterion": options.criterion,
        "as_of": options.as_of,
        "counts": {"met": counts.met, "not_met": counts.not_met, "undetermined": counts.undetermined},
        "helped": found.helped,
        "complete": found.complete,
        "needs": found.needs,
        "held_up_by": found.held_up_by,
        "held_up_by_cells": found.held_up_by_cells,
    }


def import_values(report: cadre.ImportReport) -> dict[str, Any]:
    counts = ["table", "attribute", "column", "read", "blank", "partial", "not_understood", "dangling", "duplicated"]
    return {
        "attributes": [
            {name: getattr(attribute, name) for name in counts}
            | {"spellings": [{"text": spelling, "count": count} for spelling, count in attribute.spellings]}
            | {"rows": attribute.rows, "suspected_encoding": attribute.suspected_encoding}
            for attribute in report.attributes
        ],
        "unused_columns": report.unused_columns,
        "findings": [
            {"code": finding.code, "table": finding.table, "count": finding.count, "rows": finding.rows}
            for finding in report.findings
        ],
    }


def criterion_values(criterion: cadre.Criterion, table: cadre.VerdictTable, lang: str) -> dict[str, Any]:
    counts = table[criterion.id].counts
    return {
        "id": criterion.id,
        "title": criterion.title(lang),
        "citation": citation_values(criterion.citation),
        "table": criterion.table,
        "met": counts.met,
        "not_met": counts.not_met,
        "undetermined": counts.undetermined,
        "in_force": table[criterion.id].in_force,
    }


def target_values(assessed: cadre.TargetAssessment, lang: str) -> dict[str, Any]:
    target = assessed.target
    shortfall = assessed.shortfall
    return {
        "id": target.id,
        "title": target.title(lang),
        "citation": citation_values(target.citation),
        "group": target.group(lang),
        "threshold": target.threshold(lang),
        "year": assessed.year,
        "partial_year": assessed.partial_year,
        "by": optional_text(target.by),
        "due": assessed.due,
        "verdict": assessed.verdict.name,
        "undecided": assessed.undecided,
        "counts": assessed.counts,
        # Shares are exact: "344/1000", not a rounded decimal.
        "least": optional_text(assessed.least),
        "greatest": optional_text(assessed.greatest),
        "shortfall": shortfall and {"certain": shortfall.certain, "worst": shortfall.worst},
        "parts": [exact(part) for part in assessed.parts],
        "open_rows": assessed.open_rows,
        "verify_rows": assessed.rows,
        "verify_cells": [cell | {"swing": str(cell["swing"])} for cell in assessed.cells],
    }


def exact(values: dict[str, Any]) -> dict[str, Any]:
    """Shares as texts, so that they stay exact."""
    shares = ("least", "greatest", "of_known")
    return values | {name: optional_text(values[name]) for name in shares if name in values}


def contradiction_values(found: dict[str, Any], lang: str) -> dict[str, Any]:
    return {name: found[name] for name in ("kind", "table", "row", "rows")} | {"text": found[lang]}


def programme_values(programme: tuple[cadre.Indicators, cadre.Deliverables], lang: str) -> dict[str, Any]:
    indicators, deliverables = programme
    return {
        "indicators": [exact(row) for row in indicators.to_dicts(lang)],
        "deliverables": [row | {"due": optional_text(row["due"])} for row in deliverables.to_dicts(lang)],
    }


def citation_values(citation: cadre.Citation) -> dict[str, str]:
    return {"document": citation.document, "clause": citation.clause, "mark": citation.mark}


def changed_values(criterion: dict[str, Any]) -> dict[str, Any]:
    changes = [change | {"from": change["from"].name, "to": change["to"].name} for change in criterion["changes"]]
    counts = {side: count_values(criterion[side]) for side in ("counts_before", "counts_after")}
    return criterion | counts | {"changes": changes}


def count_values(counts: cadre.Counts) -> dict[str, int]:
    return {"met": counts.met, "not_met": counts.not_met, "undetermined": counts.undetermined}


def entry_values(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | {side: side_values(entry[side]) for side in ("before", "after")}


def side_values(side: dict[str, Any] | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return side | {"citation": citation_values(side["citation"]) if side["citation"] else None}


def optional_text(value: object) -> str | None:
    return None if value is None else str(value)


def error_lines(error: cadre.Error, lang: str) -> list[str]:
    """The error's text, which says "error" itself where it has a place or a hint."""
    first = error.diagnostics[0]
    is_bare = len(error.diagnostics) == 1 and not first.place.source and first.hint() is None
    return [labelled(error.text(lang), lang) if is_bare else error.text(lang)]


def refusal(key: str, lang: str, **values: object) -> Refusal:
    return Refusal([labelled(text(key, lang, **values), lang)])


def labelled(message: str, lang: str) -> str:
    return f"cadre: {text('error', lang)}: {message}"


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


if __name__ == "__main__":
    sys.exit(main())

"""What each command does: options in, output out."""

from __future__ import annotations

import argparse
import datetime
import json
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_decision, read_number
from cadre.cli.refusals import CaseFailure, Refusal, error_lines, refusal
from cadre.cli.report_text import citation_text, review_text
from cadre.cli.texts import text
from cadre.cli.values import (
    changed_values,
    contradiction_values,
    entry_values,
    needs_values,
    programme_values,
    review_values,
)


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
        output += "\n" + earliest_text(pack, roster, row, decision, options)
    return output


def earliest_text(
    pack: cadre.Pack, roster: cadre.Roster, row: int, decision: dict[str, Any], options: argparse.Namespace
) -> str:
    """From which day time alone suffices."""
    days = {"first": decision["as_of"]} | {key: decision[key] for key in decision if key != "as_of"}
    return pack.earliest(options.criterion, roster, row=row, **days).to_text(options.lang)


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
    pool_policies = pack.pool_policies()
    rotation_policies = pack.rotation_policies()
    # These are read only to be checked, too.
    pack.indicators()
    pack.deliverables(as_of=datetime.date.max)
    lines = [warning.to_text(lang) for warning in [*pack.warnings, *cadre.load_cases(source).warnings()]]
    if lines and options.strict:
        raise Refusal(lines)
    policies = {"pool_policies": len(pool_policies), "rotation_policies": len(rotation_policies)}
    counts = {"criteria": len(pack.criteria), "targets": len(targets)} | policies
    lines.append(text("pack_sound", lang, pack=pack.id, **counts))
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
    """Each pack with its title, then the criteria, targets and policies that it states itself."""
    return "\n".join(pack_summary(cadre.load_pack(pack_id), options.lang) for pack_id in cadre.shipped_packs())


def pack_summary(pack: cadre.Pack, lang: str) -> str:
    lines = [f"{pack.id}: {pack.title(lang)}"]
    lines += [stated(criterion, days_text(criterion.in_force), lang) for criterion in pack.criteria]
    lines += [stated(target, "", lang) for target in pack.targets()]
    policies: list[cadre.PoolPolicy | cadre.RotationPolicy] = [*pack.pool_policies(), *pack.rotation_policies()]
    lines += [stated(policy, days_text(policy.in_force), lang) for policy in policies]
    return "".join(f"{line}\n" for line in lines)


def stated(
    entry: cadre.Criterion | cadre.Target | cadre.PoolPolicy | cadre.RotationPolicy, days: str, lang: str
) -> str:
    return f"  {entry.title(lang)} [{citation_text(entry.citation, lang)}]{days}"


def days_text(in_force: tuple[datetime.date | None, datetime.date | None]) -> str:
    """The first and the last day of force; the interval itself is half-open."""
    start, end = in_force
    if start is None and end is None:
        return ""
    last = "" if end is None else str(end - datetime.timedelta(days=1))
    return f" {start or ''}–{last}"

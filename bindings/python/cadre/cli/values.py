"""What `--format json` holds."""

from __future__ import annotations

import argparse
from typing import Any

import cadre


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

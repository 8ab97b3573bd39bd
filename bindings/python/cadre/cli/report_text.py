"""What the review prints."""

from __future__ import annotations

import cadre
from cadre.cli.texts import text


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

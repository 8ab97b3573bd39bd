"""Personnel regulations as cited, computable rules: who meets which criterion, by which clause, and if not, why.

import cadre

pack = cadre.load_pack("hanoi-2011")
roster = cadre.Roster.from_arrow(frame, mapping="mapping.toml")
table = pack.evaluate(roster, as_of="2015-12-31")
table["postgraduate_holder"].counts
pack.explain("postgraduate_holder", roster, row=17, as_of="2015-12-31").to_text("vi")
"""

from cadre._cadre import (
    Assessment,
    AttributeReport,
    Case,
    CaseFile,
    CaseReport,
    CaseResult,
    CaseRun,
    Citation,
    Counts,
    Criterion,
    Deliverables,
    Diagnostic,
    Duration,
    Explanation,
    Finding,
    ImportReport,
    Indicators,
    Pack,
    PartialDate,
    Place,
    Roster,
    RosterBuilder,
    Shortfall,
    Target,
    TargetAssessment,
    Undetermined,
    Verdict,
    VerdictColumn,
    Verdicts,
    VerdictTable,
    __version__,
    evaluate,
    load_cases,
    load_pack,
    parse_pack,
    shipped_packs,
)
from cadre.errors import Error
from cadre.facts import NONE, ONGOING, OpenList

__all__ = [
    "NONE",
    "ONGOING",
    "Assessment",
    "AttributeReport",
    "Case",
    "CaseFile",
    "CaseReport",
    "CaseResult",
    "CaseRun",
    "Citation",
    "Counts",
    "Criterion",
    "Deliverables",
    "Diagnostic",
    "Duration",
    "Error",
    "Explanation",
    "Finding",
    "ImportReport",
    "Indicators",
    "OpenList",
    "Pack",
    "PartialDate",
    "Place",
    "Roster",
    "RosterBuilder",
    "Shortfall",
    "Target",
    "TargetAssessment",
    "Undetermined",
    "Verdict",
    "VerdictColumn",
    "VerdictTable",
    "Verdicts",
    "__version__",
    "evaluate",
    "load_cases",
    "load_pack",
    "parse_pack",
    "shipped_packs",
]

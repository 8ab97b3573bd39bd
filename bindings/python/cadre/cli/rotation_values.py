"""What `cadre rotation --format json` holds: all that the text shows."""

from __future__ import annotations

from typing import Any

import cadre


def audit_values(audit: cadre.Audit) -> dict[str, Any]:
    return {
        "as_of": audit.as_of,
        "law_as_of": audit.law_as_of,
        "since": audit.since,
        "due_within": audit.due_within,
        "policies": audit.policies,
        "findings": audit.to_dicts(),
        "row_findings": audit.row_findings,
    }


def check_values(check: cadre.PlanCheck) -> dict[str, Any]:
    return {
        "passes": check.passes.name,
        "moves": check.plan.to_dicts(),
        "rules": check.rules,
        "findings": check.to_dicts(),
        "row_findings": check.row_findings,
    }


def order_values(order: cadre.MoveOrder) -> dict[str, Any]:
    return {
        "moves": order.to_dicts(),
        "blocked": order.blocked,
        "cycles": order.cycles,
        "critical_chain": order.critical_chain,
        "critical_days": order.critical_days,
    }


def proposal_values(draft: cadre.RotationDraft) -> dict[str, Any]:
    proposal = draft.proposal
    verified = proposal.verify()
    return {
        "as_of": draft.as_of,
        "law_as_of": draft.law_as_of,
        "considered": draft.considered,
        "rules": draft.rules,
        "placed": proposal.placed,
        "required_placed": proposal.required_placed,
        "costs": proposal.costs,
        "verified": verified,
        "moves": move_values(draft, verified),
        "shortages": draft.shortages,
        "open_mover_count": draft.open_mover_count,
        "open_movers": draft.open_movers,
        "open_post_count": draft.open_post_count,
        "open_posts": draft.open_posts,
        "open_option_count": draft.open_option_count,
        "open_options": draft.open_options,
        "findings": draft.findings,
    }


def move_values(draft: cadre.RotationDraft, verified: bool) -> list[dict[str, Any]]:
    """The moves, each with its costs and, where the text tells it, what the best plan without it loses."""
    proposal = draft.proposal
    moves = draft.to_dicts()
    of_cadres = {row["cadre"]: row for row in proposal.to_dicts()}
    compared = verified and len(proposal.prices) == 1 and len(moves) <= proposal.most_moves_compared
    values = []
    for move in moves:
        of_cadre = {name: of_cadres[move["cadre"]][name] for name in ("required", "costs")}
        without = proposal.why(move["cadre"]) if compared and not move["published"] else None
        values.append(move | of_cadre | {"without": without})
    return values

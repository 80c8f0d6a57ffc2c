"""A scorecard after entries came or went, judged anew only where they are read: by the commitments they are for.

A settled dispute is for one commitment, a total or an attestation for one metric or deliverable; nothing else of a
scorecard reads them. Leads are the same before and after, and so is all that was made of them. Must not know where
entries are kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.agreement.commitment import Commitment
from workbench.tracking.actuals import Actuals
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.scorecard import scorecard


def affected(commitments: Iterable[Commitment], before: Actuals, after: Actuals) -> frozenset[str]:
    """Ids of the commitments that read any entry in which two states of the actuals differ; leads are not compared."""
    settled = {one.commitment for one in {*before.settled} ^ {*after.settled}}
    metrics = {one.metric for one in {*before.totals} ^ {*after.totals}} | {
        one.metric for one in {*before.done} ^ {*after.done}
    }
    return frozenset(one.id for one in commitments if one.id in settled or (one.metric in metrics and not one.anchor))


def renewed(
    commitments: tuple[Commitment, ...], results: tuple[Result, ...], review: Review, entries: Actuals
) -> tuple[tuple[Result, ...], Review]:
    """The lines of a scorecard with other entries, and the review to drill down in.

    Args:
        commitments: Of the scorecard, in its order.
        results: Its lines; lines that are left out stay left out only where nothing changed.
        review: What they were made with.
        entries: Totals, things done and disputes as they are now; its leads are those of the review.
    """
    changed = affected(commitments, review.actuals, entries)
    now = review.with_entries(entries)
    lines: dict[str, list[Result]] = {one.id: [] for one in commitments}
    for line in results:
        lines[line.commitment].append(line)
    for one in commitments:
        if one.id in changed:
            lines[one.id] = list(scorecard([one], now).results)
    return tuple(line for one in commitments for line in lines[one.id]), now

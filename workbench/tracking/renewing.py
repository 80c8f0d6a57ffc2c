"""A scorecard after entries came or went, judged anew only where they are read: by the commitments they are for.

A settled dispute is for one commitment, a total or an attestation for one metric or deliverable; nothing else of a
scorecard reads them. Leads are the same before and after, and so is all that was made of them. Must not know where
entries are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from workbench.agreement.commitment import Commitment
from workbench.tracking.actuals import Actuals
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.scorecard import scorecard

E = TypeVar("E")


def affected(commitments: Iterable[Commitment], before: Actuals, after: Actuals) -> frozenset[str]:
    """Ids of the commitments that read any entry in which two states of the actuals differ; leads are not compared."""
    settled = _differing(before.settled, after.settled, lambda one: one.commitment)
    metrics = _differing(before.totals, after.totals, lambda one: one.metric)
    metrics |= _differing(before.done, after.done, lambda one: one.metric)
    return frozenset(one.id for one in commitments if one.id in settled or (one.metric in metrics and not one.anchor))


def _differing(before: Iterable[E], after: Iterable[E], what_for: Callable[[E], str]) -> set[str]:
    """What entries are for of which there are others, or as many in another order; the same may be there twice."""
    was, now = defaultdict[str, list[E]](list), defaultdict[str, list[E]](list)
    for sides, entries in ((was, before), (now, after)):
        for one in entries:
            sides[what_for(one)].append(one)
    return {key for key in was.keys() | now.keys() if was[key] != now[key]}


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

"""Period totals that a file brings: whose metric each is, whether it fits, and what is new beside what is known.

They count as long as their import does. Must not know either face.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.sections.metrics import METRIC_KINDS
from workbench.agreement.sentences import short_name
from workbench.fields.value import plain

if TYPE_CHECKING:
    from workbench.sheets.said import Said
    from workbench.sheets.totals import PeriodTotal
    from workbench.sheets.verify_answer import Problem
    from workbench.storage.library import Library
    from workbench.storage.records.imports import NewTotal

KEPT_PLACES = Decimal("0.0001")


@dataclass(frozen=True)
class ComparedTotals:
    """Totals of a file beside those that are known.

    Attributes:
        new: Those that say something else than what counts now, with the metric's key.
        added: How many of them are for a metric and period that had none.
        updated: How many replace another value.
        unchanged: How many say what counts already.
        problems: Rows that are not taken.
    """

    new: tuple[NewTotal, ...]
    added: int
    updated: int
    unchanged: int
    problems: tuple[Problem, ...]


class Metrics:
    """The metrics that an agreement promises, found by what people call them.

    Args:
        content: The agreement.
    """

    def __init__(self, content: Agreement) -> None:
        self._promised = [one for one in commitments(content) if one.kind == "metric"]
        self._named: dict[str, set[str]] = defaultdict(set)
        shown = shown_in(content)
        words = {option.value: option.label for option in METRIC_KINDS}
        kinds = {row.key: row.kind for row in content.metrics.metrics}
        for one in self._promised:
            kind = kinds.get(one.metric, "")
            for name in (one.label, one.id, one.metric, one.what, short_name(one, shown), kind, words.get(kind, "")):
                if name:
                    self._named[_spelled(name)].add(one.metric)

    @property
    def names(self) -> str:
        """Every metric, as a sentence lists them."""
        return ", ".join(f"{one.label} {one.what}".strip() for one in self._promised)

    def key(self, name: str) -> str:
        """Key of the metric that a name means; empty where none or several are called so."""
        found = self._named.get(_spelled(name), set())
        return next(iter(found)) if len(found) == 1 else ""

    def of(self, key: str) -> list[Commitment]:
        """The commitments that a metric is judged by."""
        return [one for one in self._promised if one.metric == key]

    def why_not(self, key: str, period: str, value: Decimal, *, percent: bool) -> Said | None:
        """Why a value is not one of the metric for a period; nothing where it is."""
        from workbench.sheets.said import said  # noqa: PLC0415  (loads the import side)
        from workbench.tracking.periods import Period  # noqa: PLC0415  (only where one is read)

        found = self.of(key)
        given = Period.parse(period)
        if all(one.period != given.length for one in found):
            example = Period.holding(given.first, found[0].period).text
            return said("other_period_length", length=found[0].period, example=example)
        if found[0].metric_unit == "percent" and not percent and 0 < abs(value) < 1:
            return said("percent_unclear", low=_short(value), high=_short(value * 100))
        return None


def compare_totals(
    library: Library, agreement: str, content: Agreement, found: Sequence[PeriodTotal], sheet: str
) -> ComparedTotals:
    """Hold the totals of a file against the agreement and against what is known.

    Args:
        library: The open library.
        agreement: Its id.
        content: What the agreement says.
        found: The totals, as the file has them.
        sheet: Name of their sheet.
    """
    from workbench.sheets.said import said  # noqa: PLC0415  (loads the import side)
    from workbench.sheets.verify_answer import Problem  # noqa: PLC0415  (as above)
    from workbench.storage.records.imports import NewTotal  # noqa: PLC0415  (the store's own shape)

    metrics = Metrics(content)
    problems: list[Problem] = []
    taken: dict[tuple[str, str], NewTotal] = {}
    for one in found:
        key = metrics.key(one.metric)
        if not key:
            why = said("no_such_metric", metrics=metrics.names or "–")
            problems.append(Problem(sheet, one.row, "", one.metric, why))
            continue
        refused = metrics.why_not(key, one.period, one.value, percent=one.percent)
        if refused is not None:
            problems.append(Problem(sheet, one.row, one.metric, f"{one.period}: {_short(one.value)}", refused))
            continue
        is_share = one.percent and metrics.of(key)[0].metric_unit == "percent"
        taken[key, one.period] = NewTotal(key, one.period, one.value * 100 if is_share else one.value, one.note)
    new, added, unchanged = beside_known(library, agreement, taken)
    return ComparedTotals(new, added, len(new) - added, unchanged, tuple(problems))


def beside_known(
    library: Library, agreement: str, taken: Mapping[tuple[str, str], NewTotal]
) -> tuple[tuple[NewTotal, ...], int, int]:
    """Those that say something else than what counts, how many of them are for nothing known, and how many do not."""
    known = {(one.metric, one.period): one.value for one in library.totals.all(agreement)}
    new = tuple(one for place, one in taken.items() if not _same(known.get(place), one.value))
    added = sum((one.metric, one.period) not in known for one in new)
    return new, added, len(taken) - len(new)


def _same(known: Decimal | None, value: Decimal | None) -> bool:
    if known is None or value is None:
        return known is value
    return known.quantize(KEPT_PLACES) == value.quantize(KEPT_PLACES)


def _spelled(name: str) -> str:
    return " ".join(name.casefold().split())


def _short(value: Decimal) -> str:
    return plain(value.quantize(KEPT_PLACES))

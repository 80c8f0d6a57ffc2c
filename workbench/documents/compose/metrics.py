"""Section 9 on paper: its fields as numbered clauses and tables. Must not know the other sections."""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.agreement.sections.metrics import METRIC_KINDS, Metric
from workbench.agreement.sentences import comparison
from workbench.base.language import N_
from workbench.documents.blocks import AnyCell, Block
from workbench.documents.compose.page import Col, Page, strong
from workbench.fields.amounts import show_number


def metrics(page: Page, commitments: tuple[Commitment, ...]) -> tuple[Block, ...]:
    """Conversions and metrics, each with one definition."""
    if page.chips("conversions"):
        page.titled(
            page.say(N_("Conversion")),
            page.say(
                N_(
                    "Both teams share the steps between their stages; "
                    "they are read by the leads that began in a period."
                )
            ),
            page.chips("conversions"),
        )
    page.promises("conversions")
    rows: tuple[Metric, ...] = page.value("metrics")
    if rows:
        names = {option.value: option.label for option in METRIC_KINDS}
        promised = {one.metric: one for one in commitments if one.kind == "metric"}
        made: dict[str, dict[str, AnyCell]] = {}
        for row in rows:
            one = promised.get(row.key)
            target = comparison(one, page.shown) + f" ({one.label})" if one else page.say(N_("watched"))
            cells: dict[str, AnyCell] = {
                "name": (strong(row.name or page.say(names.get(row.kind, ""))),),
                "target": target,
            }
            if row.warning is not None:
                cells["warning"] = show_number(row.warning, page.shown)
            made[row.key] = cells
        columns = [
            Col("name", "name"), Col("definition"), Col("source_report"), Col("owner"), Col("period", "figures"),
            Col("target", "figures"),
        ]  # fmt: skip
        grid = page.grid_of(_bare(rows), columns, caption=page.label("metrics"), extra=made, full=True)
        page.add(grid)
    return page.rest()


def _bare(rows: tuple[Metric, ...]) -> tuple[Metric, ...]:
    """The rows without what the target's own words and the schedule already say."""
    import dataclasses  # noqa: PLC0415  (only here)

    return tuple(dataclasses.replace(row, operator="", target_upper=None, margin=None, consequence="") for row in rows)

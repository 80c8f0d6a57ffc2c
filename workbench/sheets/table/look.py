"""The preview of a foreign table: every column with its field, samples and date order, the as-of date, the notes.

Child process only; answers the wire's `Inspected`. Reads whole columns where the answer depends on all values, samples
elsewhere. Must not know leads.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from workbench.sheets.column.cells import Cell, is_blank, letters, shown
from workbench.sheets.column.date_order import Decision
from workbench.sheets.column.date_text import NO_OFFSET
from workbench.sheets.column.dates import READ, settle
from workbench.sheets.column.zones import DAY
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.mapping import Mapping
from workbench.sheets.said import Said, said
from workbench.sheets.table.body import Body
from workbench.sheets.table.columns import Column
from workbench.sheets.table.fields import date_fields
from workbench.sheets.table.instants import DateField, decide_orders, notes_on_dates
from workbench.sheets.table.latest import stated_as_of
from workbench.sheets.table.layout import Layout
from workbench.sheets.table.orders_seen import seen_orders
from workbench.sheets.table.row_kinds import why_skipped
from workbench.sheets.table.source import Source
from workbench.sheets.table.values import STAGE_FIELDS
from workbench.sheets.wire import ColumnSeen, Inspected, OwnSeen, SkippedSeen

SAMPLES = 3
MOST_WORDS = 40
_LOOKED_AT = 2000


def inspect_layout(
    source: Source, layout: Layout, mapping: Mapping, words: Dictionary, report: Callable[[int, int], None]
) -> Inspected:
    """Describe a file."""
    scan, from_1904 = source.scan(layout.grid.sheet)
    body = Body(layout, scan, words)
    size = len(body.rows)
    report(0, size)
    dates = date_fields(layout.columns, body.column, words, from_1904=from_1904)
    decisions = decide_orders(list(dates.values()), mapping.date_order, layout.language)
    orders = {one.order for header, one in decisions.items() if one.why not in {"same", "unknown"}}
    unknown = any(one.why == "unknown" for one in decisions.values())
    stated = stated_as_of(layout, source.name, mapping.as_of, decisions, words)
    skipped = _skipped(layout, body, words)
    left_out = {one.row for one in skipped}
    kept = [place for place in range(min(size, _LOOKED_AT)) if layout.row_number(place) not in left_out]
    columns = tuple(
        _seen(column, body.column(column.index), kept, dates, decisions, words, layout) for column in layout.columns
    )
    report(size, size)
    notes = [*layout.notes, *body.notes, *notes_on_dates(list(dates.values()), decisions), *_outcome_notes(columns)]
    notes += [said("as_of_line", text=stated.text)] if stated and stated.source == "line" else []
    own = layout.own
    return Inspected(
        sha256=source.sha256,
        sheets=source.sheets,
        sheet=layout.grid.sheet,
        header_row=layout.grid.row_number(layout.header),
        vendor=layout.vendor,
        columns=columns,
        date_order=orders.pop() or "" if len(orders) == 1 and not unknown else "",
        timezone=mapping.timezone or _zone(dates),
        as_of=stated.written() if stated else _newest(dates, decisions),
        as_of_source=stated.source if stated else "newest",
        rows=size,
        skipped=tuple(skipped),
        notes=tuple((one.code, one.values) for one in notes),
        own=OwnSeen(own.agreement, own.version, own.hash) if own else None,
    )


def _seen(
    column: Column, values: Sequence[Cell], kept: Sequence[int], dates: dict[str, DateField],
    decisions: dict[str, Decision], words: Dictionary, layout: Layout,
) -> ColumnSeen:  # fmt: skip
    samples = tuple(_distinct([values[place] for place in kept]))
    date = dates.get(column.field) if not column.part else None
    decision = decisions[date.header] if date else None
    return ColumnSeen(
        column.header,
        column.field,
        column.match,
        column.certainty,
        samples,
        (decision.order or "") if decision else "",
        decision.why if decision else "",
        tuple(_readings(date, decision)) if date and decision and decision.order else (),
        tuple(_words(values, words)) if column.field in STAGE_FIELDS else (),
        "" if column.field else _candidate(column.header, words),
        letters(layout.grid.first_column + column.index),
        seen_orders(date, layout.row_number) if date else (),
    )


def _candidate(header: str, words: Dictionary) -> str:
    """A field that a column may feed if a person says so; a response time is the first touch, counted from a date."""
    return words.unsure(header) or ("first_touch_at" if words.is_duration(header) else "")


def _distinct(values: Sequence[Cell]) -> list[str]:
    """The first few different values that are not blank."""
    found: dict[str, None] = {}
    for value in values:
        if not is_blank(value):
            found.setdefault(shown(value))
            if len(found) == SAMPLES:
                break
    return list(found)


def _readings(date: DateField, decision: Decision) -> list[tuple[str, str]]:
    """A few dates as written and as read, so that a person sees what the order does: `03/08/2026`, `3 Aug 2026`."""
    state, walls = settle(date.column, decision)
    found: list[tuple[str, str]] = []
    for place in np.flatnonzero(state == READ)[:_LOOKED_AT].tolist():
        written = shown(date.values[place])
        if any(written == one for one, _ in found):
            continue
        moment = dt.datetime.fromtimestamp(int(walls[place]), dt.UTC)
        read = f"{moment.day} {moment:%b %Y}" + ("" if walls[place] % DAY == 0 else f", {moment:%H:%M}")
        found.append((written, read))
        if len(found) == SAMPLES:
            break
    return found


def _words(values: Sequence[Cell], words: Dictionary) -> list[tuple[str, int, str]]:
    """The most frequent words of a status or stage column, and what each usually means."""
    count = Counter(shown(value) for value in values if not is_blank(value))
    return [(word, n, words.outcome(word)) for word, n in count.most_common(MOST_WORDS)]


def _outcome_notes(columns: Sequence[ColumnSeen]) -> list[Said]:
    return [
        said("outcome_words", word=word, header=column.header, field=meaning)
        for column in columns
        for word, _, meaning in column.words
        if meaning
    ]


def _zone(dates: dict[str, DateField]) -> str:
    """`UTC` where every time in the file names that offset; else nothing is known."""
    named = [one.column.offsets[(one.column.state == READ) & (one.column.walls % DAY != 0)] for one in dates.values()]
    offsets = np.concatenate(named) if named else np.array([], np.int64)
    return "UTC" if len(offsets) and bool((offsets == 0).all()) and NO_OFFSET != 0 else ""


def _newest(dates: dict[str, DateField], decisions: dict[str, Decision]) -> str:
    """The newest date of the file in ISO form; empty where an order is still open."""
    newest = 0
    for one in dates.values():
        decision = decisions[one.header]
        if decision.order is None:
            return ""
        state, walls = settle(one.column, decision)
        newest = max(newest, int(walls[state == READ].max(initial=0)))
    if not newest:
        return ""
    moment = dt.datetime.fromtimestamp(newest, dt.UTC).replace(tzinfo=None)
    return moment.date().isoformat() if newest % DAY == 0 else moment.isoformat()


def _skipped(layout: Layout, body: Body, words: Dictionary) -> list[SkippedSeen]:
    """Rows that will not be read; each with its reason."""
    headers = layout.headers
    identity = {column.index for column in layout.columns if column.field in {"lead_id", "email"}}
    found = [
        SkippedSeen(layout.grid.row_number(i), ("above_header", ()))
        for i, row in enumerate(layout.grid.rows[: layout.header])
        if not all(map(is_blank, row))
    ]
    last = next((i for i in range(len(body.rows) - 1, -1, -1) if not all(map(is_blank, body.rows[i]))), -1)
    below_total = -1
    wide_of = body.wide
    width = len(headers)
    for place in range(last + 1):
        row = body.rows[place]
        if width - row.count("") > max(2, width // 2) and not is_blank(row[0]):
            continue
        why = why_skipped(
            row, headers, identity, wide_of.get(place, set()), words, after_total=below_total == place - 1
        )
        if why is not None:
            below_total = place if why.code in {"total", "stray_count"} else below_total
            found.append(SkippedSeen(layout.row_number(place), (why.code, why.values)))
    return found

"""From the columns of a foreign table to leads: rows left out, identities, impossible dates, repeats.

Child process only; answers the wire's `Taken`. Must not know how a cell is parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from workbench.base.errors import NotAllowedError
from workbench.sheets.column.cells import is_blank, letters, shown
from workbench.sheets.column.texts import UNREADABLE as NO_TEXT, TextColumn, recode
from workbench.sheets.column.zones import DAY, to_wall
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import normal
from workbench.sheets.mapping import Mapping
from workbench.sheets.own_file import DOUBLED, OwnFile
from workbench.sheets.private_marks import PRIVATE_FIELDS, mark, marked_identity
from workbench.sheets.said import Said, said
from workbench.sheets.table.apply_meanings import apply_meanings
from workbench.sheets.table.body import Body
from workbench.sheets.table.columns import missing_columns
from workbench.sheets.table.fields import Fields, custom_texts, read_fields
from workbench.sheets.table.identities import Identities, identify
from workbench.sheets.table.latest import Until, refuse_later, settle_as_of, stated_as_of
from workbench.sheets.table.layout import Layout
from workbench.sheets.table.leave_out import IDENTITY, find_left_out
from workbench.sheets.table.problem_list import list_problems
from workbench.sheets.table.repeats import newest_first, settle_repeats
from workbench.sheets.table.source import Source
from workbench.sheets.wire import ColumnTaken, OwnSeen, Request, SkippedSeen, Taken, TypedSeen
from workbench.tracking.leads import CUSTOM, UNREADABLE

Report = Callable[[int, int], None]
Ints = npt.NDArray[np.int64]

_MOST_QUEUES = 8


def take_leads(
    source: Source, layout: Layout, request: Request, mapping: Mapping, words: Dictionary, report: Report
) -> Taken:
    """Read the leads of a file.

    Raises:
        NotAllowedError: The mapping names headers the file does not have, or no column identifies a lead.
        DateOrderUnknownError: A column's dates can be read in two ways.
    """
    _check(layout, mapping, source.name, drop_missing=request.drop_missing)
    scan, from_1904 = source.scan(layout.grid.sheet)
    body = Body(layout, scan, words)
    size = len(body.rows)
    unfilled = _unfilled(layout, body)
    used = [column for column in layout.columns if column.field and column.index not in unfilled]
    fields = read_fields(
        used, body.column, mapping, layout.language, request.zone, words, source.name, vendor=layout.vendor,
        from_1904=from_1904,
        report=lambda done, total: report(size * done // (total + 1), size),
    )  # fmt: skip
    if layout.own is not None and layout.own.computed and not mapping.private:
        wanted = _own_columns(layout, layout.own, body)
    else:
        wanted = _custom(layout, (*request.keep, *mapping.keep))
    kept_columns = {name: place for name, place in wanted.items() if place not in unfilled}
    custom = custom_texts(body.column, kept_columns, words)
    left_out = find_left_out(layout, body, fields, words)
    apply_meanings(fields, mapping)
    found = _identities(fields, request.zone, size)
    if mapping.private:
        found = _without_names(fields, found, request.secret)
    kept = ~left_out.rows & np.array([bool(name) for name in found.names], np.bool_)
    until, as_of_notes = _refuse_impossible(source, layout, request, mapping, fields, kept, words)
    arrays: dict[str, npt.NDArray[np.generic]] = {**fields.stamps, **fields.amounts}
    arrays |= {name: column.codes for name, column in (*fields.texts.items(), *custom.items())}
    places = np.flatnonzero(kept).tolist()
    repeats = settle_repeats(places, [found.names[place] for place in places], arrays)
    report(size, size)
    index = np.array(repeats.places, np.int64)
    notes = [*layout.notes, *body.notes, *fields.notes, *_closing_notes(layout, request, mapping, fields, found)]
    notes += [said("repeated_rows", count=repeats.equal)] if repeats.equal else []
    notes += [said("newest_first")] if newest_first(repeats.differences, fields.stamps) else []
    notes += _queues(fields, words)
    problems, count = list_problems(
        layout, fields, custom, lambda name: body.column(kept_columns[name]), kept, repeats.differences,
        PRIVATE_FIELDS if mapping.private else (),
    )  # fmt: skip
    notes += [said("problems_cut", count=count, listed=len(problems))] if count > len(problems) else []
    decisions = {header: one for header, one in fields.decisions.items() if one.why not in {"same", "iso"}}
    unidentified = np.flatnonzero(~left_out.rows & ~kept).tolist()
    own = layout.own
    return Taken(
        sha256=source.sha256,
        sheet=layout.grid.sheet,
        header_row=layout.grid.row_number(layout.header),
        headers=tuple(layout.headers),
        fields={column.header: column.field for column in used},
        orders={header: one.order for header, one in decisions.items() if one.order},
        vendor=layout.vendor,
        rows=size - int(left_out.rows.sum()),
        identities=[found.names[place] for place in repeats.places],
        row_numbers=_bytes(index + layout.row_number(0)),
        columns=tuple(_columns(fields, custom, index)),
        repeated=repeats.equal,
        rejected=tuple(_seen(layout.row_number(place), said("no_identity")) for place in unidentified),
        skipped=(
            *_above(layout),
            *(_seen(layout.row_number(place), why) for place, why in sorted(left_out.why.items())),
        ),
        problems=problems,
        notes=tuple((one.code, one.values) for one in [*notes, *as_of_notes]),
        as_of=until.instant,
        as_of_day=until.day,
        as_of_source=until.source,
        identity=found.basis,
        own=OwnSeen(own.agreement, own.version, own.hash) if own else None,
        typed=_typed(source, words) if own else (),
    )


def _check(layout: Layout, mapping: Mapping, file: str, *, drop_missing: bool) -> None:
    absent = [] if drop_missing else missing_columns(layout.headers, mapping)
    if absent:
        raise NotAllowedError(
            f"The mapping names the column “{absent[0]}”, which sheet “{layout.grid.sheet}” of “{file}” does not have.",
            "Correct the mapping, or leave the column out of it.",
        )
    if not any(column.field in IDENTITY for column in layout.columns):
        raise NotAllowedError(
            f"No column of sheet “{layout.grid.sheet}” in “{file}” identifies a lead.",
            "Map a column to lead_id or to email.",
        )


def _typed(source: Source, words: Dictionary) -> tuple[TypedSeen, ...]:
    from workbench.sheets.table.typed_totals import typed_totals  # noqa: PLC0415  (periods, for a tracker alone)

    return typed_totals(source, words)


def _unfilled(layout: Layout, body: Body) -> set[int]:
    """Columns that are still as a tracker was made with: they say nothing, not that everything is empty."""
    prepared = layout.own.unfilled if layout.own else ()
    first = layout.grid.first_column
    return {
        column.index
        for column in layout.columns
        if letters(first + column.index) in prepared and all(map(is_blank, body.column(column.index)))
    }


def _custom(layout: Layout, keep: Sequence[str]) -> dict[str, int]:
    """Place of each column to be kept, by the name it was asked for under."""
    exact = {column.header: column.index for column in layout.columns}
    loose = {normal(column.header): column.index for column in reversed(layout.columns)}
    found: dict[str, int] = {}
    for name in dict.fromkeys(keep):
        place = exact.get(name, loose.get(normal(name)) if normal(name) else None)
        if place is not None and place not in found.values():
            found[name] = place
    return found


def _own_columns(layout: Layout, own: OwnFile, body: Body) -> dict[str, int]:
    """Every column of a tracker that is neither a field's nor computed, by its name: people add columns to keep them.

    Not for a log without names, for nobody has said what is in a column somebody added.
    """
    found: dict[str, int] = {}
    for column in layout.columns:
        if column.field or column.header in own.computed or is_blank(layout.grid.rows[layout.header][column.index]):
            continue
        if column.header in own.custom or not all(map(is_blank, body.column(column.index))):
            name = column.header
            while name.endswith(DOUBLED):
                name = name.removesuffix(DOUBLED)
            found.setdefault(name, column.index)
    return found


def _identities(fields: Fields, zone: str, size: int) -> Identities:
    ids = fields.texts["lead_id"].texts() if "lead_id" in fields.texts and fields.texts["lead_id"].words else None
    emails = fields.texts["email"].texts() if "email" in fields.texts else None
    days = [""] * size
    if ids is None and "created_at" in fields.stamps:
        created = fields.stamps["created_at"]
        there = np.flatnonzero(created > UNREADABLE)
        written = (to_wall(created[there], zone) // DAY).astype("datetime64[D]").astype(str).tolist()
        for place, day in zip(there.tolist(), written, strict=True):
            days[place] = day
    return identify(ids, emails, days, size)


def _without_names(fields: Fields, found: Identities, secret: str) -> Identities:
    """Put marks where names and addresses are, in the fields and in the identities."""
    for name in PRIVATE_FIELDS:
        if name in fields.texts:
            column = fields.texts[name]
            fields.texts[name] = recode(column, {word: mark(secret, word, name) for word in column.words})
    return Identities([marked_identity(secret, name) for name in found.names], found.basis)


def _refuse_impossible(
    source: Source, layout: Layout, request: Request, mapping: Mapping, fields: Fields,
    kept: npt.NDArray[np.bool_], words: Dictionary,
) -> tuple[Until, list[Said]]:  # fmt: skip
    """Settle the as-of instant and make every later date unreadable.

    The present limits only a file that names no as-of instant: there one stray stamp would else become it.
    """
    stated = stated_as_of(layout, source.name, mapping.as_of, fields.decisions, words)
    file_zone = mapping.timezone or request.zone
    until, notes = settle_as_of(stated, fields.stamps, kept, file_zone, request.zone, request.not_after)
    if until.source in {"newest", "none"} and request.not_after:
        refuse_later(fields.stamps, request.not_after, said("after_now"), fields.reasons)
    written = until.day or f"{np.datetime64(until.instant, 's')}Z"
    refuse_later(fields.stamps, until.last, said("after_as_of", as_of=written), fields.reasons)
    return until, notes


def _closing_notes(
    layout: Layout, request: Request, mapping: Mapping, fields: Fields, found: Identities
) -> Iterator[Said]:
    if found.basis != "lead_id":
        yield said("identity_email" if found.basis == "email" else "identity_email_day")
    if mapping.private:
        yield said("private")
    if layout.own is not None:
        yield said("own_tracker")
    elif fields.floating and not mapping.timezone:
        yield said("no_zone", zone=request.zone)


def _queues(fields: Fields, words: Dictionary) -> list[Said]:
    """Owners that look like queues, which nobody is."""
    if "owner" not in fields.texts:
        return []
    found = [word for word in fields.texts["owner"].words if words.is_queue(word)]
    return [said("queue_owner", word=word, header=fields.headers["owner"]) for word in found[:_MOST_QUEUES]]


def _seen(row: int, why: Said) -> SkippedSeen:
    return SkippedSeen(row, (why.code, why.values))


def _above(layout: Layout) -> Iterator[SkippedSeen]:
    """The rows above the headers that hold anything."""
    for place, row in enumerate(layout.grid.rows[: layout.header]):
        if any(shown(cell) for cell in row):
            yield _seen(layout.grid.row_number(place), said("above_header"))


def _columns(fields: Fields, custom: dict[str, TextColumn], index: Ints) -> Iterator[ColumnTaken]:
    """The columns of the leads, for the rows that count."""
    for name, values in fields.stamps.items():
        yield ColumnTaken(name, "stamps", _bytes(values[index]))
    for name, values in fields.amounts.items():
        yield ColumnTaken(name, "amounts", _bytes(values[index]))
    for name, column in fields.texts.items():
        yield _words(name, column, index)
    for name, column in custom.items():
        yield _words(CUSTOM + name, column, index)


def _words(name: str, column: TextColumn, index: Ints) -> ColumnTaken:
    """A text column with only the words its rows use."""
    codes = column.codes[index]
    used = np.flatnonzero(np.bincount(codes[codes >= 0], minlength=len(column.words)))
    if len(used) == len(column.words):
        return ColumnTaken(name, "words", codes.astype("<i4").tobytes(), column.words)
    table = np.full(len(column.words) + 2, -1, np.int32)  # the last two are for the codes -2 and -1
    table[used] = np.arange(len(used), dtype=np.int32)
    table[NO_TEXT] = NO_TEXT
    return ColumnTaken(
        name, "words", table[codes].astype("<i4").tobytes(), tuple(column.words[i] for i in used.tolist())
    )


def _bytes(values: Ints) -> bytes:
    return values.astype("<i8").tobytes()

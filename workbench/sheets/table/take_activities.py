"""Calls, tasks and messages of a foreign table, joined by the lead they are of: when each attempt was made.

Child process only; answers the wire's `Taken` with the columns that activities bring. Must not know which leads there
are; that is the library's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.base.errors import NotAllowedError
from workbench.sheets.column.cells import Cell, Row, cell_text, is_blank, shown
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import normal
from workbench.sheets.mapping import Mapping as FileMapping
from workbench.sheets.private_marks import marked_identity
from workbench.sheets.said import Said, said
from workbench.sheets.table.body import Body
from workbench.sheets.table.columns import missing_columns
from workbench.sheets.table.fields import Ints
from workbench.sheets.table.instants import ask_for_order, decide_orders, notes_on_dates, read_date_field, to_field
from workbench.sheets.table.kind import OF_LEADS, PARTS, activity_columns, not_of_activities
from workbench.sheets.table.latest import refuse_later, settle_as_of, stated_as_of
from workbench.sheets.table.layout import Layout
from workbench.sheets.table.row_kinds import why_skipped
from workbench.sheets.table.source import Source
from workbench.sheets.wire import ColumnTaken, OwnSeen, ProblemSeen, Request, SkippedSeen, Taken
from workbench.tracking.activities import MOST_DATES, activity_log, attempts_of
from workbench.tracking.leads import EMPTY, UNREADABLE, Stamps

Report = Callable[[int, int], None]

_ADDRESS = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+")
_SEVERAL = re.compile(r"[;,\s]+")
_POINT_ZERO = re.compile(r"(\d+)\.0+")


@dataclass
class _Sorted:
    """The rows of a table by what becomes of them.

    Attributes:
        attempts: Places by identity of the lead.
        rejected: Rows that name no lead.
        skipped: Rows that are no activities, with the reason.
        left_out: How often a word kept an activity from being an attempt, by header and word.
        undated: How many have no date.
        repeated: How many repeat an activity of the same id.
        rows: How many are activities.
    """

    attempts: dict[str, list[int]]
    rejected: list[int]
    skipped: list[SkippedSeen]
    left_out: Counter[tuple[str, str]]
    undated: int = 0
    repeated: int = 0
    rows: int = 0


def take_activities(
    source: Source, layout: Layout, request: Request, mapping: FileMapping, words: Dictionary, report: Report
) -> Taken:
    """Read the activities of a file.

    Raises:
        NotAllowedError: No column names the lead or the day, or the mapping names headers the file does not have.
        DateOrderUnknownError: Its dates can be read in two ways.
    """
    places = _columns(layout, mapping, words, source.name, drop_missing=request.drop_missing)
    scan, from_1904 = source.scan(layout.grid.sheet)
    body = Body(layout, scan, words)
    size, headers = len(body.rows), layout.headers
    report(0, size)
    field = read_date_field(
        headers[places["at"]], body.column(places["at"]), body.column(places["time"]) if "time" in places else None,
        words, from_1904=from_1904,
    )  # fmt: skip
    decisions = decide_orders([field], mapping.date_order, layout.language)
    ask_for_order([field], decisions, source.name)
    taken = to_field(field, decisions[field.header], mapping.timezone or request.zone, request.zone)
    stamps, reasons = {"activity_at": taken.values}, {"activity_at": taken.reasons}
    stated = stated_as_of(layout, source.name, mapping.as_of, decisions, words)
    everything = np.ones(size, np.bool_)
    zones = mapping.timezone or request.zone, request.zone
    until, as_of_notes = settle_as_of(stated, stamps, everything, *zones, request.not_after)
    if until.source in {"newest", "none"} and request.not_after:
        refuse_later(stamps, request.not_after, said("after_now"), reasons)
    written = until.day or f"{np.datetime64(until.instant, 's')}Z"
    refuse_later(stamps, until.last, said("after_as_of", as_of=written), reasons)
    found = _sorted(layout, body, places, taken.values, words)
    marked = {name: marked_identity(request.secret, name) if mapping.private else name for name in found.attempts}
    log = activity_log({marked[name]: attempts_of(taken.values[own].tolist()) for name, own in found.attempts.items()})
    report(size, size)
    notes = [*layout.notes, *body.notes, *notes_on_dates([field], decisions), *as_of_notes]
    notes = [one for one in notes if one.code not in OF_LEADS]
    notes += not_of_activities(layout, mapping)
    notes += _notes(found, [len(own) for own in found.attempts.values()])
    notes += [said("private")] if mapping.private else []
    if taken.floating and not mapping.timezone:
        notes.append(said("no_zone", zone=request.zone))
    first = np.array([own[0] for own in found.attempts.values()], np.int64) + layout.row_number(0)
    return Taken(
        sha256=source.sha256, sheet=layout.grid.sheet, header_row=layout.grid.row_number(layout.header),
        headers=tuple(headers), fields={headers[place]: PARTS[part] for part, place in places.items()},
        orders={header: one.order for header, one in decisions.items() if one.order and one.why not in {"same", "iso"}},
        vendor=layout.vendor, rows=found.rows, identities=list(log.identities),
        row_numbers=first.astype("<i8").tobytes(),
        columns=tuple(
            ColumnTaken(name, "stamps" if isinstance(one, Stamps) else "amounts", one.values.astype("<i8").tobytes())
            for name, one in log.columns.items()
        ),
        repeated=found.repeated,
        rejected=tuple(SkippedSeen(layout.row_number(place), ("no_lead", ())) for place in found.rejected),
        skipped=tuple(found.skipped), problems=tuple(_problems(layout, body, places["at"], reasons["activity_at"])),
        notes=tuple((one.code, one.values) for one in notes), as_of=until.instant, as_of_day=until.day,
        as_of_source=until.source, identity="lead_id" if "lead" in places else "email",
        own=OwnSeen(layout.own.agreement, layout.own.version, layout.own.hash) if layout.own else None,
        activities=True,
    )  # fmt: skip


def _columns(
    layout: Layout, mapping: FileMapping, words: Dictionary, file: str, *, drop_missing: bool
) -> Mapping[str, int]:  # fmt: skip
    absent = [] if drop_missing else missing_columns(layout.headers, mapping)
    if absent:
        raise NotAllowedError(
            f"The mapping names the column “{absent[0]}”, which sheet “{layout.grid.sheet}” of “{file}” does not have.",
            "Correct the mapping, or leave the column out of it.",
        )
    places = activity_columns(layout, mapping, words)
    if "at" not in places:
        raise NotAllowedError(
            f"No column of “{file}” says when each call or task was done.", "Map a column to activity_at."
        )
    if "lead" not in places and "email" not in places:
        raise NotAllowedError(
            f"No column of “{file}” says which lead each call or task was for.", "Map a column to lead_id or to email."
        )
    return places


def _sorted(layout: Layout, body: Body, places: Mapping[str, int], at: Ints, words: Dictionary) -> _Sorted:
    """Every row where it belongs."""
    found = _Sorted(defaultdict(list), [], [], Counter())
    headers, identity = layout.headers, {places[part] for part in ("lead", "email", "id") if part in places}
    no_attempt = {part: frozenset(words.activities[key]) for part, key in _WORDS.items() if part in places}
    seen: set[tuple[str, str]] = set()
    last = next((i for i in range(len(body.rows) - 1, -1, -1) if not all(map(is_blank, body.rows[i]))), -1)
    below_total = -1
    for place in range(last + 1):
        row = body.rows[place]
        why = why_skipped(
            row, headers, identity, body.wide.get(place, set()), words, after_total=below_total == place - 1
        )
        if why is not None:
            below_total = place if why.code in {"total", "stray_count"} else below_total
            found.skipped.append(SkippedSeen(layout.row_number(place), (why.code, why.values)))
            continue
        found.rows += 1
        word = next((p for p, known in no_attempt.items() if normal(shown(row[places[p]])) in known), "")
        leads = list(_leads(row, places))
        if word:
            found.left_out[headers[places[word]], shown(row[places[word]])] += 1
        elif not leads:
            found.rejected.append(place)
        elif at[place] == EMPTY:
            found.undated += 1
        elif at[place] != UNREADABLE:
            own = cell_text(row[places["id"]]).strip() if "id" in places else ""
            for lead in leads:
                if own and (own, lead) in seen:
                    found.repeated += 1
                    continue
                seen.add((own, lead))
                found.attempts[lead].append(place)
    return found


_WORDS = {"type": "not_attempts", "state": "not_done"}


def _leads(row: Row, places: Mapping[str, int]) -> Iterator[str]:
    """Identities of the leads that an activity names; by address only where it names no id."""
    if "lead" in places:
        ids = [_id(one) for one in _SEVERAL.split(cell_text(row[places["lead"]])) if one]
        if ids:
            yield from (f"id:{one}" for one in dict.fromkeys(ids))
            return
    if "email" in places:
        mails = [one.casefold() for one in _ADDRESS.findall(cell_text(row[places["email"]]))]
        yield from (f"email:{one}" for one in dict.fromkeys(mails))


def _id(text: str) -> str:
    point = _POINT_ZERO.fullmatch(text)
    return point[1] if point else text


def _notes(found: _Sorted, counts: Sequence[int]) -> list[Said]:
    notes = [said("activities", count=found.rows)]
    notes += [
        said("activities_not_attempts", word=word, header=header, count=count)
        for (header, word), count in found.left_out.most_common(12)
    ]
    if found.undated:
        notes.append(said("activities_undated", count=found.undated))
    if found.repeated:
        notes.append(said("repeated_rows", count=found.repeated))
    many = sum(count > MOST_DATES for count in counts)
    if many:
        notes.append(said("activities_many", most=MOST_DATES, count=many))
    return notes


def _problems(layout: Layout, body: Body, at: int, reasons: Mapping[int, Said]) -> Iterator[ProblemSeen]:
    values: Sequence[Cell] = body.column(at)
    for place, why in sorted(reasons.items()):
        yield ProblemSeen(layout.row_number(place), layout.headers[at], shown(values[place]), (why.code, why.values))

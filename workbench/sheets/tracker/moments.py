"""The date columns of the lead log as instants, as of the as-of instant, on the sheet of clocks.

A moment is 0 while nothing has happened, -1 where the cell cannot be read, else seconds with `DATE_ONLY` on a date
without time. Must not know commitments.
"""

from __future__ import annotations

from workbench.sheets.tracker import second_hour
from workbench.sheets.tracker.asof import AsOfCells
from workbench.sheets.tracker.days import OpenTime, Tables, ZoneTable
from workbench.sheets.tracker.engine import Engine, EngineColumn
from workbench.sheets.tracker.formula import Formula, Given
from workbench.sheets.tracker.functions import any_of, either, least, remainder, rounded, whole
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.serial import AFTER_SERIAL, DATE_ONLY, DAY, FIRST_SERIAL
from workbench.sheets.tracker.texts import CellWords


class Moments:
    """The moments of every date column that somebody asks for.

    Args:
        engine: Where the columns are made.
        columns: Of the lead log, by field.
        tables: Days and open times.
        as_of: What has happened.
        words: Which texts mean nothing.
    """

    def __init__(
        self, engine: Engine, columns: dict[str, LogColumn], tables: Tables, as_of: AsOfCells, words: CellWords
    ) -> None:
        self.as_of = as_of
        self.tables = tables
        self._engine = engine
        self._columns = columns
        self._words = words

    def at(self, field: str) -> EngineColumn:
        """The moment of a field."""
        column = self._columns[field]
        wall = self._engine.column(f"{column.header}, wall seconds", self._wall(column))
        instant = self.tables.instant(wall)
        if second_hour.has_any(column):
            instant = either(column.is_number, instant, wall - second_hour.offset_seconds(column))
        marked = instant + either(remainder(wall, DAY).equals(0), DATE_ONLY, 0)
        happened = either(instant <= self.as_of.last, marked, 0)
        return self._engine.column(column.header, either(wall <= 0, wall, happened))

    def first_of(self, fields: tuple[str, ...], zone: ZoneTable) -> EngineColumn:
        """The first of several moments, placed in a zone; -1 where any cannot be read, since it might be the first."""
        found = self.placed(fields[0], zone)
        for field in fields[1:]:
            other = self.placed(field, zone)
            sooner = either(whole(other) < whole(found), other, found)
            one_missing = either(found.equals(0), other, either(other.equals(0), found, sooner))
            first = either(least(found, other) < 0, -1, one_missing)
            found = self._engine.column(f"{found.title} / {self._columns[field].header}", first)
        return found

    def placed(self, field: str, zone: ZoneTable) -> EngineColumn:
        """The moment of a field with its date, where it is without time, in a zone."""
        own = self.at(field)
        return self._engine.column(f"{own.title} ({zone.zone})", self.tables.placed(own, zone))

    def open_before(self, moment: EngineColumn, time: OpenTime) -> EngineColumn:
        """Open seconds before a moment; 0 where there is none."""
        content = either(moment <= 0, 0, time.open_before(moment))
        return self._engine.column(f"{moment.title}, open seconds before ({time.name})", content)

    def _wall(self, column: LogColumn) -> Formula:
        number, text = column.number, column.text
        outside = any_of(number < FIRST_SERIAL, number >= AFTER_SERIAL)
        read = either(outside, -1, rounded(number * DAY, 0))
        empty = any_of(text.equals(""), self._words.nothing.holds(text))
        worded: Given = second_hour.wall_seconds(column) if second_hour.has_any(column) else -1
        return either(column.is_number, read, either(column.is_error, -1, either(empty, 0, worded)))

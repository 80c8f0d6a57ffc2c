"""How the dates of a file are read: the order, what some of them mean in words, the zone, and the day the file ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QRadioButton

from workbench.base.language import N_, Language
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.sizing import sized
from workbench.ui.views.dates import day_and_time, full_day
from workbench.ui.views.track.mapping.choices import Choices
from workbench.ui.views.track.mapping.section import Section

if TYPE_CHECKING:
    from workbench.services.foreign_file import InspectedColumn, Inspection
    from workbench.services.imported import ReadFile

ORDERS: Final = (("dmy", N_("Day first")), ("mdy", N_("Month first")))
SAMPLES = 3
Sample = tuple[str, tuple[str, ...], int]
"""A date as written, what it means (two things while nobody said which), and its row; 0 for one already in words."""

SOURCES: Final = {
    "given": N_("as chosen here"),
    "property": N_("from the tracker"),
    "line": N_("from a line of the file"),
    "name": N_("from the file name"),
    "newest": N_("its newest date"),
}
"""Where the day comes from that a file speaks for."""


class Dates(Section):
    """The part about dates.

    Attributes:
        order_chosen: Emitted with `dmy` or `mdy`.
        zone_chosen: Emitted with the name of a zone.
        day_chosen: Emitted with the ISO day the file speaks for.

    Args:
        language: For the words.
        zone: The agreement's.
        today: Stands where the file has no date.
        first: First day on which a signed version judges; nothing for a rehearsal, which judges every day.
    """

    order_chosen = Signal(str)
    zone_chosen = Signal(str)
    day_chosen = Signal(str)

    def __init__(self, language: Language, zone: str, today: dt.date, first: dt.date | None = None) -> None:
        text = language.text
        self._today, self._first = today, first
        self._language, self._text, self._own_zone = language, text, zone
        self._radios = {key: QRadioButton(text(words)) for key, words in ORDERS}
        for key, radio in self._radios.items():
            radio.setProperty("kind", "compact")
            radio.setAccessibleName(radio.text())
            radio.clicked.connect(lambda _checked=False, key=key: self.order_chosen.emit(key))
        self._against = ElidingLabel("", "tiny")
        self._orders = box(
            row(*self._radios.values(), (self._against, 1), gap=10)
        )  # fmt: skip
        self._cells = [
            (ElidingLabel("", "label" if n else "h3", figures=True), Label("=", "tiny"),
             ElidingLabel("", "body" if n else "h3"), Label("", "tiny", figures=True))
            for n in range(SAMPLES)
        ]  # fmt: skip
        self._samples = Panel(self._grid(), card="quiet", name=text(N_("What some of the dates mean")))
        self._zone = Choice([(one, one) for one in _zones(zone)], zone, name=text(N_("Time zone of the file")))
        self._zone.setMaxVisibleItems(16)
        sized(self._zone, width=190)
        self._zone.activated.connect(lambda _place: self.zone_chosen.emit(self._zone.current))
        self._day = QDateEdit()
        self._day.setProperty("kind", "compact")
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("d MMM yyyy")
        self._day.setAccessibleName(text(N_("Day the file speaks for")))
        self._day.setKeyboardTracking(False)
        sized(self._day, width=190)
        self._day.dateChanged.connect(self._on_day)
        self._source = ElidingLabel("", "tiny")
        self._zone_row = box(row(Label(text(N_("Times are in")), "body"), stretch(), self._zone))
        self._day_row = box(
            row(Label(text(N_("Data until")), "body"), (self._source, 1), self._day)
        )  # fmt: skip
        self._early = Notice("none", "")
        super().__init__(
            "calendar-days", text(N_("Dates")), self._orders, self._samples, self._zone_row, self._day_row,
            self._early,
        )  # fmt: skip
        self._day_row.hide()
        self._early.hide()

    def take_focus(self) -> None:
        """Bring the keyboard to the order of the dates, or to the zone where the order is plain."""
        radios = [one for one in self._radios.values() if one.isEnabled() and not self._orders.isHidden()]
        chosen = [one for one in radios if one.isChecked()]
        for one in (*chosen, *radios, self._zone):
            if one.isVisible():
                one.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def show_seen(self, seen: Inspection, choices: Choices) -> None:
        """Show how the dates are read as it is decided now."""
        dated = [one for one in seen.columns if one.readings or one.orders]
        numeric = [one for one in dated if one.orders]
        order = choices.date_order or _common(numeric)
        against = {key: sum(_against(one, key) for one in numeric) for key, _ in ORDERS}
        for key, radio in self._radios.items():
            radio.setChecked(False)
            radio.setAutoExclusive(False)
            radio.setChecked(key == order)
            radio.setAutoExclusive(True)
            other = against["mdy" if key == "dmy" else "dmy"]
            radio.setEnabled(key == order or not against[key] or bool(other))
        self._orders.setVisible(bool(numeric))
        self._against.setText(self._contradiction(order, against))
        self._show_samples(_samples(dated, numeric, order))
        self._sum_up(dated, numeric, order, against, seen)
        zone = choices.timezone or seen.timezone or self._own_zone
        self._zone.show_choice(zone)
        self._zone_row.setVisible(not choices.is_own and bool(dated))
        self.setVisible(bool(dated) or not choices.is_own)

    def show_tried(self, found: ReadFile) -> None:
        """Show until when the file speaks."""
        until = found.as_of
        source = SOURCES.get(found.reading.as_of_source, N_("the file has no date"))
        if until is None:
            day = self._today
        else:
            day = until.astimezone(ZoneInfo(self._own_zone)).date() if isinstance(until, dt.datetime) else until
        blocked = self._day.blockSignals(True)
        self._day.setDate(QDate(day.year, day.month, day.day))
        self._day.blockSignals(blocked)
        self._source.setText(self._text(source))
        self._day_row.show()
        self._show_early(found)

    def _show_early(self, found: ReadFile) -> None:
        """Say how many leads lie before the agreement, and what becomes of them."""
        from workbench.tracking.early import wholly_before  # noqa: PLC0415  (numpy, with the leads)

        leads, count = found.reading.leads, 0
        if self._first is not None and found.reading.kind == "leads":
            begins = dt.datetime.combine(self._first, dt.time(), ZoneInfo(self._own_zone))
            count = wholly_before(leads, int(begins.timestamp()))
        self._early.setVisible(bool(count))
        if self._first is None or not count:
            return
        many = self._language.count(
            N_("{n} of {all} leads lies wholly before {day}, the first day in force."),
            N_("{n} of {all} leads lie wholly before {day}, the first day in force."), count,
        )  # fmt: skip
        day = full_day(self._first, self._language)
        what = N_("They are kept as history for the baseline and for trying out numbers; no promise is judged by them.")
        self._early.say(
            "none", self._text(what), strong=many.format(n=f"{count:,}", all=f"{len(leads):,}", day=day)
        )  # fmt: skip

    def _contradiction(self, order: str, against: dict[str, int]) -> str:
        other = next((key for key, _ in ORDERS if key != order), "")
        if not order or not against.get(other):
            return ""
        dates = self._language.count("{n} date contradicts it", "{n} dates contradict it", against[other])
        return dates.format(n=f"{against[other]:,}")

    def _sum_up(
        self,
        dated: Sequence[InspectedColumn],
        numeric: Sequence[InspectedColumn],
        order: str,
        against: dict[str, int],
        seen: Inspection,
    ) -> None:  # fmt: skip
        text, count = self._text, self._language.count
        dates = sum(one.orders[0].dates for one in numeric)
        if not numeric:
            self.say(text(N_("Clear") if dated else N_("No dates")), "ok" if dated else "idle")
        elif not order and seen.must_ask:
            self.say(text(N_("Please choose")), "warn")
        elif not order:
            self.say(text(N_("Each column by itself")), "idle")
        elif against[order]:
            self.say(count("{n} date does not fit", "{n} dates do not fit", against[order]).format(
                n=f"{against[order]:,}"), "bad")  # fmt: skip
        elif any(one.date_order_why in {"values", "iso", "same"} for one in numeric):
            self.say(count("{n} date agrees", "All {n} dates agree", dates).format(n=f"{dates:,}"), "ok")
        else:
            self.say(text(N_("Either fits; please check")), "warn")

    def _show_samples(self, samples: Sequence[Sample]) -> None:
        for place, (raw, equals, read, row_number) in enumerate(self._cells):
            there = place < len(samples)
            for label in (raw, equals, read, row_number):
                label.setVisible(there)
            if there:
                written, meaning, number = samples[place]
                raw.setText(written)
                either = self._text(N_("{one} or {other}"))
                said = [self._spelled(one) if number else one for one in meaning]
                read.setText(said[0] if len(said) == 1 else either.format(one=said[0], other=said[1]))
                row_number.setText(self._text(N_("row {n}")).format(n=f"{number:,}") if number else "")
        self._samples.setVisible(bool(samples))

    def _spelled(self, iso: str) -> str:
        """An ISO day or instant in words: `3 August 2026, 09:41`."""
        moment = dt.datetime.fromisoformat(iso)
        day = QLocale(self._language.code).toString(QDate(moment.year, moment.month, moment.day), "d MMMM yyyy")
        return f"{day}, {moment:%H:%M}" if len(iso) > len("2026-08-03") else day

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(14, 9, 14, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for place, (raw, equals, read, number) in enumerate(self._cells):
            for at, label in ((0, raw), (1, equals), (2, read)):
                grid.addWidget(label, place, at)
            grid.addWidget(number, place, 3, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(2, 1)
        return grid

    def _on_day(self, day: QDate) -> None:
        self.day_chosen.emit(dt.date(day.year(), day.month(), day.day()).isoformat())


def _zones(own: str) -> list[str]:
    first = dict.fromkeys((own, "UTC"))
    return [*first, *sorted(one for one in available_timezones() if "/" in one and one not in first)]


def _common(columns: Sequence[InspectedColumn]) -> str:
    """The order all columns are read in; empty where they differ or it has to be asked."""
    orders = {one.date_order for one in columns if one.date_order in {"dmy", "mdy"}}
    undecided = any(one.date_order_why == "unknown" for one in columns)
    return orders.pop() if len(orders) == 1 and not undecided else ""


def _against(column: InspectedColumn, order: str) -> int:
    return next((one.against for one in column.orders if one.order == order), 0)


def _samples(
    dated: Sequence[InspectedColumn], numeric: Sequence[InspectedColumn], order: str
) -> list[Sample]:  # fmt: skip
    """Some dates as written, what they mean, and their rows; ISO forms have a row, words have none."""
    found: list[Sample] = []
    for one in numeric:
        for reading in one.orders:
            if reading.order == (order or one.date_order or "dmy"):
                found += [(raw, (iso,), number) for raw, iso, number in reading.samples]
    if not numeric:
        found = [(raw, (said,), 0) for one in dated for raw, said in one.readings if said]  # in words already
    found = list(dict.fromkeys(found))[:SAMPLES]
    return found if order else [_either_way(one, numeric) for one in found]


def _either_way(sample: Sample, numeric: Sequence[InspectedColumn]) -> Sample:
    """A date whose order is not decided, as both orders read it."""
    raw, read, number = sample
    other = [
        iso
        for one in numeric
        if one.date_order_why == "unknown"
        for reading in one.orders
        for written, iso, row in reading.samples
        if (written, row) == (raw, number) and iso not in read
    ]
    return raw, (*read, *other[:1]), number


def until_words(found: ReadFile, language: Language) -> str:
    """Until when a file speaks, and how that is known; empty where it has no date."""
    if found.as_of is None:
        return ""
    day, source = day_and_time(found.as_of, language)[0], SOURCES.get(found.reading.as_of_source, "")
    said = language.text(N_("Data until {day}, {source}") if source else N_("Data until {day}"))
    return said.format(day=day, source=language.text(source) if source else "")

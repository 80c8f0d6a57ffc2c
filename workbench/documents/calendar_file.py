"""The dates of an agreement as a calendar file (RFC 5545) that any calendar takes.

Series are written as rules, so that a calendar shows one entry to move or to leave. People are named, never by their
addresses. Must not know where the file goes.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from zoneinfo import ZoneInfo

from workbench import __version__
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.occasions import DAYS, MONTHS, WEEKDAYS, Occasion, begins, first_import, import_days, occasions
from workbench.agreement.sections.governance import IMPORT_CADENCES, Meeting
from workbench.base.language import N_, Language

USUAL_MINUTES: Final = 30
HORIZON: Final = dt.timedelta(days=366)
"""Without a last day, series are written for a year."""


def calendar_file(agreement: Agreement, agreement_id: str, made: dt.datetime, language: Language) -> bytes:
    """The calendar of an agreement.

    Args:
        agreement: Its content; what has no date yet is left out.
        agreement_id: Makes the entries' ids the same in every file of the agreement, so that a calendar updates them.
        made: When the file is made; aware.
        language: Of the words.
    """
    from icalendar import Calendar  # noqa: PLC0415  (loads the zones of the world)

    file = _Writer(agreement, agreement_id, made.astimezone(dt.UTC), language)
    calendar = Calendar()
    calendar.add("prodid", f"-//SLA Workbench//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", agreement.title)
    for event in file.events():
        calendar.add_component(event)
    calendar.add_missing_timezones(*file.years)
    return bytes(calendar.to_ical())


class _Writer:
    """One file being written."""

    def __init__(self, agreement: Agreement, agreement_id: str, made: dt.datetime, language: Language) -> None:
        self._agreement, self._id, self._made = agreement, agreement_id, made
        self._language, self._shown = language, shown_in(agreement, language)
        teams = agreement.teams
        first = teams.effective_from or made.date()
        self._last = teams.effective_until or first + HORIZON
        self._zone = ZoneInfo(teams.time_zone or "UTC")

    @property
    def years(self) -> tuple[dt.date, dt.date]:
        """The years whose changes of the clocks a calendar has to know."""
        first = self._agreement.teams.effective_from or self._made.date()
        return first.replace(month=1, day=1), self._last.replace(month=12, day=31)

    def events(self) -> list[Any]:
        """Every entry."""
        made = [self._meeting(one) for one in self._agreement.governance.meetings]
        made.append(self._imports())
        first = min([self._made.date(), *(day for day in (self._agreement.teams.effective_from,) if day)])
        late = self._last + dt.timedelta(days=366)
        single = [one for one in occasions(self._agreement, first, late) if one.kind in {"check_in", "review", "end"}]
        made += [self._single(one) for one in single]
        return [one for one in made if one is not None]

    def _meeting(self, one: Meeting) -> Any:
        begin = begins(one, self._agreement)
        if begin is None or begin > self._last:
            return None
        event = self._event(f"governance.meetings[{one.key}]", one.name)
        if one.at is None:
            event.add("dtstart", begin)
            event.add("dtend", begin + dt.timedelta(days=1))
        else:
            start = dt.datetime.combine(begin, one.at, self._zone)
            event.add("dtstart", start)
            event.add("dtend", start + dt.timedelta(minutes=one.minutes or USUAL_MINUTES))
        rule = self._rule(begin, one.cadence, timed=one.at is not None)
        if rule:
            event.add("rrule", rule)
        people = [self._shown.label_of("teams.participants", key) for key in one.attendees]
        self._describe(
            event,
            one.agenda,
            self._named(N_("Read before: {what}"), one.data_pack),
            self._named(N_("With: {what}"), ", ".join(people)),
        )
        return event

    def _imports(self) -> Any:
        every = self._agreement.governance.import_every
        first = first_import(self._agreement)
        if first is None or first > self._last:
            return None
        event = self._event("governance.import_every", self._language.text(N_("Import actuals")))
        event.add("dtstart", first)
        event.add("dtend", first + dt.timedelta(days=1))
        if every in DAYS:
            event.add("rrule", self._rule(first, every, timed=False))
        else:  # the first working day from the 2nd on is no weekday of the month
            days = list(import_days(self._agreement, self._last))[1:]
            if days:
                event.add("rdate", days, parameters={"VALUE": "DATE"})
        owner = self._agreement.governance.import_owner
        label = {option.value: option.label for option in IMPORT_CADENCES}.get(every, "")
        self._describe(
            event,
            self._language.text(label),
            self._named(N_("By: {what}"), self._shown.label_of("teams.participants", owner) if owner else ""),
        )
        return event

    def _single(self, one: Occasion) -> Any:
        text = self._language.text
        words = {
            "check_in": N_("Look back after {days} days"), "review": N_("Review of the agreement"),
            "end": N_("Last day of the agreement"),
        }[one.kind]  # fmt: skip
        event = self._event(one.path, text(words).format(days=one.name))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + dt.timedelta(days=1))
        questions = next(
            (row.questions for row in self._agreement.governance.check_ins if one.path.endswith(f"[{row.key}]")), ""
        )
        self._describe(event, questions if one.kind == "check_in" else "")
        return event

    def _event(self, path: str, name: str) -> Any:
        from icalendar import Event  # noqa: PLC0415  (as above)

        event = Event()
        event.add("uid", f"{path}@{self._id}")
        event.add("dtstamp", self._made)
        title = self._agreement.title
        event.add("summary", f"{name} · {title}" if title else name)
        return event

    def _rule(self, begin: dt.date, cadence: str, *, timed: bool) -> dict[str, Any]:
        until: dt.date = self._last
        if timed:  # with a time of day, the end of a rule is an instant in UTC
            until = dt.datetime.combine(self._last, dt.time(23, 59, 59), self._zone).astimezone(dt.UTC)
        if cadence in DAYS:
            return {"freq": "weekly", "interval": DAYS[cadence] // 7, "until": until}
        if cadence in MONTHS:
            number = (begin.day - 1) // 7 + 1
            place = f"{-1 if number == 5 else number}{WEEKDAYS[begin.weekday()][:2].upper()}"
            return {"freq": "monthly", "interval": MONTHS[cadence], "byday": place, "until": until}
        return {}

    def _named(self, template: str, what: str) -> str:
        return self._language.text(template).format(what=what) if what else ""

    def _describe(self, event: Any, *lines: str) -> None:
        said = "\n".join(line for line in lines if line)
        if said:
            event.add("description", said)

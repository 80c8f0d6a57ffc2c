"""The head of the scorecard: by which version, as of when, from which files; how many lines stand how."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from workbench.agreement.period_words import month_name, month_words
from workbench.base.language import N_
from workbench.fields.value import Duration
from workbench.ui.parts.button import Button
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import emphasised
from workbench.ui.parts.layout import box, row
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.sizing import sized
from workbench.ui.views.dates import day_and_time, short_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known, MonthHead, local
from workbench.ui.views.track.promises import Promise

FACT_HEIGHT = 24
STALE_DAYS = 45
"""Data older than this is old where the agreement says nothing."""


def facts(
    desk: Desk, known: Known, show_imports: Callable[[], object], show_proposals: Callable[[], object]
) -> QWidget:  # fmt: skip
    """By which version, as of when, from which files, and what it proposes; the last two lead on."""
    text, language = desk.language.text, desk.language
    made: list[QWidget] = []
    version = known.check.newest.version
    if known.check.rehearsal:
        judge = text(N_("Rehearsed with {0}"))
        made.append(_fact("lock-keyhole", judge, f"v{version}" if version is not None else text(N_("the draft"))))
    elif known.in_force is not None:
        since = short_day(known.in_force, known.day, language)
        begun = known.in_force <= desk.session.now().astimezone(ZoneInfo(known.zone)).date()
        words = N_("Judged by {0}, in force since {day}") if begun else N_("Judged by {0}, in force from {day}")
        judge = text(words).replace("{day}", since)
        made.append(_fact("lock-keyhole", judge, f"v{version}"))
    day, time = day_and_time(local(known.check.as_of, known.zone), language)
    made.append(_fact("calendar", text(N_("As of {0}, {time}")).replace("{time}", time), day))
    made.append(_files(desk, known, show_imports))
    if known.proposals:
        made.append(_proposals(desk, len(known.proposals), show_proposals))
    holder = QWidget()
    holder.setLayout(Flow(made, gap=16, line_gap=2))
    return holder


def _proposals(desk: Desk, number: int, show: Callable[[], object]) -> QWidget:
    words = desk.language.count(N_("{n} proposal"), N_("{n} proposals"), number).format(n=number)
    button = Button(words, "link", icon="trending-up", on_click=show)
    button.setToolTip(desk.language.text(N_("What the results propose for the next version (Ctrl+Shift+N)")))
    sized(button, height=FACT_HEIGHT)
    return button


def _fact(icon: str, template: str, *values: str) -> QWidget:
    made = box(row(IconLabel(icon, "muted", 14), emphasised(template, *values), gap=6))
    sized(made, height=FACT_HEIGHT)
    return made


def _files(desk: Desk, known: Known, show_imports: Callable[[], object]) -> QWidget:
    text, count = desk.language.text, desk.language.count
    counted = [one for one in known.imports if one.counts]
    if not counted:
        words = text(N_("No file"))
    else:
        words = counted[-1].file if len(counted) == 1 else ""
        words = words or count("{n} import", "{n} imports", len(counted)).format(n=len(counted))
    words = words if len(words) <= 40 else f"{words[:18]}…{words[-20:]}"
    button = Button(words, "link", icon="file-spreadsheet", on_click=show_imports)
    button.setToolTip(text(N_("Show the imports (Ctrl+Shift+I)")))
    sized(button, height=FACT_HEIGHT)
    return button


def span_words(months: Iterable[MonthHead], desk: Desk) -> str:
    """The months in view: `JANUARY TO JUNE 2026`."""
    shown = list(months)
    if not shown:
        return ""
    first, last = shown[0].first, shown[-1].first
    end = month_words(last, desk.language)
    if first == last:
        return end.upper()
    begin = month_name(first, desk.language, whole=True)
    begin = begin if first.year == last.year else f"{begin} {first.year}"
    return desk.language.text(N_("{first} to {last}")).format(first=begin, last=end).upper()


def counts(promises: Iterable[Promise], months: Iterable[MonthHead]) -> Mapping[str, int]:
    """How often each status stands in the months in view."""
    wanted = {month.first for month in months}
    return Counter(
        line.result.status for promise in promises for line in promise.lines if line.home in wanted
    )  # fmt: skip


def banners(desk: Desk, known: Known, bring: Callable[[], object]) -> list[Notice]:
    """What must be known before anybody believes a number."""
    text, found = desk.language.text, []
    if known.check.rehearsal:
        words = N_(
            "Nothing is signed by everybody yet, so nothing is tracked: this tries the promises on all the data."
        )
        found.append(Notice("hint", text(words), strong=text(N_("A rehearsal."))))
    ends = text(N_("A calendar ends."))
    found += [Notice("warning", one.text(desk.language), strong=ends) for one in known.check.warnings()]
    old = days_old(known, desk.session.now())
    if old is not None:
        button = Button(text(N_("Import…")), on_click=bring)
        said = text(N_("The data ended {n} days ago; what happened since is not in these numbers.")).format(n=old)
        found.append(Notice("warning", said, strong=text(N_("Old data.")), actions=(button,)))
    return found


def days_old(known: Known, now: dt.datetime) -> int | None:
    """How many days old the data is, where that is more than was agreed; nothing else."""
    if not any(one.counts for one in known.imports):
        return None
    agreement = known.check.newest.agreement
    limit = _days(agreement.governance.stale_after)
    until = agreement.teams.effective_until
    today = now.astimezone(ZoneInfo(known.zone)).date()
    old = (today - known.day).days
    if until is not None and known.day >= until:  # the agreement is over, and the data covers it
        return None
    return old if old > limit else None


def _days(duration: Duration | None) -> int:
    if duration is None:
        return STALE_DAYS
    return round(duration.amount * {"days": 1, "weeks": 7, "months": 30, "years": 365}.get(duration.unit, 1))

"""One lead behind a number: its state, why, and the instants that decided; its names are the keys of the JSON answer.

Must not know how it was judged.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.base.language import Language, language
from workbench.tracking.actuals import State
from workbench.tracking.note import Note
from workbench.tracking.why import BY_DAY


@dataclass(frozen=True)
class Row:
    """One lead of a commitment's cohort.

    Attributes:
        lead_id: As the CRM numbers it; else what the log recognises it by.
        period: Written as `Period.text`.
        state: How it counts.
        reason: Why.
        start: Where the clock starts, or the date that puts it into the period; aware, in the agreement's zone.
        deadline: The last instant in time; nothing without a clock.
        event: What was waited for; nothing while it has not happened.
        working_seconds: Working time from start to event.
        waiting_seconds: Working time from start to the as-of instant, while nothing has happened.
        identity: What recognises the lead in the log.
        by_day: A date without time was compared by day only.
        worth: Its frozen value, for values.
        settled_from: The state the dates give, where both teams settled on another.
        lead: Row number in the lead log.
    """

    lead_id: str
    period: str
    state: State
    reason: Note
    start: dt.datetime | None
    deadline: dt.datetime | None
    event: dt.datetime | None
    working_seconds: int | None
    waiting_seconds: int | None
    identity: str
    by_day: bool
    worth: Decimal | None
    settled_from: State | None
    lead: int

    def why(self, words: Language) -> str:
        """The reason in a language, with a word on dates without time."""
        reason = self.reason.text(words)
        return f"{reason} {words.text(BY_DAY)}" if self.by_day else reason

    def document(self, words: Language | None = None) -> dict[str, Any]:
        """The row as JSON values; instants as ISO 8601 with offset."""
        found = {name: getattr(self, name) for name in self.__dataclass_fields__}
        for name in ("start", "deadline", "event"):
            found[name] = found[name].isoformat() if found[name] else None
        found["reason"] = self.why(words or language())
        found["worth"] = None if self.worth is None else float(self.worth)
        return found

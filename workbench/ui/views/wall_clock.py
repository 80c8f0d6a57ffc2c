"""On whose clock the window shows times: the agreement's own, and this computer's where there is none.

The status bar says which one it is wherever an agreement is open. Must not know any screen.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from workbench.base.language import N_, Language
from workbench.ui.session import Session

if TYPE_CHECKING:
    from workbench.agreement.model import Agreement


def clock_of(agreement: Agreement | None, session: Session) -> dt.tzinfo:
    """The wall clock of an agreement; this computer's where there is none.

    Args:
        agreement: The one that the times belong to.
        session: Knows this computer's clock.
    """
    if agreement is not None:
        from workbench.ui.views.stamps import zone_of  # noqa: PLC0415  (time zones are no matter of the start)

        return zone_of(agreement.teams.time_zone)
    here = session.now().tzinfo
    assert here is not None, "the present moment is aware"
    return here


def wall_clock(session: Session) -> dt.tzinfo:
    """The clock of what is open: of the agreement, or this computer's."""
    return clock_of(session.current.agreement if session.current is not None else None, session)


def clock_words(clock: dt.tzinfo, language: Language) -> str:
    """Its name as it stands beside times: `Europe/Berlin`, or that it is this computer's."""
    name = getattr(clock, "key", "")
    return name or language.text(N_("this computer's clock"))

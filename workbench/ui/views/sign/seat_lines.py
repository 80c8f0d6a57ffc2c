"""Who signs, one card each: has signed, may sign now, or waits for somebody. Must not know how one signs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.agreement.signers import SignerSeat
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.ring import StepDot
from workbench.ui.parts.shorten import shorten
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.stamps import stamp

if TYPE_CHECKING:
    from workbench.services.past import SignedBy

MOST_OF_A_ROLE = 26
"""Letters; a role may have sixty, and its person's name needs room, too."""

MARGINS = (16, 10, 16, 11)


def role_chip(seat: SignerSeat) -> TeamChip:
    """What somebody signs as; the whole of a long role in its tooltip."""
    made = TeamChip(shorten(seat.role, MOST_OF_A_ROLE), seat.side)
    made.setAccessibleName(seat.role)
    if made.text() != seat.role:
        made.setToolTip(seat.role)
    return made


def _named(dot: StepDot, seat: SignerSeat, words: str, *right: Item) -> Item:
    name = row((ElidingLabel(seat.name, "h3"), 0), role_chip(seat), stretch(), gap=8)
    return row(dot, (column(name, Label(words, "tiny", wrap=True), gap=2), 1), *right, gap=12)


def signed_line(
    desk: Desk, seat: SignerSeat, signature: SignedBy, zone: dt.tzinfo, save: Callable[[str], object]
) -> Card:
    """Somebody who has signed.

    Args:
        desk: The window and its session.
        seat: Whose place.
        signature: What was recorded.
        zone: On whose wall clock moments are shown.
        save: Told the hash of a scan that is wanted as a file.
    """
    text = desk.language.text
    if signature.scan:
        return _paper_line(desk, seat, signature, zone, save)
    said = text(N_("Signed {when}, by the signer's clock.")).format(when=stamp(signature.at, zone, desk.language))
    if seat.reservations:
        said = f"{said} {text(N_('With reservation.'))}"
    if signature.name.casefold() != seat.name.casefold():
        said = f"{said} {text(N_('The key names {name}.')).format(name=signature.name)}"
    dot = StepDot(icon="check", color="ok", ground="ok_soft")
    return Card(_named(dot, seat, said), margins=MARGINS, name=f"{seat.name}, {seat.role}. {said}")


def _paper_line(
    desk: Desk, seat: SignerSeat, signature: SignedBy, zone: dt.tzinfo, save: Callable[[str], object]
) -> Card:
    text = desk.language.text
    day = full_day(signature.at.astimezone(zone).date(), desk.language)
    said = text(N_("Signed on paper on {day}; the scan is kept.")).format(day=day)
    if signature.name.casefold() != seat.name.casefold():
        said = f"{said} {text(N_('On it stands {name}.')).format(name=signature.name)}"
    button = Button(text(N_("Scan…")), "link", icon="download", on_click=lambda: save(signature.scan))
    button.setAccessibleName(text(N_("Save the scan of {name}")).format(name=signature.name))
    dot = StepDot(icon="file-pen", color="ok", ground="ok_soft")
    return Card(_named(dot, seat, said, button), margins=MARGINS, name=f"{seat.name}, {seat.role}. {said}")


def open_line(desk: Desk, seat: SignerSeat, number: int, begin: Callable[[], object], *, first: bool) -> Card:
    """Somebody who may sign now.

    Args:
        desk: The window and its session.
        seat: Whose place.
        number: Of the signature.
        begin: Begins signing on this laptop.
        first: The next one; of several in one step the others are offered more quietly.
    """
    text = desk.language.text
    words = text(N_("May sign now.")) if not seat.optional else text(N_("May sign now; not required."))
    if seat.proxy_for:
        words = f"{words} {text(N_('On behalf of {name}.')).format(name=seat.proxy_for)}"
    button = Button(
        text(N_("Sign on this laptop")), "primary" if first else "", icon="signature", on_click=begin
    )  # fmt: skip
    button.setAccessibleName(text(N_("{name} signs on this laptop")).format(name=seat.name))
    return Card(_named(StepDot(str(number)), seat, words, button), kind="accent", margins=MARGINS)


def waiting_line(desk: Desk, seat: SignerSeat, number: int, after: str) -> Card:
    """Somebody who waits for others.

    Args:
        desk: The window and its session.
        seat: Whose place.
        number: Of the signature.
        after: Roles that sign before.
    """
    said = desk.language.text(N_("Signs after {roles}.")).format(roles=after)
    dot = StepDot(str(number), color="sub", ground="hover")
    return Card(_named(dot, seat, said), margins=MARGINS, name=f"{seat.name}, {seat.role}. {said}")


def seat_head(desk: Desk, seat: SignerSeat, number: int) -> Item:
    """The head of the card of whoever signs now."""
    now = Chip(desk.language.text(N_("Now")), "accent")
    name = ElidingLabel(seat.name, "h2")
    return row(StepDot(str(number)), name, role_chip(seat), stretch(), now, gap=10)

"""Who signed a file: one card each, with the key's fingerprint to compare. A claim stays a claim."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from workbench.agreement.commitment import Side
from workbench.base.language import N_, Language
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.fingerprint import Fingerprint
from workbench.ui.parts.label import Label, Tone
from workbench.ui.parts.layout import Item, box, column, row, stretch
from workbench.ui.parts.ring import StepDot
from workbench.ui.parts.shorten import shorten
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.views.stamps import stamp

if TYPE_CHECKING:
    from workbench.services.verifying import KeyStanding, SignerSeen

KEYS: Final[dict[KeyStanding, tuple[str, Tone]]] = {
    "pinned": (N_("The key known here for this role and address"), "ok"),
    "new": (N_("This key is seen here for the first time"), ""),
    "changed": (N_("Another key than the one known here: compare the fingerprint"), "warn"),
    "unknown": (N_("Nothing is known here about this key"), ""),
}

MOST_OF_A_ROLE = 24
"""Letters; the whole is in the tooltip."""


class SignerCard(Card):
    """One signature.

    Args:
        seen: What was found.
        number: Of the signature.
        side: For whom the person signed; nothing where the file does not say.
        zone: On whose wall clock the moment is shown.
        language: For the words.
    """

    def __init__(self, seen: SignerSeen, number: int, side: Side | None, zone: dt.tzinfo, language: Language) -> None:
        text, signature, holder = language.text, seen.signature, seen.signature.holder
        said = shorten(seen.role, MOST_OF_A_ROLE)
        role = TeamChip(said, side) if side is not None else Chip(said)
        role.setToolTip(seen.role if said != seen.role else "")
        clock = signature.time.text(language)
        when = text(N_("No time is given"))
        if signature.signed_at is not None:
            moment = stamp(signature.signed_at, zone, language)
            when = text(N_("{moment}, {clock}")).format(moment=moment, clock=clock)
        known, tone = KEYS[seen.key]
        kind = signature.identity.text(language)
        address = ", ".join(part for part in (holder.email, kind) if part)
        reason = [Label(f"“{signature.reason}”", "tiny", wrap=True)] if signature.reason else []
        broken: list[Item] = []
        if not signature.intact:
            broken.append(Label(text(N_("What is in this file is not what this person signed")), "tiny", tone="bad"))
        if seen.agreed:
            told = text(N_("The agreement names {name} here")).format(name=seen.agreed)
            broken.append(Label(told, "tiny", tone="warn", wrap=True))
        words = column(
            row(ElidingLabel(holder.name, "h3"), role, stretch(), gap=8), *broken,
            Label(when, "tiny", figures=True), Label(address, "tiny", wrap=True),
            Label(text(known), "tiny", tone=tone, wrap=True), *reason, stretch(), gap=2,
        )  # fmt: skip
        digits = Fingerprint(text(N_("Fingerprint")))
        digits.show_digits(holder.fingerprint)
        super().__init__(
            row(column(StepDot(str(number), color="sub", ground="hover"), stretch()), (words, 1),
                box(column(Label(text(N_("Fingerprint")), "tiny"), digits, stretch(), gap=2)), gap=12),
            margins=(16, 12, 16, 12), name=f"{holder.name}, {seen.role}. {when}. {address}. {text(known)}",
        )  # fmt: skip

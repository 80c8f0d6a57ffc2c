"""The strict verdict about a PDF of the workbench. Must not know the agreement, pinned keys, or where files are kept.

Any PDF reader can say that a signature's bytes are right. This verdict asks more, because a signed document can be
extended: everything in it must have been there before the first signature, but for the signatures themselves. The last
question is left to the caller, who alone can answer it: whether `Verification.base` equals a fresh rendering of the
agreement it carries. Only that rules out a document which was prepared to show something else.

Everything happens offline. A document that cannot be judged is `unverifiable`, which says nothing against it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.base.clock import Clock
from workbench.base.language import N_
from workbench.signing.report import Attachment, Verdict, Verification
from workbench.signing.spots import Spot
from workbench.signing.wording import Phrase, phrase

if TYPE_CHECKING:
    from workbench.signing.examine import Examination


Ours = Callable[[bytes, tuple[Attachment, ...]], bool]
"""Told the document before its first signature and the files in it; whether that is the caller's own rendering."""


class Inquiry:
    """A verification under way: all that signing can see at once, before the slow second judge is asked.

    Args:
        data: The file.
        clock: For certificates that have expired since.
        required: See `verify_pdf`.
    """

    def __init__(self, data: bytes, *, clock: Clock, required: Sequence[str] | None = None) -> None:
        from workbench.signing.examine import examine  # noqa: PLC0415  (loads pyHanko)

        self._data, self._required = data, required
        self._found = examine(data, clock.now())

    @property
    def so_far(self) -> Verification:
        """The answer if the second judge finds nothing."""
        found, data = self._found, self._data
        spots = _spots(found)
        missing = _missing(spots, self._required)
        return Verification(
            verdict=_verdict(found, missing),
            findings=tuple(found.findings),
            missing=missing,
            notes=_notes(found, missing),
            signatures=found.signatures,
            spots=spots,
            sha256=hashlib.sha256(data).hexdigest(),
            base=data[: found.base_end],
            attachments=found.attachments,
        )

    @property
    def waits(self) -> bool:
        """Whether it makes a difference to the second judge that the document before its first signature is known."""
        return bool(self._found.unjudged) and not self._found.findings

    def settled(self, *, base_is_known: bool) -> Verification:
        """The answer.

        Args:
            base_is_known: The document before its first signature is the caller's own rendering, byte for byte: what
                is used where in it is known, so the second judge (`policy.py`), whose question that is, is not asked.
        """
        from workbench.signing.examine import judge  # noqa: PLC0415  (loads pyHanko)

        if self.waits and not base_is_known:
            judge(self._found)
        return self.so_far


def verify_pdf(
    data: bytes, *, clock: Clock, required: Sequence[str] | None = None, ours: Ours | None = None
) -> Verification:
    """Examine a PDF; never raises for what is in it.

    Args:
        data: The file.
        clock: For certificates that have expired since.
        required: Field names or roles whose signatures must be there; a role that two fields share is met by either,
            so name the fields then. None asks the document: the fields it marks as required, or all where it marks
            none. The agreement knows better than the document.
        ours: Asked once, where nothing was found so far, about the document before its first signature; see
            `Inquiry.settled`.

    Returns:
        `valid` where the document is as it was first signed, every signature holds and nobody required is missing;
        `incomplete` where only somebody is missing; `unsigned`; else `broken` before `changed` before `unverifiable`.
    """
    inquiry = Inquiry(data, clock=clock, required=required)
    so_far = inquiry.so_far
    known = ours is not None and inquiry.waits and ours(so_far.base, so_far.attachments)
    return inquiry.settled(base_is_known=known)


def _spots(found: Examination) -> tuple[Spot, ...]:
    return tuple(
        Spot(place.name, place.role, place.required, place.value is not None, place.width, place.height)
        for place in found.places
    )


def _missing(spots: Sequence[Spot], required: Sequence[str] | None) -> tuple[str, ...]:
    if required is None:
        asked = [spot for spot in spots if spot.required] or spots
        return tuple(spot.role for spot in asked if not spot.signed)
    signed = {name.casefold() for spot in spots if spot.signed for name in (spot.field_name, spot.role)}
    return tuple(name for name in required if name.casefold() not in signed)


def _verdict(found: Examination, missing: Sequence[str]) -> Verdict:
    faults = {finding.fault for finding in found.findings}
    if "broken" in faults:
        return "broken"
    if "changed" in faults:
        return "changed"
    if faults:
        return "unverifiable"
    if not found.signatures:
        return "unsigned"
    return "incomplete" if missing else "valid"


def _notes(found: Examination, missing: Sequence[str]) -> tuple[Phrase, ...]:
    if found.findings:
        return ()
    if not found.signatures:
        return (phrase(N_("Nobody has signed.")),)
    return tuple(phrase(N_("The signature for {role} is missing."), role=role) for role in missing)

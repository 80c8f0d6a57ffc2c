"""The places where people sign. Must not know keys, certificates or PDF fields."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.blocks.words import Team, Words


@dataclass(frozen=True)
class SignatureSpot:
    """One signer's card.

    Attributes:
        field: Name of the form field; unique in a document, letters, digits, dots excluded.
        team: Which colour the card has.
        heading: For whom the person signs.
        name: The person.
        role: The person's role in the company.
        remarks: Statements accepted, reservation, proxy; empty for none.
        place_words: What the empty place is for, printed under its line (`Signature and date`).
    """

    field: str
    team: Team
    heading: str
    name: str
    role: str
    remarks: Words = ""
    place_words: str = ""


@dataclass(frozen=True)
class SignatureCards:
    """The cards of all signers: one a row up to four, two a row above that.

    Attributes:
        spots: One a signer.
        small: Two a row however few, because other things stand on the page.
    """

    spots: tuple[SignatureSpot, ...]
    small: bool = False

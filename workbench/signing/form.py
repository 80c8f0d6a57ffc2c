"""The places to sign that a document has, in one of its revisions. Must not know what a signature is worth.

Loads pyHanko: import it where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject

from workbench.base.language import N_
from workbench.signing.findings import RefusedError, unverifiable
from workbench.signing.wording import visible

_REQUIRED = 2
"""Bit 2 of a field's flags."""

Reference = tuple[int, int]
"""Number and generation of an object."""


@dataclass(frozen=True)
class SignaturePlace:
    """One signature field, which is also the rectangle on the page.

    Attributes:
        name: The field's name.
        role: What people call it: the field's description, else its name.
        required: The document itself asks for this signature.
        width: Of the rectangle, in points.
        height: Of the rectangle, in points.
        reference: The field's object.
        value: The signature's object; None while it is empty.
    """

    name: str
    role: str
    required: bool
    width: float
    height: float
    reference: Reference
    value: Reference | None


def read_places(revision: Any) -> tuple[SignaturePlace, ...]:
    """The signature fields of a revision (a pyHanko reader or historical resolver), in the document's order.

    Raises:
        RefusedError: The form holds anything else than plain signature fields.
    """
    if "/AcroForm" not in revision.root:
        return ()
    listed = revision.root["/AcroForm"].get("/Fields", ArrayObject())
    if not isinstance(listed, ArrayObject):
        raise _foreign()
    places = tuple(_place(entry) for entry in listed.iterate())
    if len({place.name for place in places}) != len(places) or len({p.reference for p in places}) != len(places):
        raise _foreign()
    return places


def _place(entry: Any) -> SignaturePlace:
    field: Any = entry.get_object()
    plain = (
        isinstance(entry, IndirectObject)
        and isinstance(field, DictionaryObject)
        and field.get("/FT") == "/Sig"
        and field.get("/Subtype") == "/Widget"
        and "/Kids" not in field
        and "/SV" not in field  # could make a signer fetch things from the network
        and "/T" in field
    )
    if not plain:
        raise _foreign()
    value = field.raw_get("/V") if "/V" in field else None
    if value is not None and not isinstance(value, IndirectObject):
        raise _foreign()
    left, bottom, right, top = (float(side) for side in field["/Rect"])
    name = visible(str(field["/T"]))
    return SignaturePlace(
        name=name,
        role=visible(str(field.get("/TU", ""))).strip() or name,
        required=bool(int(field.get("/Ff", 0)) & _REQUIRED),
        width=abs(right - left),
        height=abs(top - bottom),
        reference=(entry.idnum, entry.generation),
        value=None if value is None else (value.idnum, value.generation),
    )


def _foreign() -> RefusedError:
    return RefusedError(
        unverifiable(N_("The document has form fields other than plain places to sign, so it was not made here."))
    )

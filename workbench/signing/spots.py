"""The places to sign in a document, for choosing one. Must not know identities or what signatures are worth."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.errors import DamagedError


@dataclass(frozen=True)
class Spot:
    """One place to sign.

    Attributes:
        field_name: Of the field.
        role: What people call it: the field's description, else its name.
        required: The document itself asks for this signature.
        signed: Somebody has signed there.
        width: Of its rectangle, in points; what is drawn for it should have this size.
        height: Of its rectangle, in points.
    """

    field_name: str
    role: str
    required: bool
    signed: bool
    width: float
    height: float


def signature_spots(data: bytes) -> tuple[Spot, ...]:
    """The places to sign in a PDF, in the document's order; none where it has no form.

    Raises:
        DamagedError: It is not a PDF of the workbench, or cannot be read strictly.
    """
    from workbench.signing.door import FAILURES, opened  # noqa: PLC0415  (loads pyHanko)
    from workbench.signing.findings import RefusedError  # noqa: PLC0415  (with its only user)
    from workbench.signing.form import read_places  # noqa: PLC0415  (loads pyHanko)

    try:
        places = read_places(opened(data))
    except RefusedError as error:
        raise DamagedError(str(error), "Choose a PDF made by SLA Workbench.") from error
    except FAILURES as error:
        raise DamagedError("The file cannot be read as a PDF.", "Choose a PDF made by SLA Workbench.") from error
    return tuple(
        Spot(place.name, place.role, place.required, place.value is not None, place.width, place.height)
        for place in places
    )

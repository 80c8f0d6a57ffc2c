"""Who signs an agreement, in which order, and whose turn it is. Must not know files or keys."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from workbench.agreement.commitment import Side
from workbench.agreement.lifecycle import field_of_role
from workbench.agreement.model import Agreement
from workbench.agreement.sections.sign_off import Signer


@dataclass(frozen=True)
class SignerSeat:
    """One place to sign, with who is meant to sit there.

    Attributes:
        role: As the agreement calls it; unique.
        name: The person's; the role where nobody is named yet.
        email: The person's; may be empty.
        job: The person's role at work; may be empty.
        side: For whom the signature speaks.
        group: Those with a lower number sign first.
        optional: The agreement is in force without this signature.
        proxy_for: In whose place the person signs; empty for none.
        field: Name of the signature field.
        reservations: What the person does not accept without a remark, as it prints.
    """

    role: str
    name: str
    email: str
    job: str
    side: Side
    group: int
    optional: bool
    proxy_for: str
    field: str
    reservations: tuple[str, ...] = ()


def seats(agreement: Agreement) -> tuple[SignerSeat, ...]:
    """Everybody who may sign, in the order of signing; within a group as the agreement lists them."""
    made = [_seat(agreement, one) for one in agreement.sign_off.signers]
    return tuple(sorted(made, key=lambda seat: seat.group))


def open_seats(all_seats: Iterable[SignerSeat], signed: Collection[str]) -> tuple[SignerSeat, ...]:
    """Those who may sign now: not signed, and nobody required has to sign before them.

    Args:
        all_seats: Everybody.
        signed: Roles that have signed.
    """
    known = list(all_seats)
    done = {role.casefold() for role in signed}
    waiting = [one.group for one in known if not one.optional and one.role.casefold() not in done]
    first = min(waiting, default=max((one.group for one in known), default=1))
    return tuple(one for one in known if one.group <= first and one.role.casefold() not in done)


@dataclass(frozen=True)
class OutOfTurn:
    """A signature that was made too early.

    Attributes:
        role: Who signed.
        before: Required roles of an earlier group who had not signed by then.
    """

    role: str
    before: tuple[str, ...]


def out_of_turn(agreement: Agreement, signed: Sequence[str], elsewhere: Collection[str] = ()) -> tuple[OutOfTurn, ...]:
    """The signatures that came before those of an earlier group; within a group any order will do.

    Args:
        agreement: Which says the order.
        signed: Roles in the order in which they signed.
        elsewhere: Roles that have signed on paper, of which nobody can prove when.
    """
    group = {one.role.casefold(): one.group or 1 for one in agreement.sign_off.signers}
    done = {role.casefold() for role in elsewhere}
    found = []
    for role in signed:
        mine = group.get(role.casefold(), 1)
        early = tuple(
            one.role
            for one in agreement.sign_off.signers
            if not one.optional and (one.group or 1) < mine and one.role.casefold() not in done
        )
        if early:
            found.append(OutOfTurn(role, early))
        done.add(role.casefold())
    return tuple(found)


def another_name(agreement: Agreement, role: str, name: str, email: str) -> str:
    """Who was to sign in a role, where that is somebody else than who did; empty where it is not, or nobody is named.

    Args:
        agreement: Which names the people.
        role: Of the signature.
        name: As the certificate has it.
        email: Likewise; an address is the same person under any name.
    """
    seat = next((one for one in seats(agreement) if one.role.casefold() == role.casefold()), None)
    return seat.name if seat is not None and is_somebody_else(seat, name, email) else ""


def is_somebody_else(seat: SignerSeat, name: str, email: str) -> bool:
    """Whether a key of this name and address is not the one of the person who is to sit there; see `another_name`."""
    named = seat.name != seat.role and not seat.name.startswith("[")  # a template's blank
    same = _plain(seat.name) == _plain(name) or (email and seat.email.casefold() == email.casefold())
    return bool(named and not same)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def _seat(agreement: Agreement, signer: Signer) -> SignerSeat:
    person = next((one for one in agreement.teams.participants if one.key == signer.person), None)
    remarks = [one for one in agreement.sign_off.reservations if one.signer == signer.key]
    sides: dict[str, Side] = {"marketing": "marketing", "sales": "sales"}
    return SignerSeat(
        role=signer.role,
        name=(person.name if person else "") or signer.role,
        email=person.email if person else "",
        job=person.role if person else "",
        side=sides.get(signer.team, "both"),
        group=signer.group or 1,
        optional=signer.optional,
        proxy_for=signer.proxy_for,
        field=field_of_role(signer.role),
        reservations=tuple(": ".join(part for part in (one.clause, one.text) if part) for one in remarks),
    )

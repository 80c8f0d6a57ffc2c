"""Who signs, in which order, and whose turn it is."""

from __future__ import annotations

import dataclasses

import pytest

from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.sections.sign_off import Reservation, Signer
from workbench.agreement.signers import another_name, open_seats, out_of_turn, seats
from workbench.base.places import resource


def agreement(*signers: Signer, reservations: tuple[Reservation, ...] = ()) -> Agreement:
    usual = read_agreement(resource("practice", "agreement.json").read_bytes())
    return dataclasses.replace(
        usual, sign_off=dataclasses.replace(usual.sign_off, signers=signers, reservations=reservations)
    )


LEADS = (
    Signer("m", "marta", "Marketing lead", "marketing", 1),
    Signer("s", "femke", "Sales lead", "sales", 1),
    Signer("x", "samir", "Sponsor", "both", 2),
)


def roles(found: tuple[object, ...]) -> list[str]:
    return [one.role for one in found]  # type: ignore[attr-defined]  # seats


def test_a_seat_says_who_sits_there() -> None:
    remark = Reservation("r", "s", "S-2", "Only once the second rep has started.")
    made = seats(agreement(*LEADS, reservations=(remark,)))
    sales = made[1]
    assert (sales.role, sales.name, sales.side, sales.group, sales.field) == (
        "Sales lead", "Femke de Vries", "sales", 1, "Sales lead",
    )  # fmt: skip
    assert sales.email
    assert sales.job
    assert sales.reservations == ("S-2: Only once the second rep has started.",)
    assert made[0].reservations == ()


def test_a_seat_without_a_person_is_called_by_its_role() -> None:
    (seat,) = seats(agreement(Signer("a", "", "Sponsor / board", "", None)))
    assert (seat.name, seat.side, seat.group, seat.field) == ("Sponsor / board", "both", 1, "Sponsor board")


@pytest.mark.parametrize(
    ("signed", "turn"),
    [
        ((), ["Marketing lead", "Sales lead"]),
        (("Sales lead",), ["Marketing lead"]),
        (("marketing lead", "Sales lead"), ["Sponsor"]),
        (("Marketing lead", "Sales lead", "Sponsor"), []),
    ],
)
def test_a_lower_number_signs_first_and_one_number_in_any_order(signed: tuple[str, ...], turn: list[str]) -> None:
    assert roles(open_seats(seats(agreement(*LEADS)), signed)) == turn


def test_nobody_waits_for_an_optional_signature() -> None:
    witness = Signer("w", "", "Witness", "both", 1, optional=True)
    all_seats = seats(agreement(witness, *LEADS))
    assert roles(open_seats(all_seats, ("Marketing lead", "Sales lead"))) == ["Witness", "Sponsor"]
    assert roles(open_seats(all_seats, ("Marketing lead", "Sales lead", "Sponsor"))) == ["Witness"]


def test_the_order_is_the_groups_whatever_the_list_says() -> None:
    assert roles(seats(agreement(*reversed(LEADS)))) == ["Sales lead", "Marketing lead", "Sponsor"]


@pytest.mark.parametrize(
    ("signed", "on_paper", "early"),
    [
        (("Sales lead", "Marketing lead", "Sponsor"), (), []),
        (("Sponsor",), (), [("Sponsor", ("Marketing lead", "Sales lead"))]),
        (("Sales lead", "SPONSOR", "Marketing lead"), (), [("SPONSOR", ("Marketing lead",))]),
        (("Sales lead", "Sponsor"), ("marketing lead",), []),
        (("Somebody", "Sponsor"), (), [("Sponsor", ("Marketing lead", "Sales lead"))]),
    ],
)
def test_a_later_group_that_signed_before_an_earlier_one_is_out_of_turn(
    signed: tuple[str, ...], on_paper: tuple[str, ...], early: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = out_of_turn(agreement(*LEADS), signed, on_paper)
    assert [(one.role, one.before) for one in found] == early


def test_an_optional_signature_is_never_out_of_turn_for_others() -> None:
    optional = dataclasses.replace(LEADS[0], optional=True)
    assert out_of_turn(agreement(optional, *LEADS[1:]), ("Sales lead", "Sponsor")) == ()


def test_somebody_else_in_a_place_is_told_by_name_and_address() -> None:
    said = agreement(*LEADS, Signer("n", "", "Nobody's", "both", 2))
    marta = next(one for one in seats(said) if one.role == "Marketing lead")
    for name, email, expected in (
        (marta.name, "", ""),
        (f"  {marta.name.upper()} ", "other@x.example", ""),
        ("M. L.", marta.email.upper(), "" if marta.email else marta.name),
        ("Legacy Person", "", "Marta Lindgren"),
        ("Legacy Person", "l@x.example", "Marta Lindgren"),
    ):
        assert another_name(said, "marketing lead", name, email) == expected
    assert another_name(said, "Nobody's", "Legacy Person", "") == ""
    assert another_name(said, "A role that is not there", "Legacy Person", "") == ""
    blank = dataclasses.replace(said.teams.participants[0], name="[Head of Marketing]")
    teams = dataclasses.replace(said.teams, participants=(blank, *said.teams.participants[1:]))
    assert another_name(dataclasses.replace(said, teams=teams), "Marketing lead", "Legacy Person", "") == ""

"""What signing and verifying cost, against ReportLab's own plain render of the same words and tables.

The document's pages are our own rendering, as the services know when they sign and verify; the rendering that proves it
has a benchmark of its own. Opening a key is slow on purpose and stands in a line of its own, too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.benchmarks.side_by_side import Ratio
from tests.benchmarks.test_render import _plain
from tests.documents.conftest import FILES, SAMPLES
from workbench.base.clock import FixedClock
from workbench.documents.pdf import render
from workbench.signing.identities import Identity, exported_identity, generate_identity, open_identity
from workbench.signing.sign import sign_pdf
from workbench.signing.spots import signature_spots
from workbench.signing.verify import verify_pdf

CLOCK = FixedClock(dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC))
Side = Callable[[str, Callable[[], object], Callable[[], object]], Ratio]


@dataclass(frozen=True)
class Signed:
    """The sample agreement, with what is compared with it."""

    plain: Callable[[], bytes]
    base: bytes
    one: bytes
    two: bytes
    fields: tuple[str, ...]
    people: tuple[Identity, ...]


def sign(data: bytes, field: str, identity: Identity) -> bytes:
    return sign_pdf(
        data, field=field, identity=identity, appearance=None, clock=CLOCK, reason="I accept", base_is_ours=True
    )  # fmt: skip


@pytest.fixture(scope="module")
def signed() -> Signed:
    document = SAMPLES["agreement"]()
    base = render(document, FILES, with_fields=True).data
    fields = tuple(spot.field_name for spot in signature_spots(base))
    people = tuple(generate_identity(name, f"{name}@example.com", CLOCK) for name in ("ana", "bo"))
    one = sign(base, fields[0], people[0])
    return Signed(_plain(document), base, one, sign(one, fields[1], people[1]), fields, people)


def test_signing_first(signed: Signed, side_by_side: Side) -> None:
    side_by_side("first signature", signed.plain, lambda: sign(signed.base, signed.fields[0], signed.people[0]))


def test_signing_second(signed: Signed, side_by_side: Side) -> None:
    side_by_side("second signature", signed.plain, lambda: sign(signed.one, signed.fields[1], signed.people[1]))


def test_verifying_two(signed: Signed, side_by_side: Side) -> None:
    required = signed.fields[:2]

    def verify() -> None:
        found = verify_pdf(signed.two, clock=CLOCK, required=required, ours=lambda base, _: base == signed.base)
        assert found.verdict == "valid"

    side_by_side("verifying two signatures, pages known", signed.plain, verify)


def test_verifying_two_with_the_pages_unknown(signed: Signed, side_by_side: Side) -> None:
    required = signed.fields[:2]
    side_by_side(
        "verifying two signatures, pages of another version of the program", signed.plain,
        lambda: verify_pdf(signed.two, clock=CLOCK, required=required),
    )  # fmt: skip


def test_opening_a_key(signed: Signed, side_by_side: Side) -> None:
    data = exported_identity(signed.people[0], "four words are better")
    side_by_side("opening a .p12 key", signed.plain, lambda: open_identity(data, "four words are better", CLOCK))

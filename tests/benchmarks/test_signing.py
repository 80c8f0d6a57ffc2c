"""What signing and verifying cost, against ReportLab's own plain render of the same words and tables.

Two documents: the sample of 18 pages, signed and verified by the signing floor alone, which is told that the pages are
our own; and the practice agreement of 32 pages as a person has it signed and verified, from the kept key that is opened
to the pages that are set again and compared byte for byte.

The whole verification of a document has three lines, because a person sees them one after the other: what its
signatures say; that and the pages set again, where the spreadsheet inside is one this run has made already, as it is
for whoever printed, signed or verified it before; and all of it with a spreadsheet made again from nothing. Each line
contains the one before. Loading the program is in none of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.benchmarks.side_by_side import Ratio
from tests.benchmarks.test_render import _plain
from tests.documents.conftest import FILES, SAMPLES
from workbench.agreement.lifecycle import field_of_role
from workbench.agreement.model import FORMAT, read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.clock import FixedClock
from workbench.base.language import language
from workbench.base.places import resource
from workbench.documents.compose.agreement import compose_agreement
from workbench.documents.pdf import render
from workbench.fields.codec import canonical, content_hash
from workbench.services import tracker_inside
from workbench.services.rendering import render_version
from workbench.services.verifying import Verifying, verify_document
from workbench.signing.identities import Identity, generate_identity
from workbench.signing.report import Verification
from workbench.signing.sign import sign_pdf
from workbench.signing.spots import signature_spots
from workbench.signing.vault import seal, unseal
from workbench.signing.verify import verify_pdf

PASSPHRASE = "four words are better"
CLOCK = FixedClock(dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC))
Side = Callable[..., Ratio]


@dataclass(frozen=True)
class Signed:
    """An agreement unsigned, signed once and twice, with what is compared with it."""

    plain: Callable[[], bytes]
    base: bytes
    one: bytes
    two: bytes
    fields: tuple[str, ...]
    people: tuple[Identity, ...]


def sign(data: bytes, field: str, identity: Identity, verified: Verification | None = None) -> bytes:
    return sign_pdf(
        data, field=field, identity=identity, appearance=None, clock=CLOCK, reason="I accept", base_is_ours=True,
        verified=verified,
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


@pytest.fixture(scope="module")
def practice() -> Signed:
    """The practice agreement as it is signed."""
    content = read_agreement(resource("practice", "agreement.json").read_bytes(), "The practice agreement")
    header = VersionHeader(
        agreement="a" * 32, number=1, parents=(), content_hash=content_hash(canonical(content)), doc_schema=FORMAT,
        kind="for_signature", author="Vera", message="Agreed", at=CLOCK.now(),
    )  # fmt: skip
    base = render_version(content, header, "en").data
    fields = tuple(field_of_role(one.role) for one in content.sign_off.signers)
    people = tuple(generate_identity(name, f"{name}@example.com", CLOCK) for name in ("ana", "bo"))
    one = sign(base, fields[0], people[0])
    plain = _plain(compose_agreement(content, header, language()))
    return Signed(plain, base, one, sign(one, fields[1], people[1]), fields, people)


@pytest.mark.parametrize("number", [0, 1], ids=["first", "second"])
def test_opening_a_kept_key_and_signing(practice: Signed, side_by_side: Side, number: int) -> None:
    kept = seal(practice.people[number], PASSPHRASE)
    before = (practice.base, practice.one)[number]
    verified = verify_pdf(before, clock=CLOCK, ours=lambda *_: True)
    side_by_side(
        f"signature {number + 1} on a verified file, its kept key opened", practice.plain,
        lambda: sign(before, practice.fields[number], unseal(kept, PASSPHRASE, CLOCK), verified)
    )  # fmt: skip


def test_verifying_two_by_their_signatures(practice: Signed, side_by_side: Side) -> None:
    def verify() -> None:
        assert Verifying(practice.two, clock=CLOCK).answer.verdict == "comparing"

    side_by_side("verifying two signatures, until what they say is shown", practice.plain, verify)


def _verify(practice: Signed) -> None:
    found = verify_document(practice.two, clock=CLOCK, library=None)
    assert (found.verdict, found.rendering) == ("valid", "same")


def test_verifying_two_against_fresh_pages(practice: Signed, side_by_side: Side) -> None:
    side_by_side(
        "verifying two signatures, pages set again, spreadsheet made before", practice.plain, lambda: _verify(practice)
    )


def test_verifying_two_against_fresh_pages_and_spreadsheet(practice: Signed, side_by_side: Side) -> None:
    def verify() -> None:
        tracker_inside._made.clear()
        _verify(practice)

    side_by_side("verifying two signatures, pages set and spreadsheet written again", practice.plain, verify)

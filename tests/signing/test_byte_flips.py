"""Every bit of a signed document matters: those the signatures cover, and those that hold the signatures."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable

import pikepdf
import pytest

from workbench.base.clock import FixedClock
from workbench.signing.verify import verify_pdf

Signed = tuple[bytes, bytes, bytes, bytes]


def gaps(data: bytes) -> list[range]:
    """Where the two signatures are, brackets included; all else is signed by the last."""
    pdf = pikepdf.open(io.BytesIO(data))
    ranges = [[int(number) for number in place.V.ByteRange] for place in pdf.Root.AcroForm.Fields if "/V" in place]
    return [range(length, behind) for _, length, behind, _ in ranges]


def accepted(data: bytes, bits: Iterable[int], clock: FixedClock) -> list[int]:
    found = []
    for bit in bits:
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << (bit % 8)
        assert flipped != data
        if verify_pdf(bytes(flipped), clock=clock).verdict == "valid":
            found.append(bit)
    return found


def signed_bits(data: bytes, count: int) -> list[int]:
    _, last = gaps(data)
    covered = [at for at in range(len(data)) if at not in last]
    chance = random.Random(20261121)
    return [chance.choice(covered) * 8 + chance.randrange(8) for _ in range(count)]


def gap_bits(*parts: range) -> list[int]:
    return [at * 8 + bit for part in parts for at in part for bit in range(8)]


def test_a_flipped_bit_in_what_is_signed(signed_by: Signed, clock: FixedClock) -> None:
    assert accepted(signed_by[2], signed_bits(signed_by[2], 300), clock) == []


def test_a_flipped_bit_in_what_holds_a_signature(signed_by: Signed, clock: FixedClock) -> None:
    bits = random.Random(1).sample(gap_bits(*gaps(signed_by[2])), 200)
    assert accepted(signed_by[2], bits, clock) == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_many_flipped_bits_in_what_is_signed(signed_by: Signed, clock: FixedClock) -> None:
    assert accepted(signed_by[2], signed_bits(signed_by[2], 5_000), clock) == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_every_second_byte_of_what_holds_the_last_signature(signed_by: Signed, clock: FixedClock) -> None:
    """One bit of each, zeros behind the signature included; which bit is chance, but the same every time."""
    chance = random.Random(20261122)
    bits = [at * 8 + chance.randrange(8) for at in gaps(signed_by[2])[1][::2]]
    assert accepted(signed_by[2], bits, clock) == []

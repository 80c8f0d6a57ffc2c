"""A lead log as bytes and back; bytes that do harm are refused."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.storage.examples import leads
from workbench.base.errors import DamagedError
from workbench.storage import lead_blob
from workbench.storage.lead_blob import decode, encode
from workbench.tracking.leads import (
    EMPTY,
    LARGEST,
    NO_LEADS,
    SCALE,
    UNREADABLE,
    Amounts,
    Column,
    LeadLog,
    Stamps,
    Words,
)

MARKS = st.sampled_from([EMPTY, UNREADABLE])
ENDS = st.sampled_from([-LARGEST * SCALE, LARGEST * SCALE])


def same(one: LeadLog, other: LeadLog) -> bool:
    def plain(column: Column) -> tuple[object, ...]:
        return (type(column), str(column.values.dtype), column.values.tolist(), getattr(column, "words", None))

    names = list(one.columns) == list(other.columns)
    columns = names and all(plain(one.columns[name]) == plain(other.columns[name]) for name in one.columns)
    return list(one.identities) == list(other.identities) and columns


@st.composite
def logs(draw: st.DrawFn) -> LeadLog:
    identities = draw(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=6))
    size, columns = len(identities), dict[str, Column]()

    def cells(cell: st.SearchStrategy[int]) -> list[int]:
        return draw(st.lists(cell, min_size=size, max_size=size))

    for field in draw(st.lists(st.sampled_from(["created_at", "amount", "email", "custom:X"]), unique=True)):
        if field == "created_at":
            values = cells(st.integers(-(2**39), 2**39) | MARKS)
            columns[field] = Stamps(np.array(values, np.int64))
        elif field == "amount":
            values = cells(st.integers(-LARGEST * SCALE, LARGEST * SCALE) | ENDS | MARKS)
            columns[field] = Amounts(np.array(values, np.int64))
        else:
            words = draw(st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=4))
            codes = cells(st.integers(-2, len(words) - 1))
            columns[field] = Words(np.array(codes, np.int32), tuple(words))
    return LeadLog(identities, columns)


@given(logs())
def test_every_log_comes_back_exactly(log: LeadLog) -> None:
    assert same(decode(encode(log)), log)
    assert encode(decode(encode(log))) == encode(log)


def test_an_empty_log_comes_back() -> None:
    assert same(decode(encode(NO_LEADS)), NO_LEADS)


@given(st.data())
def test_a_flipped_bit_anywhere_is_seen(data: st.DataObject) -> None:
    whole = bytearray(encode(leads("ana", "bo", "cy")))
    at = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[at // 8] ^= 1 << at % 8
    with pytest.raises(DamagedError):
        decode(bytes(whole))


@given(st.binary(max_size=80) | st.binary(max_size=80).map(lambda rest: b"SLALOG\x00\x01" + rest))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(DamagedError):
        decode(data)


def disguised(packed: bytes) -> bytes:
    """Bytes with a right hash."""
    return b"SLALOG\x00\x01" + hashlib.sha256(packed).digest() + packed


def packed(identities: Any, columns: Any) -> bytes:
    return disguised(zlib.compress(msgspec.msgpack.encode([identities, columns])))


NUMBERS = np.array([1, 2], "<i8").tobytes()
CODES = np.array([0, -1], "<i4").tobytes()


def test_the_disguise_works() -> None:
    found = decode(packed(["a", "b"], [["amount", "amounts", NUMBERS, []], ["email", "words", CODES, ["x"]]]))
    assert found.amounts("amount").tolist() == [1, 2]
    assert found.text("email", 0) == "x"


@pytest.mark.parametrize(
    ("identities", "columns"),
    [
        (["a", "a"], []),
        (["a", ""], []),
        (["a", 2], []),
        ("ab", []),
        (["a", "b"], [["amount", "amounts", NUMBERS[:8], []]]),
        (["a", "b"], [["amount", "amounts", NUMBERS[:9], []]]),
        (["a", "b"], [["amount", "stamps", NUMBERS, []]]),
        (["a", "b"], [["amount", "floats", NUMBERS, []]]),
        (["a", "b"], [["amount", "amounts", NUMBERS, ["x"]]]),
        (["a", "b"], [["amount", "amounts", NUMBERS, []], ["amount", "amounts", NUMBERS, []]]),
        (["a", "b"], [["unheard_of", "amounts", NUMBERS, []]]),
        (["a", "b"], [["custom:", "words", CODES, ["x"]]]),
        (["a", "b"], [["custom:x", "amounts", NUMBERS, []]]),
        (["a", "b"], [["email", "words", np.array([1, 0], "<i4").tobytes(), ["x"]]]),
        (["a", "b"], [["email", "words", np.array([-3, 0], "<i4").tobytes(), ["x"]]]),
        (["a", "b"], [["email", "words", CODES, ["x", "x"]]]),
        (["a", "b"], [["email", "words", CODES, [""]]]),
        (["a", "b"], [["amount", "amounts", np.array([1, 2**60], "<i8").tobytes(), []]]),
        (["a", "b"], [["created_at", "stamps", np.array([1, -(2**40)], "<i8").tobytes(), []]]),
        (["a", "b"], [["amount", "amounts", NUMBERS]]),
        (["a", "b"], [["amount", "amounts", NUMBERS, [], 1]]),
    ],
)
def test_wrong_contents_under_a_right_hash_are_refused(identities: object, columns: object) -> None:
    with pytest.raises(DamagedError):
        decode(packed(identities, columns))


@pytest.mark.parametrize(
    "inside",
    [b"", b"no zlib", zlib.compress(b"\xc1"), zlib.compress(b"\x91" * 100_000), zlib.compress(b"x")[:-1],
     zlib.compress(msgspec.msgpack.encode([[], []])) + b"more"],
)  # fmt: skip
def test_wrong_packing_under_a_right_hash_is_refused(inside: bytes) -> None:
    with pytest.raises(DamagedError):
        decode(disguised(inside))


def test_a_bomb_is_refused_before_it_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lead_blob, "MOST_BYTES", 1000)
    with pytest.raises(DamagedError):
        decode(packed(["a" * 2000], []))


def test_a_newer_form_names_what_to_do() -> None:
    with pytest.raises(DamagedError) as refusal:
        decode(b"SLALOG\x00\x02" + bytes(40))
    assert "form 2" in refusal.value.message
    assert "newer" in refusal.value.hint

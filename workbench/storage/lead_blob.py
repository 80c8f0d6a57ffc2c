"""A lead log as one block of bytes: whole columns, compressed, under a hash; and back, believing nothing.

Form 1: `SLALOG` and two bytes of form number, the SHA-256 of the rest, then zlib over MessagePack of `_Packed`. Numbers
are little-endian: instants and amounts eight bytes each, codes of words four. Must not know where the bytes are kept.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TypeVar

import msgspec
import numpy as np
import numpy.typing as npt
from isal import isal_zlib

from workbench.base.errors import DamagedError
from workbench.tracking.leads import UNREADABLE, Amounts, Column, LeadLog, Stamps, Words, blank_column, is_column

MEDIA_TYPE = "application/x-sla-lead-log"
FORM = 1
MOST_BYTES = 1024 * 1024 * 1024
"""Largest unpacked log that is read."""
_MAGIC = b"SLALOG"
_HEADER = len(_MAGIC) + 2 + 32
_KINDS: dict[str, type[Column]] = {"stamps": Stamps, "amounts": Amounts, "words": Words}
_RANGE: dict[type[Column], int] = {Stamps: 2**40, Amounts: 2**60}
"""Cells that hold a value lie within this much of 0, so that no sum of a few of them overflows."""
_LEVEL = 2  # a quarter of what zlib's fastest takes, for a twentieth more bytes; zlib unpacks what comes from a file

Number = TypeVar("Number", np.int64, np.int32)


class _Column(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """One column: its field, one of `_KINDS`, its cells, and for words the vocabulary."""

    field: str
    kind: str
    cells: bytes
    words: list[str]


class _Packed(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A lead log."""

    identities: list[str]
    columns: list[_Column]


def encode(log: LeadLog) -> bytes:
    """The log as bytes; the same log always gives the same.

    Args:
        log: Any.
    """
    columns = [_packed(field, column) for field, column in log.columns.items()]
    packed = isal_zlib.compress(msgspec.msgpack.encode(_Packed(list(log.identities), columns)), _LEVEL)
    return _MAGIC + FORM.to_bytes(2, "big") + hashlib.sha256(packed).digest() + packed


def decode(data: bytes, what: str = "This lead log") -> LeadLog:
    """The log that bytes hold.

    Args:
        data: From `encode`, or damaged, or made to do harm.
        what: How a refusal names it.

    Raises:
        DamagedError: They are not a log that `encode` can have written.
    """
    wrong = DamagedError(f"{what} is damaged.", "Undo this import, or put the library back from a backup.")
    if len(data) < _HEADER or not data.startswith(_MAGIC):
        raise wrong
    form = int.from_bytes(data[len(_MAGIC) : len(_MAGIC) + 2], "big")
    if form != FORM:
        raise DamagedError(f"{what} is of form {form}, which this program does not know.", "Install the newer version.")
    packed = memoryview(data)[_HEADER:]
    if hashlib.sha256(packed).digest() != data[_HEADER - 32 : _HEADER]:
        raise wrong
    engine = zlib.decompressobj()
    try:
        plain = engine.decompress(packed, MOST_BYTES)
        found = msgspec.msgpack.decode(plain, type=_Packed) if engine.eof and not engine.unused_data else None
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise wrong from error
    if found is None:
        raise wrong
    size, columns = len(found.identities), {one.field: _column(one) for one in found.columns}
    log = LeadLog(found.identities, {field: column for field, column in columns.items() if column is not None})
    whole = len(columns) == len(found.columns) and len(log.places) == size and all(found.identities)
    if not whole or any(column is None or len(column.values) != size for column in columns.values()):
        raise wrong
    return log


def _packed(field: str, column: Column) -> _Column:
    words = column.words if isinstance(column, Words) else ()
    kind = next(name for name, one in _KINDS.items() if one is type(column))
    order = "<i4" if isinstance(column, Words) else "<i8"
    return _Column(field, kind, column.values.astype(order, copy=False).tobytes(), list(words))


def _column(packed: _Column) -> Column | None:
    """One column, nothing when it cannot have been written by `encode`."""
    kind = _KINDS.get(packed.kind)
    if kind is None or not is_column(packed.field) or kind is not type(blank_column(packed.field, 0)):
        return None
    if kind is Words:
        codes = _numbers(packed.cells, np.int32)
        right = len(set(packed.words)) == len(packed.words) and all(packed.words)
        if codes is None or not right or not np.all((codes >= -2) & (codes < len(packed.words))):
            return None
        return Words(codes, tuple(packed.words))
    values = _numbers(packed.cells, np.int64)
    if values is None or packed.words:
        return None
    most = _RANGE[kind]
    possible = (values <= UNREADABLE) | ((values > -most) & (values < most))
    return (Stamps if kind is Stamps else Amounts)(values) if np.all(possible) else None


def _numbers(cells: bytes, kind: type[Number]) -> npt.NDArray[Number] | None:
    width = np.dtype(kind).itemsize
    if len(cells) % width:
        return None
    return np.frombuffer(cells, f"<i{width}").astype(kind)

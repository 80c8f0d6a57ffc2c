"""DER elements by their headers: how long one is, and one put together. Must not know what is in them."""

from __future__ import annotations

SEQUENCE = 0x30
SET = 0x31
_LONG_FORM = 0x80
_LONGEST_LENGTH_BYTES = 4


def element_length(data: bytes) -> int | None:
    """How many bytes the sequence at the beginning of the data says it has, header included.

    Returns:
        None where the data does not begin with a sequence of definite length, or writes its length in more bytes than
        it needs.
    """
    if len(data) < 2 or data[0] != SEQUENCE:
        return None
    first = data[1]
    if first < _LONG_FORM:
        return 2 + first
    count = first - _LONG_FORM
    digits = data[2 : 2 + count]
    if not 1 <= count <= _LONGEST_LENGTH_BYTES or len(digits) < count:
        return None
    length = int.from_bytes(digits, "big")
    shortest = length >= _LONG_FORM and digits[0] != 0
    return 2 + count + length if shortest else None


def element(tag: int, *parts: bytes) -> bytes:
    """An element of a tag whose contents are the parts, one behind the other."""
    contents = b"".join(parts)
    if len(contents) < _LONG_FORM:
        return bytes([tag, len(contents)]) + contents
    digits = len(contents).to_bytes((len(contents).bit_length() + 7) // 8, "big")
    return bytes([tag, _LONG_FORM + len(digits)]) + digits + contents

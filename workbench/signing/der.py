"""The length of a DER element, read from its header alone. Must not know what is in it."""

from __future__ import annotations

_SEQUENCE = 0x30
_LONG_FORM = 0x80
_LONGEST_LENGTH_BYTES = 4


def element_length(data: bytes) -> int | None:
    """How many bytes the sequence at the beginning of the data says it has, header included.

    Returns:
        None where the data does not begin with a sequence of definite length, or writes its length in more bytes than
        it needs.
    """
    if len(data) < 2 or data[0] != _SEQUENCE:
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

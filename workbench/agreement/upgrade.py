"""Older formats of the Agreement JSON, brought up to today's. Every format ever written is read forever.

Must not know where the JSON came from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.agreement.model import FORMAT
from workbench.base.errors import DamagedError
from workbench.fields.codec import MOST_BYTES

STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a format to the next one; format 1 is the first."""


def upgraded(data: bytes, what: str) -> dict[str, Any]:
    """The decoded object of an Agreement JSON text, in today's format.

    Raises:
        DamagedError: Not a JSON object with a format, or of a format this program does not know.
    """
    import msgspec  # noqa: PLC0415

    if len(data) > MOST_BYTES:
        raise DamagedError(f"{what} is larger than {MOST_BYTES // 1024 // 1024} MB.")
    try:
        raw: Any = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise DamagedError(f"{what} is not JSON: {error}.") from None
    written = raw.get("format") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(written, int) or isinstance(written, bool) or written < 1:
        raise DamagedError(f"{what} is not an Agreement JSON.", "It needs a format number, now 1.")
    if written > FORMAT:
        raise DamagedError(
            f"{what} was written by a newer version of the program (format {written}; this one knows {FORMAT}).",
            "Open it with the newer version.",
        )
    found: dict[str, Any] = raw
    for step in range(written, FORMAT):
        found = STEPS[step](found)
    return found

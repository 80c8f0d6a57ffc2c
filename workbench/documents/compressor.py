"""Which compressor packs a document's streams here, told by what it makes of a text.

The same page packed by another system's zlib is the same page in other bytes. Verifying compares bytes, so a document
from such a machine has to say that it was set otherwise: else it would be called different from our own rendering,
which it is not. Must not know documents.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from functools import lru_cache

import pikepdf

LINES = 1_200
"""Enough of them that the compressor begins several blocks."""
DIGITS = 8


@lru_cache(maxsize=1)
def compressor() -> str:
    """The two that are at work: Python's, for pages and spreadsheets, and the one inside pikepdf, for the rest."""
    sample = b"".join(_line(number) for number in range(LINES))
    made = hashlib.sha256(zlib.compress(sample))
    with pikepdf.new() as pdf:
        pdf.Root.Sample = pdf.make_stream(sample)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, compress_streams=True)
    made.update(out.getvalue())
    return f"deflate {made.hexdigest()[:DIGITS]}"


def _line(number: int) -> bytes:
    """Partly as pages repeat themselves, partly as nothing does."""
    return b"%d 0 0 1 %d 72 cm /F1 9 Tf %s Tj\n" % (number % 7, number % 540, hashlib.sha256(b"%d" % number).digest())

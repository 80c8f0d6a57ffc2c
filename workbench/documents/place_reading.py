"""Walking the pages of a PDF with pikepdf for signature fields. See `places.py`."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pikepdf

from workbench.documents.places import MOST_PAGES, MOST_PLACES, SignaturePlace


def places_of(data: bytes) -> tuple[SignaturePlace, ...]:
    """The places to sign; see `places.signature_places`."""
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            return tuple(islice(_found(pdf), MOST_PLACES))
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def _found(pdf: pikepdf.Pdf) -> Iterator[SignaturePlace]:
    for number, page in enumerate(islice(pdf.pages, MOST_PAGES)):
        box = [float(side) for side in page.cropbox]
        for mark in page.obj.get("/Annots", pikepdf.Array()):
            if mark.get("/FT") == "/Sig" and "/Rect" in mark:
                yield _place(str(mark.get("/T", "")), number, [float(side) for side in mark["/Rect"]], box)


def _place(name: str, page: int, rect: list[Any], box: list[Any]) -> SignaturePlace:
    left, right = sorted((rect[0], rect[2]))
    bottom, top = sorted((rect[1], rect[3]))
    wide, high = box[2] - box[0] or 1.0, box[3] - box[1] or 1.0
    return SignaturePlace(
        name, page, (left - box[0]) / wide, (box[3] - top) / high, (right - left) / wide, (top - bottom) / high
    )

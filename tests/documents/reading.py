"""Looking into finished PDFs: pages' text, and the structure as a screen reader meets it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pikepdf
import pypdf


@cache
def texts(data: bytes) -> list[str]:
    """The text of every page in the order it was drawn, white space evened out."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return [" ".join((page.extract_text() or "").split()) for page in reader.pages]


@dataclass
class Seen:
    """One structure element: its kind, attributes, children, and how many pieces of pages are its own."""

    kind: str
    alternative: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    children: list[Seen] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[Seen]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def kinds(self) -> list[str]:
        """The kinds of all elements in reading order."""
        return [one.kind for one in self.walk()]


def structure(data: bytes) -> Seen:
    """The structure tree of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        return _seen(pdf.Root.StructTreeRoot.K, numbers)


def _seen(element: Any, pages: dict[tuple[int, int], int]) -> Seen:
    seen = Seen(str(element.S).lstrip("/"), str(element.get("/Alt", "")))
    if "/A" in element:
        seen.attributes = {str(key).lstrip("/"): value for key, value in element.A.as_dict().items()}
        seen.attributes = {key: str(value).lstrip("/") for key, value in seen.attributes.items()}
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):  # content of the element's own page
            seen.pieces.append((pages[element.Pg.objgen], kid))
            continue
        match str(kid.get("/Type", "")):
            case "/MCR":
                seen.pieces.append((pages[kid.Pg.objgen], int(kid.MCID)))
            case "/OBJR":
                seen.annotations.append(str(kid.Obj.Subtype).lstrip("/"))
            case _:
                seen.children.append(_seen(kid, pages))
    return seen

"""Pages of a PDF as pictures, for previews: what a reader shows, signatures included.

One lock for all, because pdfium is not thread-safe. Light to import; pdfium is loaded by the first call. Must not know
what the document is.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workbench.base.errors import DamagedError, NotFoundError

if TYPE_CHECKING:
    import pypdfium2

_PDFIUM = threading.Lock()
WIDEST = 8192
"""Most pixels a picture may be wide."""

TALLEST = 16384
"""Most pixels a picture may be high; a page can have any shape."""

BARE_SIDE = 700
"""Pixels of the longer side of a page drawn for comparing."""

MOST_MARKS = 2000
"""More marks on a page than this are not counted."""


@dataclass(frozen=True)
class Picture:
    """One page.

    Attributes:
        width: In pixels.
        height: In pixels.
        rgb: Three bytes a pixel, rows from top to bottom without padding.
    """

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True)
class Found:
    """A place where a text was found.

    Attributes:
        page: Counted from 0.
        boxes: Left, top, width and height of each line of it, as shares of the page's width and height.
    """

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


class Pages:
    """The pages of one PDF; close it, or use it with `with`.

    Args:
        data: The PDF.

    Raises:
        DamagedError: It is not a PDF, is damaged, or needs a password.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # noqa: PLC0415  (loaded when first needed)

        self._data = data  # pdfium reads from it as long as the document is open
        with _PDFIUM:
            try:
                self._pdf: pypdfium2.PdfDocument = pypdfium2.PdfDocument(data)
                self._pdf.init_forms()
                self.count = len(self._pdf)
                self.sizes = tuple(self._pdf.get_page_size(index) for index in range(self.count))
            except pypdfium2.PdfiumError as error:
                if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                    said = "The PDF cannot be shown: it is locked with a password."
                    raise DamagedError(said, "Ask for a copy that is not locked.") from error
                hint = "Ask for the file again, as it was exported."
                raise DamagedError("The PDF cannot be shown: it is damaged or not a PDF.", hint) from error

    count: int
    """How many pages there are."""

    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page, in points."""

    def picture(self, page: int, width: int) -> Picture:
        """One page.

        Args:
            page: Counted from 0.
            width: Of the picture, in pixels; the height follows from the page's shape.

        Raises:
            NotFoundError: There is no such page.
            DamagedError: The page cannot be shown.
            ValueError: The width is not positive or absurd.
        """
        import pypdfium2  # noqa: PLC0415  (loaded when first needed)

        if not 0 < width <= WIDEST:
            raise ValueError(f"a picture of {width} pixels")
        if not 0 <= page < self.count:
            raise NotFoundError(f"The PDF has no page {page + 1}.")
        wide, high = self.sizes[page]
        scale = min((width - 0.001) / wide, TALLEST / high) if wide and high else 1.0  # pdfium rounds up
        with _PDFIUM:
            try:
                shown = self._pdf[page]
                bitmap = shown.render(scale=scale, rev_byteorder=True, may_draw_forms=True)
                try:
                    return _picture(bitmap)
                finally:
                    bitmap.close()
                    shown.close()
            except pypdfium2.PdfiumError as error:
                raise DamagedError(f"Page {page + 1} of the PDF cannot be shown.") from error

    def bare(self, page: int) -> Picture:
        """A page small and in grey, without what is filled into its fields or laid over it, for comparing.

        Raises:
            DamagedError: The page cannot be shown.
        """
        import pypdfium2  # noqa: PLC0415  (loaded when first needed)

        wide, high = self.sizes[page]
        scale = min(BARE_SIDE / max(wide, high, 1.0), 2.0)
        with _PDFIUM:
            try:
                shown = self._pdf[page]
                bitmap = shown.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
                try:
                    return Picture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
                finally:
                    bitmap.close()
                    shown.close()
            except pypdfium2.PdfiumError as error:
                raise DamagedError(f"Page {page + 1} of the PDF cannot be shown.") from error

    def marks(self, page: int) -> tuple[int, ...]:
        """The kinds of what is laid over a page (notes, stamps, links, fields), in order, by pdfium's numbers.

        Raises:
            DamagedError: The page cannot be read.
        """
        import pypdfium2  # noqa: PLC0415  (loaded when first needed)
        from pypdfium2 import raw  # noqa: PLC0415  (loaded when first needed)

        with _PDFIUM:
            try:
                shown = self._pdf[page]
            except pypdfium2.PdfiumError as error:
                raise DamagedError(f"Page {page + 1} of the PDF cannot be shown.") from error
            kinds = []
            for at in range(min(raw.FPDFPage_GetAnnotCount(shown), MOST_MARKS)):
                mark = raw.FPDFPage_GetAnnot(shown, at)
                if mark:
                    kinds.append(int(raw.FPDFAnnot_GetSubtype(mark)))
                    raw.FPDFPage_CloseAnnot(mark)
            shown.close()
            return tuple(kinds)

    def find(self, words: str, most: int) -> tuple[Found, ...]:
        """Where a text stands, page by page, in any case of its letters.

        Args:
            words: What is looked for.
            most: Stop after so many places.

        Raises:
            DamagedError: A page cannot be read.
        """
        import pypdfium2  # noqa: PLC0415  (loaded when first needed)

        places: list[Found] = []
        for number in range(self.count if words.strip() else 0):
            with _PDFIUM:
                try:
                    page = self._pdf[number]
                    text = page.get_textpage()
                    search = text.search(words)
                    while len(places) < most and (match := search.get_next()) is not None:
                        count = text.count_rects(*match)
                        boxes = tuple(self._share(number, text.get_rect(index)) for index in range(count))
                        places.append(Found(number, boxes))
                    search.close()
                    text.close()
                    page.close()
                except pypdfium2.PdfiumError as error:
                    raise DamagedError(f"Page {number + 1} of the PDF cannot be read.") from error
            if len(places) >= most:
                break
        return tuple(places)

    def _share(self, page: int, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A rectangle of pdfium, from below, as shares of the page from above."""
        left, bottom, right, top = box
        wide, high = self.sizes[page]
        return left / wide, 1 - top / high, (right - left) / wide, (top - bottom) / high

    def close(self) -> None:
        """Let go of the document."""
        with _PDFIUM:
            self._pdf.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _picture(bitmap: pypdfium2.PdfBitmap) -> Picture:
    """The bitmap's rows without the padding that pdfium puts at their ends, and without a fourth channel."""
    raw = bytes(bitmap.buffer)
    row = bitmap.width * bitmap.n_channels
    if bitmap.stride != row:
        raw = b"".join(raw[start : start + row] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    if bitmap.n_channels == 4:
        rgb = bytearray(bitmap.width * bitmap.height * 3)
        for channel in range(3):
            rgb[channel::3] = raw[channel::4]
        raw = bytes(rgb)
    return Picture(bitmap.width, bitmap.height, raw)

"""Breaking words into lines: where a line may break, and which breaks look best. Must not know pages or drawing.

Lines are ragged. Running text avoids a last line of one short word; titles and leads get lines of about equal length.
The number of lines is never more than a plain filling needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.documents import fonts

RUNT_LETTERS = 10
"""A last line with fewer letters, or of one word, looks like an accident."""

_BREAKS = re.compile(r"(?<=[^\W\d_]{4}-)(?=[^\W\d_]{4})|(?<=[–—])(?=\w)|\u200b")
_MAY_BREAK = re.compile(r"[-–—\u200b]")
"""Without one of these there is nothing for `_BREAKS` to find, which is true of most words and quickly seen."""

_SPACES = re.compile(r"([ \n])")
_SEAMS = re.compile(r"(?<=[-/_.?&=@])(?=\w)")
"""Where an address is cut when it is wider than a line."""


@dataclass(frozen=True)
class Piece:
    """Letters that are set alike.

    Attributes:
        text: Prepared by `fonts.settable`.
        font: Name of the cut.
        size: In points.
        colour: Of the letters.
        tracking: After each letter, in points.
        change: `inserted`, `deleted` or nothing.
        to: Anchor the letters lead to; empty for none.
        whole: Never broken, not even at a space.
        gap: Free space before the piece, in points.
    """

    text: str
    font: str
    size: float
    colour: str
    tracking: float = 0.0
    change: str = ""
    to: str = ""
    whole: bool = False
    gap: float = 0.0

    def wide(self, text: str) -> float:
        """Width of some letters in this piece's type."""
        return fonts.width(text, self.font, self.size, self.tracking)


Part = tuple[Piece, str]
"""Letters of one piece; a line is a sequence of them."""


@dataclass
class Word:
    """Letters no line breaks within.

    Attributes:
        parts: Its letters.
        width: In points.
        space: Width of the space that follows on the same line; 0 where a line may break without a space.
        blank: The piece that space is in, so that a change is not underlined beyond its words.
        ends_line: Whether a new line begins after it.
    """

    parts: list[Part]
    width: float = 0.0
    space: float = 0.0
    blank: Piece | None = None
    ends_line: bool = False


@dataclass
class Line:
    """One set line.

    Attributes:
        parts: Its letters with the spaces between words; no space at the end.
        width: In points.
        spaced: Whether a space stood at the break.
    """

    parts: list[Part]
    width: float
    spaced: bool


def words_of(pieces: Sequence[Piece]) -> list[Word]:
    """The words of some pieces; an empty list for no letters at all."""
    words: list[Word] = []
    current = Word([])

    def close(blank: Piece | None = None, *, ends_line: bool = False) -> None:
        nonlocal current
        if current.parts or ends_line:
            space = blank.wide(" ") if blank else 0.0
            words.append(Word(current.parts, current.width, space, blank, ends_line))
        current = Word([])

    for piece in pieces:
        current.width += piece.gap
        for bit in _bits(piece):
            if bit == "\n":
                close(ends_line=True)
            elif bit == " ":
                if current.parts:
                    close(piece)
                elif words and not words[-1].ends_line and not words[-1].blank:
                    words[-1].space, words[-1].blank = piece.wide(" "), piece
            elif bit:
                current.parts.append((piece, bit))
                current.width += piece.wide(bit)
            else:
                close()
    close()
    return words


def _bits(piece: Piece) -> Iterator[str]:
    """Letters, single spaces, line feeds; an empty text where a line may break without a space."""
    if piece.whole:
        yield piece.text
        return
    for chunk in _SPACES.split(piece.text):
        if not _MAY_BREAK.search(chunk):
            if chunk:
                yield chunk
            continue
        for number, part in enumerate(_BREAKS.split(chunk)):
            if number:
                yield ""
            if part:
                yield part


def longest(words: Sequence[Word]) -> float:
    """Width of the longest word: the least measure at which nothing is broken by force."""
    return max((word.width for word in words), default=0.0)


def natural(words: Sequence[Word]) -> float:
    """Width of the text on as few lines as it asks for."""
    widest, here = 0.0, 0.0
    for word in words:
        widest = max(widest, here + word.width)
        here = 0.0 if word.ends_line else here + word.width + word.space
    return widest


def break_lines(words: Sequence[Word], measure: float, *, balanced: bool = False, tidy: bool = True) -> list[Line]:
    """The words in lines no wider than the measure, at least one line.

    Args:
        words: The words.
        measure: Greatest width of a line.
        balanced: Makes lines about equally long.
        tidy: Avoids a runt.
    """
    fitting = _forced(words, measure)
    lines = _fill(fitting, measure)
    if not 1 < len(lines) < 16 or not (balanced or tidy):
        return lines
    if balanced:
        return _narrowed(fitting, lines, measure, least=0.6, until_tidy=False)
    return _narrowed(fitting, lines, measure, least=0.85, until_tidy=True) if _is_runt(lines[-1]) else lines


def _fill(words: Sequence[Word], measure: float) -> list[Line]:
    return [_line(row) for row in _rows(words, measure)]


def _rows(words: Sequence[Word], measure: float) -> list[Sequence[Word]]:
    """The words of each line, at least one line."""
    rows: list[Sequence[Word]] = []
    begin, wide, space = 0, 0.0, 0.0
    most = measure + 0.01
    for number, word in enumerate(words):
        if number > begin and wide + space + word.width > most:
            rows.append(words[begin:number])
            begin, wide, space = number, 0.0, 0.0
        wide += space + word.width
        space = word.space
        if word.ends_line:
            rows.append(words[begin : number + 1])
            begin, wide, space = number + 1, 0.0, 0.0
    if begin < len(words) or not rows:
        rows.append(words[begin:])
    return rows


def _line(row: Sequence[Word]) -> Line:
    parts: list[Part] = []
    width = 0.0
    for number, word in enumerate(row):
        for piece, letters in word.parts:
            if parts and parts[-1][0] is piece:
                parts[-1] = (piece, parts[-1][1] + letters)
            else:
                parts.append((piece, letters))
        width += word.width
        if number < len(row) - 1 and word.blank and parts:
            if parts[-1][0] is word.blank:
                parts[-1] = (word.blank, parts[-1][1] + " ")
            else:
                parts.append((word.blank, " "))
            width += word.space
    return Line(parts, width, bool(row) and (row[-1].space > 0 or row[-1].ends_line))


def _is_runt(last: Line) -> bool:
    words = "".join(letters for _, letters in last.parts).split()
    return len(words) < 2 or sum(map(len, words)) < RUNT_LETTERS


def _narrowed(
    words: Sequence[Word], lines: list[Line], measure: float, *, least: float, until_tidy: bool
) -> list[Line]:
    """The same number of lines at the narrowest measure that keeps it, or the first that leaves no runt."""
    best: list[Sequence[Word]] | None = None
    narrow = measure
    while narrow > measure * least:
        narrow -= 4
        tried = _rows(words, narrow)
        if len(tried) != len(lines) or any(_wide(row) > narrow + 0.01 for row in tried):
            break
        if not _is_runt(_line(tried[-1])):
            best = tried
            if until_tidy:
                break
    return [_line(row) for row in best] if best is not None else lines


def _wide(row: Sequence[Word]) -> float:
    """Width of a line of words, without the space at its end."""
    return sum(word.width for word in row) + sum(word.space for word in row[:-1] if word.blank)


def _forced(words: Sequence[Word], measure: float) -> list[Word]:
    """The words, those wider than the measure cut where they must be."""
    if all(word.width <= measure for word in words):
        return list(words)
    out: list[Word] = []
    for word in words:
        if word.width <= measure:
            out.append(word)
            continue
        current = Word([])
        for piece, letters in word.parts:
            for bit in _cut(piece, letters, measure):
                wide = piece.wide(bit)
                if current.parts and current.width + wide > measure:
                    out.append(current)
                    current = Word([])
                if current.parts and current.parts[-1][0] is piece:
                    current.parts[-1] = (piece, current.parts[-1][1] + bit)
                else:
                    current.parts.append((piece, bit))
                current.width += wide
        out.append(Word(current.parts, current.width, word.space, word.blank, word.ends_line))
    return out


def _cut(piece: Piece, letters: str, measure: float) -> Iterator[str]:
    """The letters between seams; single ones where even those are too wide."""
    for bit in _SEAMS.split(letters):
        if piece.wide(bit) <= measure:
            yield bit
        else:
            yield from bit

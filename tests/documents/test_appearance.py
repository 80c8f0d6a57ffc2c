"""The look of a signature: exactly as large as its field, nothing cut, fonts inside."""

from __future__ import annotations

import io
import math
import random
from functools import partial
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageDraw

from tests.documents.reading import texts
from tests.support.poppler import Poppler
from workbench.base.errors import DamagedError, NotAllowedError
from workbench.documents.appearance import Drawn, Mark, Pictured, Strokes, Typed, signature_card
from workbench.documents.pages import Pages, Picture

FINGERPRINT = "9A4E 07C1 55D2 B83F 21BC E6F0 4D98 7A13 C07D 3E52 90AF 116B 0011 2233 4455 6677"
LONG = "Wolfeschlegelsteinhausenbergerdorff Keihanaikukauakahihuliheekahaunaele"
LINE = 40


def card(mark: Mark, *, width: float = 236, height: float = 92, name: str = "Inès Moreau", role: str = "VP") -> bytes:
    when = "11 December 2026, 16:42 CET"
    team = "for marketing"
    who = partial(signature_card, name=name, role=role, team=team)
    return who(width, height, mark=mark, when_text=when, fingerprint=FINGERPRINT)


def hand() -> Strokes:
    points = ((20 + u * 2, 60 - 30 * math.sin(u / 8), u * 0.01) for u in range(140))
    return (tuple(points), ((30.0, 95.0, 2.0), (260.0, 90.0, 2.2)), ((150.0, 20.0, 2.5),))


def png(size: tuple[int, int] = (600, 200), form: str = "PNG") -> bytes:
    picture = Image.new("RGBA" if form == "PNG" else "RGB", size, (0, 0, 0, 0) if form == "PNG" else (255, 255, 255))
    ImageDraw.Draw(picture).line([(20, 150), (100, 30), (180, 160), (560, 120)], fill=(20, 30, 120), width=9)
    out = io.BytesIO()
    picture.save(out, form)
    return out.getvalue()


MARKS: dict[str, Mark] = {
    "drawn": Drawn(hand()),
    "typed": Typed("Inès Moreau"),
    "png": Pictured(png()),
    "jpeg": Pictured(png(form="JPEG")),
}


def ink(picture: Picture, top: float, foot: float) -> int:
    """How many pixels are not white between two heights, as shares from the top."""
    row = picture.width * 3
    rows = picture.rgb[int(picture.height * top) * row : int(picture.height * foot) * row]
    return sum(1 for at in range(0, len(rows), 3) if rows[at] < 200)


@pytest.mark.parametrize("which", list(MARKS))
def test_a_card_is_one_page_of_the_fields_size_with_its_words(which: str) -> None:
    data = card(MARKS[which])
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (236, 92)
    (text,) = texts(data)
    assert "Inès Moreau VP · for marketing" in text
    assert "Signed on (signer's clock) 11 December 2026, 16:42 CET" in text
    assert f"Key fingerprint {FINGERPRINT}" in text
    with Pages(data) as pages:
        shown = pages.picture(0, 472)
    assert ink(shown, 0, 0.52) > 300, "the mark stands over the line"
    assert ink(shown, 0.6, 1) > 300, "the words stand under the line"


@pytest.mark.parametrize("which", list(MARKS))
def test_the_same_mark_gives_the_same_bytes(which: str) -> None:
    assert card(MARKS[which]) == card(MARKS[which])


@pytest.mark.parametrize("width", [236, 201, 150])
def test_long_names_wrap_and_shrink_but_are_never_cut(width: float) -> None:
    role = "Senior Vice President, Commercial Operations and Partner Marketing, Europe, Middle East and Africa"
    data = card(Drawn(hand()), width=width, height=84, name=LONG, role=role)
    text = texts(data)[0].replace("- ", "-")
    for words in (LONG, role, FINGERPRINT):
        assert words.replace(" ", "") in text.replace(" ", "")
    lowest = 84.0

    def note(words: str, matrix: list[float], at: list[float], font: object, size: float) -> None:
        nonlocal lowest
        del matrix, font, size
        if words.strip():
            lowest = min(lowest, at[5])

    pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=note)
    assert lowest > 0


def test_the_ground_hides_what_stands_under_the_card() -> None:
    with Pages(card(Typed("A"))) as pages:
        shown = pages.picture(0, 236)
    assert shown.rgb[:3] == b"\xff\xff\xff"
    content = pypdf.PdfReader(io.BytesIO(card(Typed("A")))).pages[0].get_contents()
    assert content is not None
    drawn = content.get_data()
    assert 0 <= drawn.find(b"1 1 1 rg") < drawn.find(b"BT ")
    assert b"n 0 0 236 92 re f" in drawn


def test_a_fast_hand_draws_a_thinner_line() -> None:
    def dark(seconds: float) -> int:
        stroke = tuple((x * 2.0, 20 + 10 * math.sin(x / 9), x * seconds) for x in range(100))
        with Pages(card(Drawn((stroke,)))) as pages:
            return ink(pages.picture(0, 944), 0, 0.52)

    assert dark(0.03) > dark(0.001) * 1.3


@pytest.mark.poppler
def test_fonts_are_inside(poppler: Poppler, tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(card(Typed("Inès")))
    assert {(font.name.startswith("Inter"), font.embedded) for font in poppler.fonts(path)} == {(True, True)}
    assert b"Helvetica" not in path.read_bytes()


@pytest.mark.parametrize("mark", [Drawn(()), Drawn(((),)), Typed("  "), Typed("")])
def test_an_empty_signature_is_refused(mark: Mark) -> None:
    with pytest.raises(NotAllowedError, match="empty"):
        card(mark)


def test_pictures_that_cannot_be_used_are_refused_in_one_sentence() -> None:
    wide = io.BytesIO()
    Image.new("1", (6000, 5000)).save(wide, "PNG")
    for data in (b"", b"not a picture", png()[:200], wide.getvalue(), png() + bytes(11 << 20), b"GIF89a" + bytes(50)):
        with pytest.raises(DamagedError) as refused:
            card(Pictured(data))
        assert refused.value.message.endswith(".")
        assert refused.value.hint


def test_a_large_picture_is_made_small() -> None:
    noise = io.BytesIO()
    Image.frombytes("RGB", (1600, 800), random.Random(1).randbytes(1600 * 800 * 3)).save(noise, "PNG")
    assert len(noise.getvalue()) > 3_000_000
    assert len(card(Pictured(noise.getvalue()))) < 1_700_000

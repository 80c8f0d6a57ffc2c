"""A logo from a file: made small, written anew, and refused with a sentence where it cannot be one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from workbench.base.errors import WorkbenchError
from workbench.fields.pictures import MOST_BYTES, PictureKind, picture_bytes
from workbench.services.logos import logo_value


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_large_picture_becomes_small_enough_and_is_written_anew(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"logo.{ending}"
    rolled = random.Random(1)
    noise = Image.frombytes("RGB", (900, 300), rolled.randbytes(900 * 300 * 3))
    noise.save(file, comment=b"who made this") if ending == "jpg" else noise.save(file)
    value = logo_value(file)
    assert PictureKind().problem(value) is None
    data = picture_bytes(value)
    assert data.startswith(b"\x89PNG")
    assert len(data) <= MOST_BYTES
    assert b"who made this" not in data


@pytest.mark.parametrize("data", [b"", b"words", b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(40)])
def test_what_is_no_picture_is_refused_by_its_name(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(data)
    with pytest.raises(WorkbenchError, match=r"logo\.png cannot be used as a logo"):
        logo_value(file)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    Image.new("1", (3000, 3000)).save(file)
    with pytest.raises(WorkbenchError, match="cannot be used"):
        logo_value(file)

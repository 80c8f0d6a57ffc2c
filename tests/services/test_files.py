"""Files a person names are read whole, up to a limit that also holds where a file has no size."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from workbench.base.errors import NotAllowedError, NotFoundError, OutsideError
from workbench.services.files import read_file

MEGABYTE = 1024 * 1024


def test_what_is_there_is_read_and_what_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"x" * MEGABYTE)
    assert read_file(file, MEGABYTE) == file.read_bytes()
    with pytest.raises(NotAllowedError, match=r"a\.pdf is larger than 0 MB"):
        read_file(file, MEGABYTE - 1)
    with pytest.raises(NotAllowedError, match="is a folder"):
        read_file(tmp_path, MEGABYTE)
    with pytest.raises(NotFoundError, match="There is no file"):
        read_file(tmp_path / "none.pdf", MEGABYTE)
    with pytest.raises(OutsideError, match="cannot be read"):
        read_file(file / "inside.pdf", MEGABYTE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is a thing of Unix")
def test_a_pipe_without_end_is_read_up_to_the_limit(tmp_path: Path) -> None:
    pipe = tmp_path / "endless.pdf"
    os.mkfifo(pipe)

    def fill() -> None:
        with pipe.open("wb", buffering=0) as end:
            try:
                while True:
                    end.write(b"x" * 65536)
            except BrokenPipeError:  # nobody reads on
                return

    filling = threading.Thread(target=fill)
    filling.start()
    with pytest.raises(NotAllowedError, match="larger than 1 MB"):
        read_file(pipe, MEGABYTE)
    filling.join(10)
    assert not filling.is_alive()

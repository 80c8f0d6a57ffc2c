"""The composition root: decides between the command line and the window. Must not contain any logic of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from workbench.base.screen import has_screen

NO_SCREEN = (
    "There is no screen to open the window on. Start it where there is one, or name a command: "
    "see `sla-workbench --help`.\n"
)
OPENED_BY_WINDOW = (".slaw", ".pdf")
READER_ARGUMENT = "--read-foreign-table"
"""A frozen program starts itself with this word to read a foreign file apart; `sheets.reader_process` says it too."""


class WindowWanted(NamedTuple):
    """The window is to be opened.

    Attributes:
        place: Path or URL of the library; empty for the person's own.
        file: File to open in it; empty for none.
    """

    place: str = ""
    file: str = ""


def window_wanted(words: Sequence[str]) -> WindowWanted | None:
    """Whether the arguments ask for the window: none but a library, and at most one file it opens."""
    place, rest = "", list(words)
    if len(rest) >= 2 and rest[0] == "--library":
        place, rest = rest[1], rest[2:]
    elif rest and rest[0].startswith("--library="):
        place, rest = rest[0].partition("=")[2], rest[1:]
    if not rest:
        return WindowWanted(place)
    if len(rest) == 1 and rest[0].casefold().endswith(OPENED_BY_WINDOW):
        return WindowWanted(place, rest[0])
    return None


def main() -> int:
    """Run the program; answers the exit code."""
    words = sys.argv[1:]
    if words[:1] == [READER_ARGUMENT]:
        from workbench.sheets.reader_child import main as read_foreign_table  # noqa: PLC0415  (a child of its own)

        return read_foreign_table()
    wanted = window_wanted(words)
    if wanted is None:
        from workbench.cli.main import run  # noqa: PLC0415  (the window does not need it)

        return run(words, window=_open_window)
    return _open_window(wanted.place, wanted.file)


def _open_window(place: str, file: str = "") -> int:
    if not has_screen():  # Qt would end the process with no word a person understands
        sys.stderr.write(NO_SCREEN)
        return 1
    from workbench.ui.prepare import prepare  # noqa: PLC0415  (the command line does not need Qt)

    prepare()
    from workbench.ui.application import run_window  # noqa: PLC0415

    return run_window(place, file)

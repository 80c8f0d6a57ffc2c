"""Makes `library.sla` and `told.json` of a new format, in a folder of its own: `python -m tests.upgrades.make`.

Run once, from the project's folder, by the program that first writes the format. Never again: the files stand for
libraries that people have.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.storage.examples import NOON, content, fill
from tests.upgrades.library_told import told
from workbench.base.clock import FixedClock
from workbench.storage.opening import open_library
from workbench.storage.sqlite_file import FORMAT


def main() -> None:
    """Make both files, where there are none yet."""
    place = Path(__file__).parent / f"format_{FORMAT}"
    place.mkdir()
    clock = FixedClock(NOON)
    with open_library(str(place / "library.sla"), clock) as library:
        fill(library, clock)
        library.agreements.create(content("Only begun"), title="Only begun", actor="Ines")
        (place / "told.json").write_text(json.dumps(told(library), indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()

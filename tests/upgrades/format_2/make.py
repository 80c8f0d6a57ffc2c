"""Made `library.sla` and `told.json` beside it with the program that wrote format 2.

Never run it again for this format: the file stands for libraries that people have. A later format gets a folder of its
own, with its own file. Run from the project's folder: `python -m tests.upgrades.format_2.make`.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.storage.examples import NOON, content, fill
from tests.upgrades.library_told import told
from workbench.base.clock import FixedClock
from workbench.storage.opening import open_library
from workbench.storage.sqlite_file import FORMAT

HERE = Path(__file__).parent


def main() -> None:
    """Make both files, where there are none yet."""
    assert FORMAT == 2
    place = HERE / "library.sla"
    assert not place.exists(), "this file stands for libraries that people have"
    clock = FixedClock(NOON)
    with open_library(str(place), clock) as library:
        fill(library, clock)
        library.agreements.create(content("Only begun"), title="Only begun", actor="Ines")
        (HERE / "told.json").write_text(json.dumps(told(library), indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()

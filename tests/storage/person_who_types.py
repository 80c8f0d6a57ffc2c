"""A program that edits a library and says what was acknowledged, until it is killed.

Loads everything once, then reads `PLACE SEED` from its standard input and forks a child for each, which says its own id
and then one line after each acknowledgement. A program of its own, so that a test can kill the child at any moment.
"""

from __future__ import annotations

import importlib
import itertools
import os
import random
import sys

from workbench.base.clock import SystemClock
from workbench.fields.codec import canonical
from workbench.storage.opening import open_library


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def edit(place: str, seed: int) -> None:
    """Open the library, which may not be there yet, and never stop changing it."""
    draw = random.Random(seed)
    with open_library(place, SystemClock()) as library:
        found = library.agreements.all()
        first = canonical({"title": "begun"})
        agreement = found[0].id if found else library.agreements.create(first, title="begun", actor="Ines").id
        say(f"made {agreement}")
        draft = library.drafts.get(agreement)
        revision, head = draft.revision, library.versions.head(agreement)
        for step in itertools.count(1):
            content = canonical({"title": f"{seed} {step}", "text": "word " * draw.randrange(2000)})
            revision = library.drafts.save(agreement, content, seen=revision, title=f"{seed} {step}").revision
            say(f"draft {revision} {seed} {step}")
            if step % 5 == 0:
                head = library.versions.save(
                    agreement, content, seen=head.hash if head else "", kind="saved", author="Ines", message="",
                    doc_schema=1,
                )  # fmt: skip
                say(f"version {head.number} {head.hash}")
            if step % 7 == 0:
                library.rest()


def main() -> None:
    """Fork a child for each line."""
    importlib.import_module("workbench.storage.library")  # before the first fork: the children have no time for it
    for line in sys.stdin:
        place, seed = line.rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            say(f"child {os.getpid()}")
            edit(place, int(seed))
        _, status = os.waitpid(child, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()

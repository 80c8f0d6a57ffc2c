"""Work that makes a great many things and throws none of them away before it is done.

Python's collector looks through all of them again and again for cycles that are not there, which costs a quarter of
writing a workbook. Must not know what is made.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Leave the collector out meanwhile, on all threads; it stays out where it was out before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

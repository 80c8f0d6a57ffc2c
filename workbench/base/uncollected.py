"""Work that makes very many objects and hardly any garbage, without Python looking for garbage meanwhile.

Laying out a document makes a hundred thousand objects that all live until its last page is drawn, writing a workbook
even more. The collector of cycles looks through them again and again, finds nothing, and takes a third of the time,
during which no other thread runs either. Must not know what the work is.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No cycles are collected in here; afterwards as before. One thread at a time, because the collector is one."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

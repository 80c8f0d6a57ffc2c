"""Whether something is at a path, as far as can be seen. Must not open anything."""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether a path names something; not where its name is too long, or its folder may not be searched."""
    return os.path.exists(path)  # noqa: PTH110  (`Path.exists` raises OSError for both)


def is_file(path: Path) -> bool:
    """Whether a path names a file, seen in the same way."""
    return os.path.isfile(path)  # noqa: PTH113  (as above)

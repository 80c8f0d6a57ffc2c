"""A warning in Python's log fails the test it came in, unless the test said beforehand that it will come.

A pytest plugin. pytest-qt watches Qt's own messages (`qt_log_level_fail`), `filterwarnings` Python's warnings.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator

import pytest


class _Listener(logging.Handler):
    """Keeps what is logged; raising here would be lost in a slot or a thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[Callable[[str], None]]:
    """Call it with a regular expression for a line `LEVEL logger: message` that must come; any other fails the test.

    Every test has this fixture; only one that expects a warning names it.
    """
    listener = _Listener()
    expected: list[str] = []
    logging.getLogger().addHandler(listener)
    try:
        yield expected.append
    finally:
        logging.getLogger().removeHandler(listener)
    surprises = [line for line in listener.said if not any(re.search(pattern, line) for pattern in expected)]
    absent = [pattern for pattern in expected if not any(re.search(pattern, line) for line in listener.said)]
    if surprises:
        pytest.fail("logged, and not expected:\n" + "\n".join(surprises), pytrace=False)
    if absent:
        pytest.fail(f"expected in the log, and never said: {absent}", pytrace=False)

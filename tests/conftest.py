"""What every test has: see the plugins in `tests/support/`. Must not know any floor of the program."""

from __future__ import annotations

import os
from typing import Any

import hypothesis

from tests.support.checkout import IN_CI

# Before Qt is imported by anybody; a test of the real window starts a program of its own on a virtual screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "pytester",
    "tests.support.leftovers",
    "tests.support.quiet_logs",
    "tests.support.visible_skips",
    "tests.support.office",
    "tests.support.poppler",
    "tests.support.postgres",
    "tests.support.screen",
    "tests.support.shared_samples",
]

KEPT_EXAMPLES: dict[str, Any] = {"database": None} if IN_CI else {}
EVERYDAY = hypothesis.settings(
    max_examples=40,
    deadline=None,  # other people work on this machine too
    derandomize=IN_CI,  # a red build must be red again; new examples are looked for on people's own machines
    print_blob=IN_CI,
    **KEPT_EXAMPLES,
)
hypothesis.settings.register_profile("everyday", EVERYDAY)
hypothesis.settings.register_profile("thorough", EVERYDAY, max_examples=1000)
hypothesis.settings.load_profile("everyday")

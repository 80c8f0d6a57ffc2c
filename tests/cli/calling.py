"""Calls the command line in this process as a shell would: words in, exit code and what was printed out."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.services.prepared import NOON
from workbench.base.clock import FixedClock
from workbench.cli.main import run

CLOCK = FixedClock(NOON.replace(hour=18))


@dataclass(frozen=True)
class Called:
    """What came of a call."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


def call(*words: str | Path) -> Called:
    """Run the command line with these words."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([str(word) for word in words], clock=CLOCK)
    return Called(code, out.getvalue(), err.getvalue())


def ask(library: Path | str, *words: str | Path) -> Any:
    """The JSON answer of a command that must be done."""
    called = call("--library", library, "--json", *words)
    assert called.code == 0, called.err
    return called.document


def refused(called: Called) -> str:
    """The one line on standard error of a call that must be refused, with nothing on standard output."""
    assert (called.code, called.out) == (1, "")
    assert called.err.endswith("\n")
    assert called.err.count("\n") == 1, called.err
    assert "Traceback" not in called.err
    return called.err.strip()

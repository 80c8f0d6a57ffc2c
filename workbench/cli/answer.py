"""What a command answers: one JSON document, and the same for people. Must not know any command."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TextIO
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Answer:
    """The outcome of a command.

    Attributes:
        document: What `--json` prints; keys are those of semantics section 7.
        text: The same for people, lines without a final line feed.
        code: Exit code: 0 done, 1 the thing asked for is not so.
        open_window: Path or URL of a library whose window is wanted afterwards; empty for none. Whoever composed the
            program opens it, because the command line does not know the window.
    """

    document: Any
    text: str
    code: int = 0
    open_window: str = ""


def print_answer(answer: Answer, *, as_json: bool, out: TextIO) -> None:
    """Print an answer: exactly one JSON document, or text."""
    if as_json:
        json.dump(answer.document, out, ensure_ascii=False, indent=2, default=_plain)
        out.write("\n")
    elif answer.text:
        out.write(answer.text.rstrip("\n") + "\n")
    out.flush()


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} is not JSON")


def standard_output(*, as_json: bool) -> TextIO:
    """Standard output, able to take any name: UTF-8 for programs and files, what there is for a person's terminal.

    Without this a pipe on Windows, which has the machine's own small alphabet, would break off in the middle. What
    UTF-8 cannot hold, half a surrogate from a file's name, becomes the escape that JSON has for it.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        if as_json or not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            sys.stdout.reconfigure(errors="replace")
    return sys.stdout


def say(words: str) -> None:
    """A message or progress, on standard error."""
    sys.stderr.write(words.rstrip("\n") + "\n")
    sys.stderr.flush()


def moment_words(moment: dt.date, zone: str = "") -> str:
    """A day, or an instant to the minute, as people read it.

    Args:
        moment: The day or instant.
        zone: IANA name of the zone to tell it in; the one it has without.
    """
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    return f"{moment.astimezone(ZoneInfo(zone)) if zone else moment:%Y-%m-%d %H:%M %Z}".rstrip()


def table(rows: list[list[str]], heads: list[str]) -> str:
    """Rows as columns of text; numbers keep the column's left edge."""
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in [heads, *rows]
    ]
    return "\n".join([lines[0], "-" * min(100, max(map(len, lines))), *lines[1:]])

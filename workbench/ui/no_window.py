"""Says in a sentence why Qt can open no window, where Qt itself would abort. Must not know any window."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from workbench.base.language import N_, Language

NO_WINDOW = N_(
    "No window can be opened: {0}. Start it where there is a screen, or name a command: see `sla-workbench --help`."
)
LAST_RESORT = N_("Qt does not say why")


@contextmanager
def said_in_words(language: Language) -> Iterator[None]:
    """While the application is made: if Qt gives up, say what it complained of first, and end with exit code 1.

    Whatever else Qt says is passed on as it would have been.
    """
    complaints: list[tuple[str, str]] = []

    def take(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            reason = complaints[0][1] if complaints else words
            reason = " ".join(reason.split()).rstrip(".") or language.text(LAST_RESORT)
            sys.stderr.write(language.text(NO_WINDOW).format(reason) + "\n")
            sys.stderr.flush()
            os._exit(1)  # what Qt does next is to abort
        complaints.append((qFormatLogMessage(kind, context, words), words))

    qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        for whole, _words in complaints:
            sys.stderr.write(f"{whole}\n")

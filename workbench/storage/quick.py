"""The first screen's look into a library: bare sqlite3, no SQLAlchemy, a few milliseconds.

The file can be open only once, so this is not a second connection: the window lists agreements and reads one draft
here, and then hands the very connection on to `open_library`, which loads everything else in the store's thread.
Measured side by side in fresh processes: a tenth of the time the whole library takes (about 30 ms against 300 on an
idle machine, nearly all of it Python's own start; the file itself takes 1.4 ms). Must not write.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from typing import Any

from workbench.base.clock import from_utc_text
from workbench.base.errors import DamagedError, NotFoundError
from workbench.storage.faults import translated
from workbench.storage.records.drafts import AgreementHead, Draft
from workbench.storage.sqlite_file import FORMAT, OpenFile

_LIST = """
SELECT a.id, a.title, a.status, a.created_at, a.updated_at,
    (SELECT count(*) FROM version v WHERE v.agreement_id = a.id AND v.line = 'main'),
    (SELECT v.hash FROM version v WHERE v.agreement_id = a.id AND v.line = 'main' ORDER BY v.seq DESC LIMIT 1)
FROM agreement a ORDER BY a.updated_at DESC, a.id
"""
_DRAFT = "SELECT revision, base_hash, content, saved_at, content_hash FROM draft WHERE agreement_id = ?"
_SETTING = "SELECT value FROM library WHERE key = ?"
_CONTENTS = "SELECT agreement_id, content FROM draft"
LONGEST_TEXT = 4_000
"""Bytes of a text that is read at first sight; a longer one is left to those who read the whole draft."""


class QuickLibrary:
    """A library file, open, of which only what the first screen shows can be read.

    Attributes:
        file: The open file; `open_library` takes it over.
        unclean: Whether the last program that had it open was stopped in the middle.
        is_older: Whether it must be brought up to date before anything can be read here.
    """

    def __init__(self, file: OpenFile) -> None:
        self.file: OpenFile | None = file
        self.unclean = file.unclean
        self.is_older = 0 < file.format < FORMAT

    def agreements(self) -> tuple[AgreementHead, ...]:
        """Every agreement, the last changed first; none yet in a library that is new or must be brought up to date.

        Raises:
            DamagedError: The file cannot be read.
        """
        return tuple(
            AgreementHead(key, title, status, versions, head or "", from_utc_text(created), from_utc_text(updated))
            for key, title, status, created, updated, versions, head in self._rows(_LIST)
        )

    def draft(self, agreement: str) -> Draft:
        """The draft of an agreement.

        Raises:
            NotFoundError: There is none.
            DamagedError: It is not what was saved.
        """
        for revision, base, content, saved_at, sha256 in self._rows(_DRAFT, agreement):
            import hashlib  # noqa: PLC0415  (a list of agreements needs none)

            if hashlib.sha256(content).hexdigest() != sha256:
                raise DamagedError(f"The draft of the agreement {agreement} is damaged.", "Put it back from a backup.")
            return Draft(agreement, revision, base or "", content, from_utc_text(saved_at))
        raise NotFoundError(f"There is no draft of the agreement {agreement[:60]!r}.", "See the list of agreements.")

    def first_texts(self, outer: str, inner: str) -> dict[str, str]:
        """The text an object of every draft begins with, by agreement; drafts without one are left out.

        A draft is canonical JSON, where nothing stands between the parts and no text can contain a bare quotation mark.
        So what is looked for can be found without parsing the rest.

        Args:
            outer: Name of the object, at the top of the draft.
            inner: Name of its first member in order of the alphabet.
        """
        mark = f'"{outer}":{{"{inner}":'.encode()
        found: dict[str, str] = {}
        read = json.JSONDecoder().raw_decode
        for agreement, content in self._rows(_CONTENTS):
            begin = content.find(mark) + len(mark)
            with suppress(ValueError):  # cut off, or no text
                text, _end = read(content[begin : begin + LONGEST_TEXT].decode("utf-8", "ignore"))
                if begin >= len(mark) and isinstance(text, str):
                    found[agreement] = text
        return found

    def setting(self, key: str, default: str = "") -> str:
        """The text under a key of the settings."""
        return next((value for (value,) in self._rows(_SETTING, key)), default)

    def hand_over(self) -> OpenFile:
        """Give the open file away; nothing can be read here afterwards."""
        file, self.file = self._file(), None
        return file

    def close(self) -> None:
        """Let go of the file, unless it was handed over."""
        if self.file:
            self.file.connection.close()
            self.file = None

    def _file(self) -> OpenFile:
        if self.file is None:
            raise RuntimeError("the quick reader was used after its file was handed over")
        return self.file

    def _rows(self, query: str, *values: str) -> list[Any]:
        file = self._file()
        if file.format != FORMAT:
            return []
        with translated(str(file.path)):
            cursor: sqlite3.Cursor = file.connection.execute(query, values)
            return cursor.fetchall()

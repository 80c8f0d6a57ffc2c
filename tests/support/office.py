"""LibreOffice without a window, in a profile of its own that recalculates every workbook it opens.

A pytest plugin with the session fixture `office`. A call takes about a second, whatever the number of files, so give it
many at once. Must not know what is in the files.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support import processes, programs

ALWAYS, NEVER = 0, 1
"""When it recalculates a workbook that it opens."""
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{when}</value></prop>
    <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>{when}</value></prop>
  </item>
</oor:items>
"""


EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Commas, double quotes, UTF-8, from the first row, values in full, one file a sheet."""


FIRST_SHEET = EVERY_SHEET.removesuffix("-1") + "1"


class Office:
    """Opens files as a person with LibreOffice would, and saves them again.

    Args:
        program: `soffice`.
        folder: Where the profile and the results go; ours alone.
        when: When it recalculates what it opens.
    """

    def __init__(self, program: Path, folder: Path, when: int = ALWAYS) -> None:
        self._program = program
        self._profile = folder / "profile"
        self._results = folder / "results"
        self._calls = itertools.count(1)
        user = self._profile / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(PROFILE.format(when=when), "utf-8")

    def recalculate(self, workbook: Path, seconds: float = 60) -> Path:
        """The workbook opened, every formula computed afresh, and saved as `.xlsx` under the same name elsewhere."""
        return self.convert([workbook], "xlsx", seconds)[0]

    def recalculate_all(self, workbooks: Iterable[Path], seconds: float = 120) -> list[Path]:
        """As `recalculate`, for many at once and in their order; their names must differ."""
        return self.convert(workbooks, "xlsx", seconds)

    def to_pdf(self, document: Path, seconds: float = 60) -> Path:
        """The document as LibreOffice prints it."""
        return self.convert([document], "pdf", seconds)[0]

    def convert(self, documents: Iterable[Path], ending: str, seconds: float = 120) -> list[Path]:
        """Open each document and save it in another format, in a new folder.

        Args:
            documents: Files whose names without ending differ.
            ending: Of the results, as LibreOffice takes it: `xlsx`, `pdf`, `ods`, `csv`.
            seconds: When to give up on all of them.

        Returns:
            The results, in the order of the documents.

        Raises:
            AssertionError: LibreOffice took too long, failed, or refused a file; with what it said.
        """
        given = list(documents)
        folder, said = self._run(given, ending, seconds)
        results = [folder / f"{document.stem}.{ending}" for document in given]
        for document, result in zip(given, results, strict=True):
            assert result.exists(), f"LibreOffice did not take {document.name}: {said}"
        return results

    def sheets(self, workbooks: Iterable[Path], seconds: float = 120) -> list[dict[str, Path]]:
        """Every sheet of each workbook, computed afresh, as a file of comma-separated values by the sheet's name.

        Half as much work for it as a workbook. Numbers stand in full, not as they are shown.

        Raises:
            AssertionError: LibreOffice took too long, failed, or refused a file; with what it said.
        """
        given = list(workbooks)
        folder, said = self._run(given, EVERY_SHEET, seconds)
        found = [
            {path.stem.removeprefix(f"{book.stem}-"): path for path in folder.glob(f"{book.stem}-*.csv")}
            for book in given
        ]
        for book, sheets in zip(given, found, strict=True):
            assert sheets, f"LibreOffice did not take {book.name}: {said}"
        return found

    def first_sheet(self, workbook: Path, seconds: float = 600) -> None:
        """Open a workbook and write its first sheet as comma-separated values: the least there is after opening."""
        self._run([workbook], FIRST_SHEET, seconds)

    def _run(self, given: list[Path], ending: str, seconds: float) -> tuple[Path, str]:
        """Convert files; answers the new folder with the results, and what was said."""
        folder = self._results / str(next(self._calls))
        profile = f"-env:UserInstallation={self._profile.as_uri()}"
        run = processes.finish(
            [self._program, profile, "--headless", "--norestore", "--convert-to", ending, "--outdir", folder, *given],
            seconds=seconds,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        return folder, run.stdout + run.stderr


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice; skips visibly where it is missing."""
    return Office(programs.need("soffice"), tmp_path_factory.mktemp("office"))

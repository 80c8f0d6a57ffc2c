"""Poppler's command line tools: a PDF reader that is not ours. A pytest plugin with the fixture `poppler`.

Must not know what the documents say.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import processes, programs


@dataclass(frozen=True)
class SeenSignature:
    """What `pdfsig` says of one signature.

    Attributes:
        field: The name of its field, as `pdfsig` prints it.
        signer: The common name in the certificate.
        valid: The signed bytes are what was signed.
        whole_document: It covers the file to its last byte; an earlier one of several does not.
        said: Every line of the form `name: value`, by name.
    """

    field: str
    signer: str
    valid: bool
    whole_document: bool
    said: dict[str, str]


@dataclass(frozen=True)
class SeenFont:
    """What `pdffonts` says of one font: its name without the subset's prefix, and whether it is in the file."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    to_unicode: bool


class Poppler:
    """Looks at PDFs.

    Args:
        programs: The folder of `pdfsig` and its sisters.
        home: An empty folder, so that nobody's own certificates play a part.
    """

    def __init__(self, programs: Path, home: Path) -> None:
        self._programs = programs
        self._environment = {**os.environ, "HOME": str(home)}

    def signatures(self, pdf: Path) -> list[SeenSignature]:
        """The signatures, oldest first; none is an empty list. Whether anybody trusts the certificate is not asked."""
        run = self._run("pdfsig", "-nocert", pdf, check=False)
        assert run.returncode in {0, 2} or "Signature #" in run.stdout, run.stdout + run.stderr
        found = []
        for block in re.split(r"^Signature #\d+:?\n", run.stdout, flags=re.MULTILINE)[1:]:
            said = dict(re.findall(r"^\s+- ([^:\n]+): (.*)$", block, flags=re.MULTILINE))
            found.append(
                SeenSignature(
                    field=said.get("Signature Field Name", ""),
                    signer=said.get("Signer Certificate Common Name", ""),
                    valid=said.get("Signature Validation") == "Signature is Valid.",
                    whole_document="- Total document signed" in block,
                    said=said,
                )
            )
        return found

    def text(self, pdf: Path, *, layout: bool = False, password: str = "") -> str:
        """The text of all pages, a form feed after each; with `layout` as it stands on the page."""
        options = [*(["-layout"] if layout else []), *(["-upw", password] if password else [])]
        return self._run("pdftotext", *options, "-enc", "UTF-8", pdf, "-").stdout

    def fonts(self, pdf: Path) -> list[SeenFont]:
        """Every font of the file, by name."""
        lines = self._run("pdffonts", pdf).stdout.splitlines()
        edges = [match.span() for match in re.finditer("-+", lines[1])]
        cells = [[line[start:end].strip() for start, end in edges] for line in lines[2:]]
        fonts = (
            SeenFont(re.sub(r"^[A-Z]{6}\+", "", name), kind, *(word == "yes" for word in (embedded, subset, unicode)))
            for name, kind, _, embedded, subset, unicode, _ in cells
        )
        return sorted(fonts, key=lambda font: font.name)

    def information(self, pdf: Path) -> dict[str, str]:
        """What `pdfinfo` says, by name: `Pages`, `Tagged`, `Title`, `PDF version`, `Page size` and so on."""
        lines = self._run("pdfinfo", pdf).stdout.splitlines()
        return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}

    def attachments(self, pdf: Path, folder: Path) -> list[Path]:
        """The attached files, saved into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._run("pdfdetach", "-saveall", "-o", folder, pdf)
        return sorted(folder.iterdir())

    def pictures(self, pdf: Path, folder: Path, dots_per_inch: int = 96) -> list[Path]:
        """A PNG of every page, in their order, saved into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._run("pdftoppm", "-png", "-r", str(dots_per_inch), pdf, folder / pdf.stem, seconds=180)
        return sorted(folder.glob(f"{pdf.stem}-*.png"), key=lambda path: (len(path.name), path.name))

    def _run(self, name: str, *words: str | Path, check: bool = True, seconds: float = 60) -> processes.Finished:
        return processes.finish([self._programs / name, *words], check=check, seconds=seconds, env=self._environment)


@pytest.fixture(scope="session")
def poppler(tmp_path_factory: pytest.TempPathFactory) -> Poppler:
    """Poppler's tools; skips visibly where they are missing."""
    return Poppler(programs.need("pdfsig").parent, tmp_path_factory.mktemp("poppler"))

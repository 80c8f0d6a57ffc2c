"""Where this checkout is, and the one door to it. Must not know what is tested."""

from __future__ import annotations

import importlib.util
import os
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent

IN_CI = os.environ.get("CI") == "true"
"""Whether a skip is a failure: the machine is ours and has everything."""


@cache
def dev_program() -> ModuleType:
    """`packaging/dev.py` as a module; its folder is no package, and shares its name with a library."""
    spec = importlib.util.spec_from_file_location("sla_workbench_dev", ROOT / "packaging" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""Real exports to import, which are not part of the repository: a folder beside the checkout, or one that is named.

A pytest plugin with the session fixture `shared_samples`. Must not know what is in them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.checkout import ROOT
from tests.support.visible_skips import FORGIVEN

VARIABLE = "SLA_SAMPLES"
BESIDE = ROOT.parent / "shared" / "samples"


@pytest.fixture(scope="session")
def shared_samples() -> Path:
    """The folder of the samples; skips visibly, also in continuous integration, where there is none."""
    folder = Path(os.environ.get(VARIABLE) or BESIDE)
    if not folder.is_dir():
        pytest.skip(f"{FORGIVEN}the samples; name their folder in {VARIABLE}")
    return folder

"""Sample documents, rendered once a run."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.documents.sample.agreement import agreement
from tests.documents.sample.extremes import bare, crowded, odd_letters
from tests.documents.sample.meta import CONTENT
from tests.documents.sample.review import comparison, report
from workbench.documents.attachment import Attachment
from workbench.documents.blocks import Document
from workbench.documents.pdf import Rendered, render

SAMPLES: dict[str, Callable[[], Document]] = {
    "agreement": agreement,
    "letter": lambda: agreement("Letter"),
    "comparison": comparison,
    "report": report,
    "crowded": crowded,
    "bare": bare,
    "odd": odd_letters,
}
FILES = (
    Attachment("agreement.json", CONTENT, "application/json", "Source", "The agreement as data"),
    Attachment("backtest.csv", b"week;met\n1;1\n", "text/csv", "Data", "What the numbers were tried on"),
)


@cache
def _rendered(name: str) -> Rendered:
    return render(SAMPLES[name](), FILES, with_fields=True)


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Rendered]:
    """A sample document by name, printed with fields and two attached files."""
    return _rendered

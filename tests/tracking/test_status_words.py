"""Every verdict has its words, by itself and within a line."""

from __future__ import annotations

from typing import get_args

from workbench.tracking.result import Status
from workbench.tracking.status_words import STATUS_IN_LINE, STATUS_WORD


def test_every_status_has_its_words_and_both_forms_agree() -> None:
    assert set(STATUS_WORD) == set(STATUS_IN_LINE) == set(get_args(Status))
    assert {key: word.lower() for key, word in STATUS_WORD.items()} == STATUS_IN_LINE

"""Columns of a lead log from plain values."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import numpy as np

from workbench.tracking.leads import EMPTY, SCALE, Amounts, Stamps, Words


def words_column(texts: Iterable[str | None]) -> Words:
    """A text column from texts; `None` and blanks are empty."""
    index: dict[str, int] = {}
    codes = [index.setdefault(text, len(index)) if text else -1 for text in texts]
    return Words(np.array(codes, np.int32), tuple(index))


def amounts_column(numbers: Iterable[Decimal | int | None]) -> Amounts:
    """A number column from exact numbers; `None` is empty. Digits past the fourth decimal are dropped."""
    return Amounts(np.array([EMPTY if n is None else int(n * SCALE) for n in numbers], np.int64))


def stamps_column(seconds: Iterable[int | None]) -> Stamps:
    """An instant column from seconds; `None` is empty."""
    return Stamps(np.array([EMPTY if s is None else s for s in seconds], np.int64))

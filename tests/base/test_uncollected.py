"""The collector is left out while something large is made, and comes back whatever happens."""

from __future__ import annotations

import gc

import pytest

from workbench.base.uncollected import uncollected


def broken_off() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
        raise ValueError("broken off")


def test_the_collector_comes_back_and_stays_away_where_it_was_away() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken off"):
        broken_off()
    assert gc.isenabled()

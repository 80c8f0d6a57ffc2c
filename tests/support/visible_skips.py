"""Skips that are seen: each prints its reason, and with CI=true each is a failure.

A pytest plugin. The only skip that continuous integration forgives is of a folder that is not part of the repository.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

import pytest

from tests.support import programs
from tests.support.checkout import IN_CI

FORGIVEN = "not part of the repository: "
"""How the reason of a skip begins that is no failure in continuous integration either."""

R = TypeVar("R", pytest.TestReport, pytest.CollectReport)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Print the reason of every skip at the end of the run."""
    if "s" not in config.option.reportchars:
        config.option.reportchars += "s"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, before any fixture is made, a test whose marker stands for a program that is missing."""
    for marker, names in programs.MARKERS.items():
        if item.get_closest_marker(marker) is not None:
            for name in names:
                programs.need(name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure where it is one."""
    return judge((yield), in_ci=IN_CI)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole file into a failure where it is one."""
    return judge((yield), in_ci=IN_CI)


def judge(report: R, *, in_ci: bool) -> R:
    """The report, failed when it is a skip that `in_ci` forbids; a failure that was expected is none."""
    if not in_ci or not report.skipped or hasattr(report, "wasxfail"):
        return report
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = reason.removeprefix("Skipped: ")
    if not reason.startswith(FORGIVEN):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true forbids: {reason}"
    return report

"""The guards around every test bite: each is seen to fail a test that deserves it, and to let a good one pass."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from tests.support.checkout import ROOT

GUARDS = ["-p", "tests.support.leftovers", "-p", "tests.support.quiet_logs", "-p", "tests.support.visible_skips"]
LOAD = [*GUARDS, "-p", "no:cacheprovider", "-p", "no:xdist", "--import-mode=importlib"]


@pytest.fixture
def outcome(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Callable[..., pytest.RunResult]:
    """Run test files of its own in a pytest of its own, under our guards."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)

    def run(*sources: str, ci: bool = False) -> pytest.RunResult:
        monkeypatch.setenv("CI", "true" if ci else "")
        pytester.makepyfile(**{f"test_{number}": textwrap.dedent(source) for number, source in enumerate(sources)})
        return pytester.runpytest_subprocess(*LOAD)

    return run


def test_a_warning_in_the_log_fails_the_test(outcome: Callable[..., pytest.RunResult]) -> None:
    result = outcome("""
        import logging
        def test_surprise():
            logging.getLogger("of.a.library").warning("the disk is %s", "odd")
        def test_expected(expected_log):
            expected_log("^WARNING a: .*odd")
            logging.getLogger("a").warning("the disk is odd")
            logging.getLogger("a").info("said quietly")
        def test_absent(expected_log):
            expected_log("even")
    """)
    result.assert_outcomes(passed=3, errors=2)
    result.stdout.fnmatch_lines(["*WARNING of.a.library: the disk is odd*", "*never said: *'even'*"])


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux tells a process's children cheaply")
def test_what_is_left_behind_fails_the_test(outcome: Callable[..., pytest.RunResult]) -> None:
    result = outcome("""
        import subprocess, sys, threading, pytest
        from PySide6.QtWidgets import QWidget
        kept = []
        @pytest.fixture(scope="session", autouse=True)
        def cleaner():
            yield
            kept[0].kill()
            kept[0].wait()

        def test_program():
            kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))
        def test_good_program():
            subprocess.run([sys.executable, "-c", "pass"])
        def test_thread():
            threading.Thread(target=threading.Event().wait, daemon=True, name="of-the-test").start()
        def test_good_thread():
            threading.Thread(target=int).start()
        def test_window(qapp):
            kept.append(QWidget())
        def test_good_window(qtbot):
            window = QWidget()
            qtbot.addWidget(window)
            window.show()
            kept.append(QWidget(kept[1]))
    """)
    result.assert_outcomes(passed=6, errors=3)
    result.stdout.fnmatch_lines(
        ["*left behind: *'programs'*", "*left behind: *'threads'*of-the-test*", "*left behind: *'windows'*QWidget*"]
    )


SKIPS = """
    import pytest
    from tests.support.visible_skips import FORGIVEN
    def test_skipped():
        pytest.skip("no such program here")
    @pytest.mark.skip(reason="by its marker")
    def test_marked():
        pass
    def test_forgiven():
        pytest.skip(FORGIVEN + "samples")
    @pytest.mark.xfail
    def test_expected_to_fail():
        assert False
    @pytest.mark.poppler
    def test_without_poppler():
        assert False
"""
SKIPPED_FILE = "import pytest; pytest.importorskip('no_such_module')"


def test_skips_are_seen(outcome: Callable[..., pytest.RunResult], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    seen = outcome(SKIPS, SKIPPED_FILE)
    seen.assert_outcomes(skipped=5, xfailed=1)
    for reason in ("no such program here", "by its marker", "*'no_such_module'*", "pdfsig is not installed: *"):
        seen.stdout.fnmatch_lines([f"SKIPPED*{reason}"])


def test_skips_are_failures_in_continuous_integration(
    outcome: Callable[..., pytest.RunResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    failed = outcome(SKIPS, ci=True)
    failed.assert_outcomes(failed=1, errors=2, skipped=1, xfailed=1)
    failed.stdout.fnmatch_lines(["*CI=true forbids: no such program here*"])
    outcome(SKIPPED_FILE, ci=True).stdout.fnmatch_lines(["*CI=true forbids: *no_such_module*"])

"""Every shortcut is listed, and found by what it does and by its key."""

from __future__ import annotations

import pytest

from workbench.base.language import Language
from workbench.ui.actions import Action
from workbench.ui.command_palette.ranking import find
from workbench.ui.command_palette.shortcuts import shortcut_entries
from workbench.ui.shell.window import MainWindow


@pytest.fixture
def listed(window: MainWindow) -> MainWindow:
    window.registry.add(
        Action("notebook.park", "Park this topic", lambda: None, "Shift+P", enabled=lambda: False),
        Action("agree.without", "Without a key", lambda: None),
    )
    return window


def test_all_that_has_keys_is_listed_and_what_may_not_be_done_now_says_so(
    listed: MainWindow, english: Language
) -> None:
    entries = shortcut_entries(listed.registry, english)
    assert {entry.title for entry in entries} == {english.text(one.words) for one in listed.registry.with_keys()}
    parked = next(entry for entry in entries if entry.title == "Park this topic")
    assert (parked.keys, parked.group, parked.detail) == ("Shift P", "Beside the clause", "Not here, or not now")
    assert "Without a key" not in {entry.title for entry in entries}


def test_a_key_is_found_as_it_is_spoken(listed: MainWindow, english: Language) -> None:
    entries = shortcut_entries(listed.registry, english)
    assert [hit.entry.title for hit in find(entries, "shift+p")] == ["Park this topic"]
    assert find(entries, "ctrl+z")[0].entry.title == "Undo"

"""The rail of the library: shelves with counts, tools, where the library is. Must not know pages."""

from __future__ import annotations

from collections.abc import Callable

from workbench.base.language import N_
from workbench.ui.actions import key_words
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import RailItem, heading
from workbench.ui.views.desk import Desk
from workbench.ui.views.library.shelves import SHELVES, counts

TOOLS = (
    ("library.new", N_("Templates"), "blocks"),
    ("library.practice", N_("Practice company"), "presentation"),
    ("file.open", N_("Open a file"), "folder-open"),
    ("verify.open", N_("Verify a PDF"), "file-badge"),
)
"""Actions at the foot; one that nobody registered is not shown."""


def library_rail(desk: Desk, on_shelf: Callable[[str], object], on_tool: Callable[[str], object]) -> Rail:
    """The rail.

    Args:
        desk: The window and its session.
        on_shelf: Called with the key of the shelf chosen.
        on_tool: Called with the name of the action pressed.
    """
    text, registry = desk.language.text, desk.window.registry
    tools = [
        RailItem(name, text(words), icon=icon, keys=key_words(registry.get(name).shortcut))
        for name, words, icon in TOOLS
        if name in registry
    ]
    quiet = RailItem("library.place", text(N_("Works without network")), icon="lock", quiet=True)
    foot = [heading(text(N_("Tools"))), *tools, quiet]
    made = Rail(_shelves(desk), name=text(N_("Library shelves")), foot=foot, foot_name=text(N_("Tools")))
    made.show_current("all")
    made.chosen.connect(on_shelf)
    made.pressed.connect(on_tool)
    return made


def show_counts(rail: Rail, desk: Desk) -> None:
    """Say how many lie on each shelf, and in the status bar how many there are."""
    rail.show_items(_shelves(desk))


def _shelves(desk: Desk) -> list[RailItem]:
    text, lines = desk.language.text, desk.session.listing.lines
    found = counts(lines)
    known = all(line.listed is not None for line in lines)
    items = [heading(text(N_("Library")))]
    for shelf in SHELVES:
        count = found[shelf.key] if known or not shelf.standings else 0
        tone = "warn" if shelf.is_due and count else ""
        items.append(RailItem(shelf.key, text(shelf.title), icon=shelf.icon, number=str(count or ""), tone=tone))
    return items

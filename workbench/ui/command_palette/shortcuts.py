"""Every shortcut as an entry that can be found by what it does and by its key. Must not know the palette."""

from __future__ import annotations

from functools import partial
from typing import Final

from workbench.base.language import N_, Language
from workbench.ui.actions import Actions, key_words
from workbench.ui.command_palette.ranking import Entry

MOST_KEYS: Final = 400
GROUPS: Final = {
    "place": N_("Places"), "agree": N_("Sections"), "notebook": N_("Beside the clause"), "room": N_("In the room"),
    "edit": N_("Editing"), "focus": N_("The window"), "window": N_("The window"), "theme": N_("The window"),
    "palette": N_("The window"), "keys": N_("The window"), "library": N_("Library"), "history": N_("History"),
}  # fmt: skip
"""Headings by the first word of an action's name; the others stand under the last one."""


def shortcut_entries(registry: Actions, language: Language) -> list[Entry]:
    """Everything that has a shortcut, under headings; what may not be done now says so."""
    text, made = language.text, []
    for action in registry.with_keys():
        group = text(GROUPS.get(action.name.partition(".")[0], N_("Others")))
        keys = key_words(action.shortcut)
        others = " ".join(key_words(one) for one in action.more_shortcuts)
        now = "" if action.enabled() else text(N_("Not here, or not now"))
        words = f"{keys} {keys.replace(' ', '+')} {others} {text(action.keywords)}"
        made.append(
            Entry(text(action.words), partial(registry.run, action.name), group, now, words, action.icon, keys,
                  action.room_sees)
        )  # fmt: skip
    order = list(dict.fromkeys([*(text(one) for one in GROUPS.values()), text(N_("Others"))]))
    return sorted(made, key=lambda entry: order.index(entry.group))

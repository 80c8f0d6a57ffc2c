"""What the window remembers of a person on this machine: colours, size, and where they were. Must not know Qt.

One small JSON file in the settings folder, written whole or not at all. What cannot be read is as good as never set,
because nobody should be kept from working by it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, NamedTuple

Colours = Literal["system", "light", "dark"]
FILE = "settings.json"
SMALLEST_SCALE, LARGEST_SCALE = 0.8, 2.0


class Preferences(NamedTuple):
    """What is remembered.

    Attributes:
        colours: `system`, `light` or `dark`.
        scale: Of everything in the window; 1 at a desk.
        library: Path or URL of the library the next two are of.
        agreement: Id of the agreement that was open; empty for none.
        place: Key of the place one was at.
        section: Name of the section one was at.
        sort: What the list of agreements is ordered by: `edit`, `review` or `name`.
        hide_names: Show letters instead of people's names wherever actuals are shown.
        folder: Where the last file was opened or written; empty before the first.
        stamp_server: Address of the time-stamp server that was last asked for; empty before the first.
    """

    colours: Colours = "system"
    scale: float = 1.0
    library: str = ""
    agreement: str = ""
    place: str = ""
    section: str = ""
    sort: str = "edit"
    hide_names: bool = False
    folder: str = ""
    stamp_server: str = ""


def read_preferences(folder: Path) -> Preferences:
    """What is remembered in a folder; what is missing or makes no sense is as at the first start."""
    usual = Preferences()
    try:
        raw = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return usual
    if not isinstance(raw, dict):
        return usual
    found: dict[str, Any] = {
        name: raw[name] for name, value in usual._asdict().items() if isinstance(raw.get(name), type(value))
    }
    if found.get("colours", "system") not in {"system", "light", "dark"}:
        del found["colours"]
    if not SMALLEST_SCALE <= found.get("scale", 1.0) <= LARGEST_SCALE:
        del found["scale"]
    return usual._replace(**found)


def write_preferences(folder: Path, preferences: Preferences) -> None:
    """Remember.

    Raises:
        OutsideError: The folder is full or must not be written.
    """
    from workbench.services.files import write_file  # noqa: PLC0415  (hashes and secrets; not before the first paint)

    text = json.dumps(preferences._asdict(), indent=2, ensure_ascii=False)
    write_file(folder / FILE, f"{text}\n".encode())

"""The one application stylesheet, made from the rules, the tokens and the scale. Must not know any widget.

In the rules, `resources/style/window.qss`, `$token` is a colour and `{n}px` a scaled length of the window; `%token` and
`<n>px` are those of the audience view, which keeps its own colours and scale inside the same sheet; `@name` is the path
of a small drawing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from workbench.base.places import resource
from workbench.ui.theme.icons import HEAVY_STROKE, svg
from workbench.ui.theme.look import Look

DRAWINGS: Final = {
    "arrow_down": ("chevron-down", "muted"),
    "arrow_up": ("chevron-up", "muted"),
    "arrow_left": ("chevron-left", "muted"),
    "arrow_right": ("chevron-right", "muted"),
    "check": ("check", "on_accent"),
    "part_check": ("minus", "on_accent"),
    "check_off": ("check", "muted"),
}
"""Drawings the sheet names: icon and token. Qt's stylesheets can only name files."""

_MARK = re.compile(r"\{(?P<n>\d+)\}px|<(?P<an>\d+)>px|\$(?P<t>[a-z_]+)|%(?P<at>[a-z_]+)|@(?P<d>[a-z_]+)")


def write_drawings(look: Look, folder: Path) -> dict[str, str]:
    """Write the drawings in the look's colours into a folder; name to path, as the sheet spells paths."""
    paths = {}
    for name, (icon, token) in DRAWINGS.items():
        path = folder / f"{name}-{'dark' if look.dark else 'light'}.svg"
        if not path.exists():
            path.write_bytes(svg(icon, look.tokens[token], HEAVY_STROKE))
        paths[name] = path.as_posix()
    return paths


def rules() -> str:
    """The rules, with their marks."""
    return resource("style", "window.qss").read_text("utf-8")


def build(look: Look, audience: Look, drawings: Mapping[str, str]) -> str:
    """The whole sheet.

    Raises:
        KeyError: A rule names a token or drawing that does not exist.
    """
    tokens, audience_tokens = look.tokens, audience.tokens

    def fill(mark: re.Match[str]) -> str:
        match mark.lastgroup:
            case "n":
                return f"{look.px(int(mark['n']))}px"
            case "an":
                return f"{audience.px(int(mark['an']))}px"
            case "t":
                return tokens[mark["t"]]
            case "at":
                return audience_tokens[mark["at"]]
            case _:
                return f"url({drawings[mark['d']]})"

    return _MARK.sub(fill, rules())

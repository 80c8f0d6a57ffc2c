"""Tokens as a Qt palette, for what the stylesheet does not reach. Must not know the stylesheet."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPalette

from workbench.ui.theme.look import Look

_Role = QPalette.ColorRole
ROLES: Final = (
    (_Role.Window, "bg"), (_Role.WindowText, "text"), (_Role.Base, "raised"), (_Role.AlternateBase, "sunken"),
    (_Role.Text, "text"), (_Role.Button, "raised"), (_Role.ButtonText, "text"), (_Role.BrightText, "text"),
    (_Role.Highlight, "accent"), (_Role.HighlightedText, "on_accent"), (_Role.PlaceholderText, "muted"),
    (_Role.ToolTipBase, "tip"), (_Role.ToolTipText, "on_tip"), (_Role.Link, "accent_text"),
    (_Role.LinkVisited, "accent_text"), (_Role.Accent, "accent"), (_Role.Mid, "border"), (_Role.Midlight, "hover"),
    (_Role.Light, "surface"), (_Role.Dark, "line"), (_Role.Shadow, "line"),
)  # fmt: skip
DISABLED: Final = ((_Role.WindowText, "muted"), (_Role.Text, "muted"), (_Role.ButtonText, "muted"))


def palette(look: Look) -> QPalette:
    """The palette of a look."""
    made = QPalette()
    for role, token in ROLES:
        made.setColor(role, look.color(token))
    for role, token in DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, look.color(token))
    return made

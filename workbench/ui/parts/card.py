"""A card: surface on a slightly darker ground, one hairline, no shadow."""

from __future__ import annotations

from typing import Literal

from workbench.ui.parts.layout import Item, Margins, Panel, column

CardKind = Literal["plain", "quiet", "focus", "accent", "warn"]
MARGINS: Margins = (20, 16, 20, 18)
QUIET_MARGINS: Margins = (14, 10, 14, 10)


class Card(Panel):
    """A frame around things that belong together, one above the other.

    Args:
        items: What it holds; see `layout`.
        kind: `plain`; `quiet` inside another card; `focus` for the one step that is being done now.
        margins: Around the items; the kind's own where nothing is given.
        gap: Between the items.
        name: For screen readers, where the card has no heading of its own.
    """

    def __init__(
        self,
        *items: Item,
        kind: CardKind = "plain",
        margins: Margins | None = None,
        gap: float = 12,
        name: str = "",
    ) -> None:
        usual = QUIET_MARGINS if kind in {"quiet", "warn"} else MARGINS
        super().__init__(column(*items, margins=margins or usual, gap=gap), card=kind, name=name)

"""The colours, by the part they play, once for light and once for dark. Must not know Qt.

Names: plain (`ok`) is for words and glyphs, `_soft` is the quiet ground behind them, `_fill` is for bars and areas,
`_line` for strokes. Marketing and sales colours mean the team and nothing else. What may stand on what is written down
in `GROUNDS` and `PAIRS`; a test computes every contrast.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Tokens: TypeAlias = dict[str, str]

LIGHT: Final[Tokens] = {
    # grounds, from the window to the things that lie on it
    "bg": "#F5F6F8", "surface": "#FFFFFF", "raised": "#FFFFFF", "sunken": "#F9FAFB", "hover": "#F2F4F7",
    "desk": "#E9ECF1", "focus_row": "#F6F7FF", "scrim": "#101828", "cap": "#F2F4F7",
    # strokes
    "border": "#E4E7EC", "line": "#D0D5DD", "grid": "#EAECF0", "track": "#E6E9EF", "scroll": "#CDD3DC",
    # words
    "text": "#101828", "sub": "#475467", "muted": "#5F6A80",
    # the one accent
    "accent": "#4F46E5", "accent_hover": "#4338CA", "accent_down": "#3730A3", "on_accent": "#FFFFFF",
    "accent_soft": "#EEF0FF", "accent_text": "#3E37C2",
    # states
    "ok": "#067647", "ok_soft": "#ECFDF3", "ok_fill": "#17B26A", "ok_line": "#6CCB9E",
    "warn": "#B54708", "warn_soft": "#FFFAEB", "warn_fill": "#F79009", "warn_line": "#DC6803",
    "bad": "#B42318", "bad_soft": "#FEF3F2", "bad_fill": "#E5484D", "bad_line": "#F4A8A0",
    "idle": "#5F6A80", "idle_soft": "#F2F4F7",
    # teams
    "marketing": "#7A2E9D", "marketing_soft": "#F9F0FE", "marketing_fill": "#8A3DB0", "marketing_mid": "#BE8ADB",
    "marketing_hatch": "#EBD6F7",
    "sales": "#0B6A8F", "sales_soft": "#EAF7FC", "sales_fill": "#1F7FA8", "sales_mid": "#6DB6D3",
    "sales_hatch": "#CFEAF5",
    # charts and redline
    "chart": "#4F46E5", "chart_text": "#3E37C2", "chart_quiet": "#C7C9F5",
    "inserted": "#05603A", "inserted_soft": "#DDF7E7", "removed": "#B42318", "removed_soft": "#FDE7E4",
    # paper is paper in both themes
    "paper": "#FFFFFF", "paper_text": "#101828", "paper_sub": "#475467", "paper_line": "#D0D5DD",
    "tip": "#1D2433", "on_tip": "#FFFFFF",
}  # fmt: skip

DARK: Final[Tokens] = {
    "bg": "#0E1116", "surface": "#161A22", "raised": "#1C212B", "sunken": "#12161D", "hover": "#212734",
    "desk": "#0A0C10", "focus_row": "#1A1D33", "scrim": "#000000", "cap": "#232A36",
    "border": "#262C38", "line": "#353D4B", "grid": "#242A35", "track": "#2A303C", "scroll": "#3A4251",
    "text": "#ECEFF4", "sub": "#B6BECB", "muted": "#8D97A8",
    # white on the brighter indigo of the mock-ups was 4.47:1; this one carries small words
    "accent": "#585BEB", "accent_hover": "#5E61EE", "accent_down": "#4F52D9", "on_accent": "#FFFFFF",
    "accent_soft": "#23254A", "accent_text": "#B9BCFF",
    "ok": "#5BD79A", "ok_soft": "#12291F", "ok_fill": "#35C585", "ok_line": "#2F7D57",
    "warn": "#F5B759", "warn_soft": "#2E2412", "warn_fill": "#F0A53A", "warn_line": "#F5A524",
    "bad": "#FF9C94", "bad_soft": "#361B1B", "bad_fill": "#F0646A", "bad_line": "#7A3B3A",
    "idle": "#98A2B3", "idle_soft": "#212734",
    "marketing": "#D6A6F5", "marketing_soft": "#2A1D36", "marketing_fill": "#B47FD6", "marketing_mid": "#7A5796",
    "marketing_hatch": "#3A2949",
    "sales": "#7FD0F0", "sales_soft": "#14282F", "sales_fill": "#4DB3D9", "sales_mid": "#33758D",
    "sales_hatch": "#1D3943",
    "chart": "#8B8DF8", "chart_text": "#B9BCFF", "chart_quiet": "#3C3F78",
    "inserted": "#7BE3AE", "inserted_soft": "#143526", "removed": "#FFA79C", "removed_soft": "#3B1D1D",
    "paper": "#FFFFFF", "paper_text": "#101828", "paper_sub": "#475467", "paper_line": "#D0D5DD",
    "tip": "#2B3342", "on_tip": "#FFFFFF",
}  # fmt: skip

WORDS: Final = ("text", "sub", "muted", "accent_text", "ok", "warn", "bad", "marketing", "sales")
"""Tokens words may be written in."""

GROUNDS: Final = ("bg", "surface", "raised", "sunken", "hover", "focus_row", "accent_soft")
"""Tokens any word may stand on."""

PAIRS: Final = (
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_accent", "accent_down"), ("on_tip", "tip"),
    ("ok", "ok_soft"), ("warn", "warn_soft"), ("bad", "bad_soft"), ("sub", "idle_soft"), ("idle", "surface"),
    ("text", "ok_soft"), ("text", "warn_soft"), ("text", "bad_soft"), ("sub", "ok_soft"), ("sub", "warn_soft"),
    ("sub", "bad_soft"), ("marketing", "marketing_soft"), ("sales", "sales_soft"), ("sub", "cap"), ("muted", "cap"),
    ("inserted", "inserted_soft"), ("removed", "removed_soft"), ("text", "desk"), ("sub", "desk"), ("muted", "desk"),
    ("chart_text", "surface"), ("paper_text", "paper"), ("paper_sub", "paper"), ("inserted", "accent_soft"),
    ("removed", "accent_soft"), ("idle", "accent_soft"), ("idle", "focus_row"), ("idle", "hover"),
)  # fmt: skip
"""Further (words, ground) pairs in use; 4.5:1 at least."""

AUDIENCE_LIGHT: Final[Tokens] = LIGHT | {"sales": "#08526E", "ok": "#055C38", "warn": "#8A3A08", "bad": "#912018"}
"""The light colours read from the back of the room."""

AUDIENCE_DARK: Final[Tokens] = DARK

AUDIENCE_WORDS: Final = ("text", "sub", "accent_text", "marketing", "sales", "ok", "warn", "bad")
"""Tokens words may be written in on the audience view, where 7:1 is the least; `muted` is banned there."""

AUDIENCE_GROUNDS: Final = ("bg", "surface")

AUDIENCE_PAIRS: Final = (
    ("marketing", "marketing_soft"), ("sales", "sales_soft"), ("text", "marketing_soft"), ("text", "sales_soft"),
    ("text", "marketing_hatch"), ("text", "sales_hatch"), ("ok", "ok_soft"), ("text", "warn_soft"),
    ("text", "track"), ("surface", "text"),
)  # fmt: skip
"""Further (words, ground) pairs of the audience view: covers, marks, badges, ranks, pages; 4.5:1 at least."""

SHAPES: Final = (
    ("marketing", "surface"), ("sales", "surface"), ("marketing", "bg"), ("sales", "bg"), ("surface", "marketing"),
    ("surface", "sales"), ("accent", "bg"), ("accent", "surface"), ("accent", "raised"), ("warn_line", "bg"),
)  # fmt: skip
"""(Line or shape, ground) pairs that say something by themselves: teams, the clock's ring, what has the focus; 3:1."""

"""Grounds and frames: the bars, the pages, cards, notices, rules. `role` names what a panel is."""

from typing import Final

PANELS: Final = """
* { outline: 0; }
QMainWindow, QDialog { background: $bg; }
QWidget[role="page"], QScrollArea[role="page"], QScrollArea[role="page"] > QWidget > QWidget { background: $bg; }
QWidget[role="surface"], QScrollArea[role="surface"], QScrollArea[role="surface"] > QWidget > QWidget {
  background: $surface; }
QScrollArea[role="raised"], QScrollArea[role="raised"] > QWidget > QWidget { background: $raised; }
QWidget[role="topbar"] { background: $surface; border-bottom: 1px solid $border; }
QWidget[role="statusbar"] { background: $surface; border-top: 1px solid $border; }
QWidget[role="rail"] { background: $surface; border-right: 1px solid $border; }
QWidget[role="side"] { background: $surface; border-left: 1px solid $border; }
QWidget[role="side-left"] { background: $surface; border-right: 1px solid $border; }
QWidget[role="footer"] { background: $bg; border-top: 1px solid $border; }
QWidget[role="desk"], QScrollArea[role="desk"], QScrollArea[role="desk"] > QWidget > QWidget { background: $desk; }
QWidget[role="bar"] { background: $surface; border-bottom: 1px solid $border; }
QScrollArea, QTextBrowser { border: 0; }

QFrame[card="plain"] { background: $surface; border: 1px solid $border; border-radius: {12}px; }
QFrame[card="quiet"] { background: $sunken; border: 1px solid $border; border-radius: {10}px; }
QFrame[card="focus"] { background: $surface; border: 2px solid $accent; border-radius: {12}px; }
QFrame[card="accent"] { background: $surface; border: 1px solid $accent; border-radius: {12}px; }
QFrame[card="warn"] { background: $warn_soft; border: 1px solid $warn_line; border-radius: {10}px; }
QFrame[card="badge"] { background: $sunken; border: 1px solid $border; border-radius: {9}px; }
QFrame[card="badge"][tone="warn"] { background: $warn_soft; border-color: $warn_soft; }
QFrame[card="badge"][tone="bad"] { background: $bad_soft; border-color: $bad_soft; }
QFrame[card="badge"][tone="ok"] { background: $ok_soft; border-color: $ok_soft; }
QFrame[card="badge"][tone="accent"] { background: $accent_soft; border-color: $accent_soft; }
QFrame[card="badge"][tone="idle"] { background: $hover; border-color: $hover; }
QFrame[card="palette"] { background: $raised; border: 1px solid $line; border-radius: {12}px; }

QFrame[issue="error"] { background: $bad_soft; border: 0; border-radius: {8}px; }
QFrame[issue="warning"] { background: $warn_soft; border: 0; border-radius: {8}px; }
QFrame[issue="ok"] { background: $ok_soft; border: 0; border-radius: {8}px; }
QFrame[issue="hint"] { background: $accent_soft; border: 0; border-radius: {8}px; }
QFrame[issue="none"] { background: $hover; border: 0; border-radius: {8}px; }

QFrame[role="rule"] { background: $border; border: 0; }
QFrame[role="segment"] { background: $hover; border: 1px solid $border; border-radius: {9}px; }
QWidget[role="palette-foot"] { background: $sunken; border-top: 1px solid $border;
  border-bottom-left-radius: {11}px; border-bottom-right-radius: {11}px; }
QFrame[role="toast"] { background: $tip; border: 0; border-radius: {8}px; }
QSplitter::handle { background: $border; }
"""

"""Tables, trees, lists, menus, scroll bars, progress bars. Hairlines only: no grid, no zebra."""

from typing import Final

ITEMS: Final = """
QTableView, QTreeView, QListView { background: $surface; color: $text; border: 0; font-size: {13}px;
  alternate-background-color: $surface; selection-background-color: transparent; selection-color: $text; }
QTableView[kind="bare"], QTreeView[kind="bare"], QListView[kind="bare"] { background: transparent; }
QTableView::item, QTreeView::item, QListView::item { border: 0; padding: 0; }
QListView[kind="popup"] { background: $raised; border: 1px solid $line; padding: {4}px;
  selection-background-color: $accent_soft; }
QListView[kind="popup"]::item { min-height: {28}px; padding: 0 {8}px; border-radius: {5}px; }
QListView[kind="popup"]::item:selected, QListView[kind="popup"]::item:hover { background: $accent_soft; color: $text; }
QTreeView::branch { background: transparent; border-image: none; image: none; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView[kind="bare"] { background: transparent; }
QHeaderView::section { background: $sunken; color: $muted; border: 0; border-bottom: 1px solid $border;
  padding: {7}px {8}px; font-size: {12}px; font-weight: 600; }
QTableCornerButton::section { background: $sunken; border: 0; }

QMenu { background: $raised; color: $text; border: 1px solid $line; padding: {5}px; font-size: {13}px; }
QMenu::item { padding: {6}px {26}px {6}px {12}px; border-radius: {5}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: {5}px {8}px; }
QMenu::icon { padding-left: {8}px; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $border; }
QMenuBar::item:selected { background: $accent_soft; }

QScrollBar:vertical { background: transparent; width: {10}px; margin: 2px; }
QScrollBar::handle:vertical { background: $scroll; border-radius: {3}px; min-height: {40}px; }
QScrollBar:horizontal { background: transparent; height: {10}px; margin: 2px; }
QScrollBar::handle:horizontal { background: $scroll; border-radius: {3}px; min-width: {40}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; width: 0;
  height: 0; }
QProgressBar { background: $track; border: 0; border-radius: {3}px; max-height: {6}px; min-height: {6}px; }
QProgressBar::chunk { background: $accent; border-radius: {3}px; }
"""

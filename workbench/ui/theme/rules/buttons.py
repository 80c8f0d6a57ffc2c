"""Push buttons and tool buttons: `kind` says how loud one is."""

from typing import Final

BUTTONS: Final = """
QPushButton { background: $raised; color: $text; border: 1px solid $line; border-radius: {8}px;
  padding: {8}px {14}px; font-size: {13}px; font-weight: 600; }
QPushButton:hover { background: $hover; } QPushButton:pressed { background: $border; }
QPushButton:focus { border: 2px solid $accent; padding: {7}px {13}px; }
QPushButton:disabled { color: $muted; background: $sunken; border-color: $border; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_down; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { color: $muted; background: $hover; border-color: $border; }
QPushButton[kind="hero"] { background: $accent; color: $on_accent; border-color: $accent; font-size: {16}px;
  padding: {12}px {22}px; border-radius: {10}px; }
QPushButton[kind="hero"]:hover { background: $accent_hover; }
QPushButton[kind="hero"]:focus { border: 2px solid $text; padding: {11}px {21}px; }
QPushButton[kind="hero"]:disabled { color: $muted; background: $hover; border-color: $border; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad_line; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; border-radius: {6}px;
  color: $accent_text; padding: {4}px {5}px; }
QPushButton[kind="link"]:hover { background: $accent_soft; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: {3}px {4}px; }
QPushButton[kind="link"]:disabled { color: $muted; background: transparent; border-color: transparent; }
QPushButton[kind="heading"] { background: transparent; border: 1px solid transparent; border-radius: {6}px;
  color: $text; font-size: {15}px; padding: {1}px 0; text-align: right; margin-left: -1px; }
QPushButton[kind="heading"]:hover { color: $accent_text; }
QPushButton[kind="heading"]:focus { border: 0; border-bottom: 2px solid $accent; border-radius: 0;
  padding: {2}px 1px {1}px 1px; }
QPushButton[kind="small"] { padding: {3}px {10}px; font-size: {12}px; }
QPushButton[kind="small"]:focus { padding: {2}px {9}px; }
QPushButton[kind="pill"] { border-radius: {13}px; padding: {4}px {12}px; min-height: {18}px; color: $sub;
  font-weight: 500; }
QPushButton[kind="pill"]:checked { background: $accent_soft; border-color: $accent; color: $accent_text;
  font-weight: 600; }
QPushButton[kind="pill"]:focus { border: 2px solid $accent; padding: {3}px {11}px; }
QPushButton[kind="tile"] { text-align: left; border-radius: {12}px; border: 1px solid $border; background: $surface;
  padding: 0; }
QPushButton[kind="tile"]:hover { border-color: $accent; background: $surface; }
QPushButton[kind="tile"]:pressed { background: $sunken; }
QPushButton[kind="tile"]:checked { background: $accent_soft; border-color: $accent; }
QPushButton[kind="tile"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[kind="row"] { background: transparent; border: 1px solid transparent; border-radius: {8}px; padding: 0;
  text-align: left; }
QPushButton[kind="row"]:hover { background: $hover; }
QPushButton[kind="row"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[kind="finder"] { background: $sunken; border: 1px solid $line; text-align: left; padding: 0; }
QPushButton[kind="finder"]:hover { border-color: $muted; background: $sunken; }
QPushButton[kind="finder"]:focus { border: 2px solid $accent; padding: 0; }
QPushButton[kind="number"] { background: transparent; border: 0; border-bottom: 1px dashed $muted; border-radius: 0;
  padding: 0; font-size: {16}px; text-align: left; }
QPushButton[kind="number"]:hover { border-bottom: 1px solid $accent; color: $accent_text; background: transparent; }
QPushButton[kind="number"]:focus { border: 0; border-bottom: 2px solid $accent; padding: 0; }
QPushButton[kind="on_tip"] { background: transparent; border: 1px solid transparent; color: $on_tip;
  padding: {3}px {9}px; font-size: {12}px; }
QPushButton[kind="on_tip"]:focus, QPushButton[kind="on_tip"]:hover { border: 1px solid $on_tip; padding: {3}px {9}px;
  background: transparent; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: {8}px; padding: {6}px;
  color: $sub; font-size: {13}px; font-weight: 500; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; color: $accent_text; }
QToolButton:focus { border: 2px solid $accent; padding: {5}px; }
QToolButton:disabled { color: $muted; }
QToolButton[kind="offer"] { border: 1px solid transparent; border-radius: {5}px; padding: 0 {3}px; color: $sub;
  font-size: {12}px; font-weight: 500; }
QToolButton[kind="offer"]:hover { color: $accent_text; background: $accent_soft; }
QToolButton[kind="offer"]:focus { border-color: $accent; padding: 0 {3}px; }
QToolButton::menu-indicator { image: none; width: 0; }
QFrame[role="segment"] QToolButton { border-radius: {7}px; padding: {4}px {11}px; font-weight: 600;
  border: 1px solid transparent; }
QFrame[role="segment"] QToolButton:hover { color: $text; background: transparent; }
QFrame[role="segment"] QToolButton:checked { background: $raised; color: $text; border-color: $line; }
QFrame[role="segment"] QToolButton:focus { border: 1px solid $accent; padding: {4}px {11}px; }
QFrame[role="segment"][kind="compact"] QToolButton { padding: {3}px {6}px; font-size: {12}px; }
QFrame[role="segment"][kind="compact"] QToolButton:focus { padding: {3}px {6}px; }
"""

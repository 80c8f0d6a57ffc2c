"""Inputs: text, numbers, dates, choices, boxes. Borders grow on focus while padding shrinks, so nothing jumps."""

from typing import Final

FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $raised; color: $text;
  border: 1px solid $line; border-radius: {8}px; padding: {7}px {11}px; font-size: {14}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: {21}px; }
QAbstractSpinBox { padding-top: {6}px; padding-bottom: {6}px; }
QPlainTextEdit, QTextEdit { padding: {5}px {7}px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
  border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: {6}px {10}px; }
QAbstractSpinBox:focus { padding-top: {5}px; padding-bottom: {5}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: {4}px {6}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $sunken; color: $muted; border-color: $border; }
QLineEdit:read-only, QPlainTextEdit[kind="quiet"] { background: $sunken; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:hover, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit, QComboBox QLineEdit:hover, QComboBox QLineEdit:focus { border: 0; padding: 0;
  background: transparent; }
QLineEdit[kind="compact"], QComboBox[kind="compact"], QAbstractSpinBox[kind="compact"] { min-height: {17}px;
  padding: {5}px {9}px; font-size: {13}px; }
QLineEdit[kind="compact"]:focus, QComboBox[kind="compact"]:focus, QAbstractSpinBox[kind="compact"]:focus {
  padding: {4}px {8}px; }
QPlainTextEdit[kind="compact"] { padding: {3}px {5}px; font-size: {13}px; }
QPlainTextEdit[kind="compact"]:focus { padding: {2}px {4}px; }
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:hover, QLineEdit[kind="bare"]:focus { border: 0;
  background: transparent; padding: {4}px; font-size: {18}px; }
QPlainTextEdit[kind="bare"], QPlainTextEdit[kind="bare"]:hover, QPlainTextEdit[kind="bare"]:focus { border: 0;
  background: transparent; padding: 0; }
QPlainTextEdit[issue="error"], QPlainTextEdit[issue="warning"], QPlainTextEdit[issue="hint"] {
  background: $raised; border: 1px solid $line; }
QPlainTextEdit[issue="error"]:focus, QPlainTextEdit[issue="warning"]:focus, QPlainTextEdit[issue="hint"]:focus {
  border: 2px solid $accent; }
QLineEdit[issue="error"], QPlainTextEdit[issue="error"], QAbstractSpinBox[issue="error"], QComboBox[issue="error"] {
  border-color: $bad; }
QLineEdit[issue="warning"], QPlainTextEdit[issue="warning"], QAbstractSpinBox[issue="warning"],
QComboBox[issue="warning"] { border-color: $warn_line; }
QComboBox::drop-down { border: 0; width: {30}px; }
QComboBox::down-arrow { image: @arrow_down; width: {16}px; height: {16}px; }
QComboBox[kind="compact"]::drop-down { width: {26}px; }
QComboBox[kind="compact"]::down-arrow { width: {14}px; height: {14}px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line; padding: {4}px;
  selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: {28}px; padding: 0 {8}px; border: 0; border-radius: {5}px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover { background: $accent_soft;
  color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: {24}px; background: transparent; }
QAbstractSpinBox::up-arrow { image: @arrow_up; width: {13}px; height: {13}px; }
QAbstractSpinBox::down-arrow { image: @arrow_down; width: {13}px; height: {13}px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: 0; width: {30}px; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: @arrow_down; width: {16}px; height: {16}px; }

QCheckBox, QRadioButton { color: $text; font-size: {14}px; spacing: {10}px; }
QCheckBox[kind="compact"], QRadioButton[kind="compact"] { font-size: {13}px; font-weight: 500; spacing: {9}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator { width: {17}px; height: {17}px; border: 1px solid $muted; border-radius: {5}px;
  background: $raised; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: @check; }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: @part_check; }
QCheckBox::indicator:disabled { background: $sunken; border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $sunken; border-color: $line; image: @check_off; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border: 2px solid $text; }
QRadioButton::indicator { width: {14}px; height: {14}px; border: 1px solid $muted; border-radius: {8}px;
  background: $raised; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { border: {5}px solid $accent; width: {6}px; height: {6}px; background: $on_accent;
  border-radius: {8}px; }
QRadioButton::indicator:disabled { border-color: $line; background: $sunken; }
QSlider::groove:horizontal { height: {4}px; background: $track; border-radius: {2}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: {2}px; }
QSlider::handle:horizontal { width: {12}px; height: {12}px; margin: -{5}px 0; border: 2px solid $accent;
  background: $raised; border-radius: {6}px; }
QSlider::handle:horizontal:focus { background: $accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { color: $text; font-weight: 600; padding: {4}px {8}px; }
QCalendarWidget QAbstractItemView { background: $raised; selection-background-color: $accent;
  selection-color: $on_accent; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: @arrow_left; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: @arrow_right; }
"""

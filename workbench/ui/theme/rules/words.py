"""Labels: sizes by role, colours by tone, chips and key caps."""

from typing import Final

WORDS: Final = """
QLabel { color: $text; background: transparent; }
QLabel[role="big"] { font-size: {30}px; font-weight: 700; }
QLabel[role="clock"] { font-size: {40}px; font-weight: 700; }
QLabel[role="h1"] { font-size: {24}px; font-weight: 700; }
QLabel[role="title"] { font-size: {20}px; font-weight: 700; }
QLabel[role="mid"] { font-size: {18}px; font-weight: 700; }
QLabel[role="say"] { font-size: {17}px; font-weight: 500; }
QLabel[role="number"] { font-size: {16}px; font-weight: 600; }
QLabel[role="h2"] { font-size: {15}px; font-weight: 600; }
QLabel[role="lead"] { font-size: {15}px; color: $sub; }
QLabel[role="strong"] { font-size: {14}px; font-weight: 600; }
QLabel[role="h3"] { font-size: {13}px; font-weight: 600; }
QLabel[role="label"] { font-size: {13}px; font-weight: 500; color: $sub; }
QLabel[role="body"] { font-size: {13}px; color: $sub; }
QLabel[role="muted"] { font-size: {13}px; color: $muted; }
QLabel[role="tiny"] { font-size: {12}px; color: $muted; }
QLabel[role="over"] { font-size: {11}px; font-weight: 600; color: $muted; }
QLabel[tone="text"] { color: $text; } QLabel[tone="sub"] { color: $sub; } QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent_text; } QLabel[tone="ok"] { color: $ok; } QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; } QLabel[tone="idle"] { color: $muted; }
QLabel[tone="marketing"] { color: $marketing; } QLabel[tone="sales"] { color: $sales; }
QLabel[tone="on_tip"] { color: $on_tip; }
QLabel:disabled { color: $muted; }

QLabel[chip] { border-radius: {9}px; padding: {2}px {9}px; min-height: {15}px; font-size: {12}px; font-weight: 600; }
QLabel[chip="accent"] { background: $accent_soft; color: $accent_text; }
QLabel[chip="ok"] { background: $ok_soft; color: $ok; }
QLabel[chip="warn"] { background: $warn_soft; color: $warn; }
QLabel[chip="bad"] { background: $bad_soft; color: $bad; }
QLabel[chip="idle"] { background: $idle_soft; color: $sub; }
QLabel[chip="plain"] { background: transparent; color: $sub; border: 1px solid $line; }
QLabel[chip="marketing"] { background: $marketing_soft; color: $marketing; }
QLabel[chip="sales"] { background: $sales_soft; color: $sales; }
QLabel[chip="both"] { background: $accent_soft; color: $accent_text; }
QLabel[chip="marked"], QLabel[chip][kind="marked"] { padding-left: {22}px; }
QLabel[chip="key"] { background: $cap; color: $sub; border: 1px solid $line; border-radius: {5}px;
  padding: 0 {5}px; min-height: {17}px; font-size: {11}px; font-weight: 600; }
QToolTip { background: $tip; color: $on_tip; border: 0; padding: {5}px {8}px; font-size: {12}px; }
"""

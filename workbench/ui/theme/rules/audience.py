"""The audience view: its own scale and colours, nothing under 34 pixels of a 1920 wide screen, no muted words."""

from typing import Final

AUDIENCE: Final = """
QWidget[role="audience"] { background: %bg; }
QWidget[role="audience"] QLabel { color: %text; font-size: <38>px; font-weight: 500; }
QWidget[role="audience"] QLabel[role="place"] { font-size: <34>px; font-weight: 600; }
QWidget[role="audience"] QLabel[role="question"] { font-size: <60>px; font-weight: 700; }
QWidget[role="audience"] QLabel[role="huge"] { font-size: <92>px; font-weight: 700; }
QWidget[role="audience"] QLabel[role="h1"] { font-size: <44>px; font-weight: 700; }
QWidget[role="audience"] QLabel[role="row"] { font-size: <44>px; font-weight: 600; }
QWidget[role="audience"] QLabel[role="sub"] { font-size: <36>px; color: %sub; }
QWidget[role="audience"] QLabel[tone="marketing"] { color: %marketing; }
QWidget[role="audience"] QLabel[tone="sales"] { color: %sales; }
QWidget[role="audience"] QLabel[tone="ok"] { color: %ok; }
QWidget[role="audience"] QLabel[tone="warn"] { color: %warn; }
QWidget[role="audience"] QFrame[card="plain"] { background: %surface; border: <2>px solid %line;
  border-radius: <24>px; }
QWidget[role="audience"] QFrame[card="marketing"] { background: %surface; border: <4>px solid %marketing;
  border-radius: <24>px; }
QWidget[role="audience"] QFrame[card="sales"] { background: %surface; border: <4>px solid %sales;
  border-radius: <24>px; }
QWidget[role="audience"] QFrame[card="ok"] { background: %surface; border: <4>px solid %ok_line;
  border-radius: <24>px; }
"""

"""The composition root: decides between the command line and the window. Must not contain any logic of its own."""

from __future__ import annotations


def main() -> int:
    """Run the program; answers the exit code."""
    raise SystemExit("Nothing can be run yet.")
